namespace Yuheng.Server.Shell.Pieces;

/// <summary>The colour of a statement; always beside an icon and a word.</summary>
public enum Tone
{
    /// <summary>Conforming, done, valid.</summary>
    Good,

    /// <summary>Nonconforming, held, revoked.</summary>
    Bad,

    /// <summary>Indeterminate, due soon, yours to confirm.</summary>
    Unsure,

    /// <summary>Not applicable, historic, waiting.</summary>
    Neutral,
}
