namespace Yuheng.Server.Shell.Charts;

/// <summary>What every chart carries besides its picture.</summary>
/// <param name="Title">What is shown.</param>
public sealed record ChartModel(string Title);
