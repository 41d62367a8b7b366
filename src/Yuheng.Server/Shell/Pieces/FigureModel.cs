using Yuheng.Core;

namespace Yuheng.Server.Shell;

/// <summary>A number that someone answers for, with all that is needed to question it.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The number as written, with its unit.</param>
/// <param name="Definition">How it is counted.</param>
public sealed record FigureModel(Phrase Label, string Value, Phrase Definition)
{
    /// <summary>How many cases it stands on.</summary>
    public long? N { get; init; }

    /// <summary>Its interval, as written.</summary>
    public string? Interval { get; init; }

    /// <summary>The state of the data.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Exactly the rows that were counted.</summary>
    public string? Href { get; init; }
}
