using Yuheng.Core.Packs;

namespace Yuheng.Core.Judging;

/// <summary>What a product must meet, or the question that must be answered first.</summary>
public sealed record RequirementAnswer
{
    /// <summary>In force on the day asked.</summary>
    public required IReadOnlyList<Requirement> Requirements { get; init; }

    /// <summary>
    /// Not null: there is no plan yet, because neither contract, market nor agreement names a standard to test by.
    /// </summary>
    public Phrase? Ask { get; init; }

    /// <summary>What the reader must know: standards without numbers here, an alloy that cannot meet a limit.</summary>
    public required IReadOnlyList<Phrase> Remarks { get; init; }

    /// <summary>Papers that the market asks for.</summary>
    public required IReadOnlyList<Bilingual> Documents { get; init; }

    /// <summary>The packs that the answer rests on.</summary>
    public required IReadOnlyList<PackPin> Pins { get; init; }
}
