namespace Yuheng.Core.Packs;

/// <summary>
/// What a decision remembers of a pack: with it the decision can be replayed, or seen to be impossible to.
/// </summary>
/// <param name="Id">Name of the pack.</param>
/// <param name="Version">Version of its data.</param>
/// <param name="Hash">SHA-256 of its canonical bytes, lower-case hexadecimal.</param>
public sealed record PackPin(string Id, string Version, string Hash);
