namespace Yuheng.Server.Shell.Charts;

/// <summary>What a chart is of.</summary>
/// <param name="Title">What is shown, as a sentence or a name.</param>
/// <param name="X">Horizontal axis with its unit.</param>
/// <param name="Y">Vertical axis with its unit.</param>
public sealed record ChartLabels(string Title, string X, string Y)
{
    /// <summary>How many cases the chart stands on.</summary>
    public long? N { get; init; }

    /// <summary>Where the numbers come from and their state.</summary>
    public string? Source { get; init; }
}

/// <summary>A drawn chart: the picture and the same numbers as a table.</summary>
/// <param name="Labels">What it is of.</param>
/// <param name="Svg">The picture; every text in it is escaped.</param>
/// <param name="Heads">Headings of the table.</param>
/// <param name="Rows">Rows of the table, as written.</param>
public sealed record ChartModel(
    ChartLabels Labels,
    string Svg,
    IReadOnlyList<string> Heads,
    IReadOnlyList<IReadOnlyList<string>> Rows);
