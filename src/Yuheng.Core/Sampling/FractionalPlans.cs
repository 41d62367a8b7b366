namespace Yuheng.Core.Sampling;

/// <summary>A plan with the acceptance number that holds for this lot.</summary>
/// <param name="Plan">The plan; under a fractional number its Ac is already 0 or 1.</param>
/// <param name="Denominator">2, 3 or 5 for Ac 1/2, 1/3, 1/5; null where the number is whole.</param>
/// <param name="AcceptanceScore">The acceptance score before the decision (varying plans).</param>
internal sealed record AppliedPlan(SamplingPlan Plan, int? Denominator, int AcceptanceScore);

/// <summary>
/// Fractional acceptance numbers (ISO 2859-1 clause 13). That the clean samples of constant plans are counted anew
/// after a change of severity is our reading: another severity is another plan.
/// </summary>
internal static class FractionalPlans
{
    private const int ScoreForOne = 9;

    // At both ends of the tables the fractional cells rest on one source.
    private static readonly string[] LettersSeenOnce = ["A", "B", "C", "Q", "R"];

    public static AppliedPlan For(SwitchingState state, long lotSize)
    {
        var agreement = state.Agreement;
        var request = new PlanRequest(
            agreement.Standard, agreement.Plan, state.Severity, agreement.Aql, lotSize, agreement.Level, null);
        var whole = SamplingPlans.Find(request);
        if (agreement.Fractional == FractionalUse.None || whole.CodeLetter is null)
        {
            return new(whole, null, state.AcceptanceScore);
        }

        var letter = LetterWithFraction(request, whole.CodeLetter);
        if (letter is null)
        {
            return new(whole, null, state.AcceptanceScore + (whole.Ac[0] > 0 ? 7 : 0));
        }

        var denominator = SingleTableRule.FractionDenominator(state.Severity, letter, agreement.Aql)!.Value;
        var score = state.AcceptanceScore + denominator switch
        {
            5 => 2,
            3 => 3,
            _ => 5,
        };
        var allowsOne = agreement.Fractional == FractionalUse.Varying
            ? score >= ScoreForOne
            : state.CleanSamples >= denominator - 1;
        var size = TableData.Layout.SampleSize(state.Severity, PlanKind.Single, letter)!.Value;
        var ac = allowsOne ? 1 : 0;
        var plan = whole with
        {
            FinalLetter = letter,
            SampleSizes = [size],
            Ac = [ac],
            Re = [ac + 1],
            Confidence = LettersSeenOnce.Contains(letter) ? Confidence.Medium : Confidence.High,
        };
        return new(plan, denominator, score);
    }

    /// <summary>Carries acceptance score and clean samples on, after the decision.</summary>
    public static SwitchingState Count(SwitchingState state, AppliedPlan applied, DecisionAtStage decision) =>
        state.Agreement.Fractional == FractionalUse.None
            ? state
            : state with
            {
                AcceptanceScore = decision.Found > 0 ? 0 : applied.AcceptanceScore,
                CleanSamples = decision.Found > 0 ? 0 : state.CleanSamples + 1,
            };

    // The fractional cells stand where the whole-number table has arrows: follow those only until one is met.
    private static string? LetterWithFraction(PlanRequest request, string letter)
    {
        var tables = Standards.Find(request.Standard).Tables;
        var aql = AqlSeries.IndexOf(request.Aql);
        for (var row = CodeLetters.IndexOf(letter); ;)
        {
            if (SingleTableRule.FractionDenominator(request.Severity, CodeLetters.All[row], request.Aql) is not null)
            {
                return CodeLetters.All[row];
            }

            switch (tables.Printed(request.Severity, CodeLetters.All[row], aql).Kind)
            {
                case CellKind.Down:
                    row++;
                    break;
                case CellKind.Up:
                    row--;
                    break;
                default:
                    return null;
            }
        }
    }
}
