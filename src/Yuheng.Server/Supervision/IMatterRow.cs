using Yuheng.Server.Data;

namespace Yuheng.Server.Supervision;

/// <summary>A stored matter: its history, and where it stands for lists to read.</summary>
public interface IMatterRow : IVersionedRow
{
    /// <summary>Id of the matter.</summary>
    Guid Id { get; }

    /// <summary>Day on which it began.</summary>
    DateOnly BegunOn { get; }

    /// <summary>State of its machine.</summary>
    string State { get; set; }

    /// <summary>Since when.</summary>
    DateOnly Since { get; set; }

    /// <summary>Role that has to act; null at the end.</summary>
    string? Owner { get; set; }

    /// <summary>Last day of the state; null at the end.</summary>
    DateOnly? Due { get; set; }

    /// <summary>Whether the last day may still move because a year's holidays are not announced.</summary>
    bool Provisional { get; set; }

    /// <summary>What happened, as JSON; replayed it gives the standing again.</summary>
    string History { get; set; }
}
