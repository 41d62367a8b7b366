using Yuheng.Core.Supervision;

namespace Yuheng.Server.Inspection;

/// <summary>
/// How a lot is looked at, and its chance of being sampled; fixed when it is planned and never edited.
/// </summary>
/// <param name="Mode">self-declaration, document-check, lot-sampling, every-lot, every-piece.</param>
/// <param name="Probability">Chance of being sampled.</param>
[Door]
public sealed record Selection(string Mode, SelectionProbability Probability)
{
    /// <summary>Every lot is sampled: what holds where no supervision plan says otherwise.</summary>
    public static Selection EveryLot { get; } = new("every-lot", SelectionProbability.Certain);
}

/// <summary>
/// Where the mode of a lot comes from. The supervision module, which comes after this one, registers its own source;
/// without
/// one every lot is sampled.
/// </summary>
[Door]
public delegate Task<Selection> SelectionSource(Lot lot, CancellationToken cancellation);
