namespace Yuheng.Server.Shell.Pieces;

/// <summary>One step on the way of a lot, case or application.</summary>
/// <param name="Name">What the step is.</param>
/// <param name="State">Where it stands.</param>
public sealed record Step(string Name, StepState State)
{
    /// <summary>Who has it.</summary>
    public string? Who { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Until when.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>Where a step stands.</summary>
public enum StepState
{
    /// <summary>Behind us.</summary>
    Done,

    /// <summary>Here.</summary>
    Current,

    /// <summary>Before us.</summary>
    Ahead,

    /// <summary>Stopped here.</summary>
    Stopped,
}

/// <summary>One entry of the journal of a record.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who.</param>
/// <param name="What">What changed, as a sentence.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Who, string What)
{
    /// <summary>Hash of the entry.</summary>
    public string? Hash { get; init; }

    /// <summary>What it leads to.</summary>
    public string? Href { get; init; }
}
