namespace Yuheng.Core.Supervision;

/// <summary>How a firm's lots of a product are supervised, and why.</summary>
/// <param name="Mode">The mode.</param>
/// <param name="Alternatives">Modes that the matrix would also allow.</param>
/// <param name="Reasons">Reasons, in the order in which they came to bear.</param>
public sealed record ModeDecision(
    SchemeMode Mode,
    IReadOnlyList<SchemeMode> Alternatives,
    IReadOnlyList<Phrase> Reasons)
{
    /// <summary>Decides the mode of one lot.</summary>
    /// <exception cref="Refused">
    /// A choice is made without a reason or a name, where there is none, or for the laxer mode in spite of bad credit.
    /// </exception>
    public static ModeDecision Of(Scheme scheme, ModeInputs inputs, ModeChoice? choice)
    {
        var cell = scheme.Cell(inputs.Class, inputs.Risk);
        var reasons = new List<Phrase>
        {
            Phrase.Of(
                "supervision.mode.cell",
                inputs.Class.ToString(DrawCommitment.Invariant),
                inputs.Risk.Word(),
                string.Join(" / ", cell.Select(m => m.Id)),
                scheme.MatrixConfidence),
        };
        var mode = Chosen(cell, inputs, choice, reasons);
        var raised = Raised(scheme, mode, inputs, reasons);
        return new ModeDecision(raised, [.. cell.Where(m => m.Id != raised.Id)], reasons);
    }

    private static SchemeMode Chosen(
        IReadOnlyList<SchemeMode> cell,
        ModeInputs inputs,
        ModeChoice? choice,
        List<Phrase> reasons)
    {
        if (choice is null)
        {
            if (cell.Count > 1)
            {
                reasons.Add(Phrase.Of("supervision.mode.stricter", cell[0].Id));
            }

            return cell[0];
        }

        var mode = cell.FirstOrDefault(m => m.Id == choice.Mode);
        if (mode is null || cell.Count == 1)
        {
            throw new Refused("refused.supervision.no-choice", choice.Mode);
        }

        if (string.IsNullOrWhiteSpace(choice.Reason) || string.IsNullOrWhiteSpace(choice.By))
        {
            throw new Refused("refused.supervision.choice-without-reason", choice.Mode) { Field = "reason" };
        }

        if (mode != cell[0] && inputs.WorstCreditTier >= 3)
        {
            throw new Refused("refused.supervision.laxer-with-bad-credit", choice.Mode);
        }

        reasons.Add(Phrase.Of("supervision.mode.choice", mode.Id, choice.By, choice.Reason));
        return mode;
    }

    /// <summary>
    /// A lot that needs an inspection paper of its own, and the first lots of something new, are inspected.
    /// </summary>
    private static SchemeMode Raised(Scheme scheme, SchemeMode mode, ModeInputs inputs, List<Phrase> reasons)
    {
        var why = inputs.NeedsOwnInspection ? "supervision.mode.own-inspection"
            : inputs.LotsSinceNew < ModeInputs.FirstLotsInspected ? "supervision.mode.new-product"
            : null;
        if (why is null || mode.IsCertain)
        {
            return mode;
        }

        var certain = scheme.Modes.Where(m => m.IsCertain).MinBy(m => m.Strictness);
        if (certain is null)
        {
            return mode;
        }

        reasons.Add(Phrase.Of(why, certain.Id));
        return certain;
    }
}

/// <summary>What the mode depends on.</summary>
/// <param name="Class">Class or level in force for the product family, 1 best.</param>
/// <param name="Risk">Grade of the product, alerts included.</param>
/// <param name="WorstCreditTier">Worst tier among the credit inputs; 2 where none is known.</param>
/// <param name="NeedsOwnInspection">The contract or the market asks for an inspection of this very lot.</param>
/// <param name="LotsSinceNew">Lots declared since the product, process or material was new.</param>
public sealed record ModeInputs(
    int Class,
    RiskGrade Risk,
    int WorstCreditTier = 2,
    bool NeedsOwnInspection = false,
    int LotsSinceNew = ModeInputs.FirstLotsInspected)
{
    /// <summary>The first lots of a new product, process or material that are inspected (own design).</summary>
    public const int FirstLotsInspected = 3;
}

/// <summary>A choice where the matrix leaves one: which mode, why, by whom.</summary>
public sealed record ModeChoice(string Mode, string Reason, string By);
