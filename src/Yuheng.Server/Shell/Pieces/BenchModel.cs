namespace Yuheng.Server.Shell.Pieces;

/// <summary>A characteristic that is measured at the bench: a column of the grid.</summary>
/// <param name="Key">Its name in the form.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Limit">Limit and clause as read: <c>min 2.6 mm, GB/T 13927 6.2</c>.</param>
public sealed record BenchColumn(string Key, string Title, string Unit, string Limit)
{
    /// <summary>Least value that conforms.</summary>
    public decimal? Least { get; init; }

    /// <summary>Greatest value that conforms.</summary>
    public decimal? Most { get; init; }
}

/// <summary>A unit at the bench: a row of the grid.</summary>
/// <param name="Key">Its name in the form.</param>
/// <param name="Label">What stands on its tag.</param>
public sealed record BenchRow(string Key, string Label);

/// <summary>What was decided of a value that is recorded; shown until the value is changed.</summary>
/// <param name="State">pass, fail, or unread for neither.</param>
/// <param name="Text">The word and why.</param>
public sealed record GridNote(string State, string Text);
