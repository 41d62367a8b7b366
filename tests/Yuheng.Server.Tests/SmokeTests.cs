namespace Yuheng.Server.Tests;
public sealed class SmokeTests { [Fact] public void Runs() => Assert.NotNull(typeof(Program)); }
