using System.Security.Cryptography;
using System.Text;
using Yuheng.Core;
using Yuheng.Core.Sampling;
using Yuheng.Core.Supervision;

namespace Yuheng.Server.Public;

/// <summary>The risks of one class, for the table and the curve.</summary>
/// <param name="Class">The class and its plan.</param>
/// <param name="Words">What the plan could miss, in sentences.</param>
/// <param name="Qualities">Quality in percent (or nonconformities in a hundred items) at each usual Pa.</param>
/// <param name="Curve">Points of the operating characteristic: quality in percent, Pa.</param>
public sealed record ClassRisk(
    ClassPlan Class,
    IReadOnlyList<Phrase> Words,
    IReadOnlyList<double> Qualities,
    IReadOnlyList<(double X, double Y)> Curve);

/// <summary>What the sampling page answers: plans, reasons, risks, and the units to draw.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Sample">The plans of all classes on one sample.</param>
/// <param name="Risks">Their risks; none where the whole lot is inspected.</param>
/// <param name="Units">Unit numbers of each stage, sorted; none without a word, or where the whole lot is
/// inspected.</param>
public sealed record SamplingAnswer(
    SamplingQuestion Question,
    SharedSample Sample,
    IReadOnlyList<ClassRisk> Risks,
    IReadOnlyList<IReadOnlyList<long>> Units)
{
    // A curve of forty points looks smooth and its table can still be read.
    private const int CurvePoints = 40;
    private const double EndOfCurve = 0.01;

    /// <summary>Whether every item of the lot is inspected.</summary>
    public bool WholeLot => Sample.Items == Question.LotSize;

    /// <summary>Answers a question.</summary>
    /// <exception cref="Refused">A member is not offered; the field names it.</exception>
    public static SamplingAnswer To(SamplingQuestion question)
    {
        var sample = SharedSample.Find(question.Request);
        return new(question, sample, [.. sample.Classes.Select(RiskOf)], UnitsOf(question, sample));
    }

    /// <summary>
    /// The seed of a word: whoever knows the word can draw the same units again, so it is agreed only when the lot lies
    /// ready.
    /// </summary>
    public static DrawSeed SeedOf(string word) =>
        DrawSeed.Of(SHA256.HashData(Encoding.UTF8.GetBytes(word)), word, "public sampling page");

    private static ClassRisk RiskOf(ClassPlan planned)
    {
        var plan = planned.Plan;
        if (plan.InspectAll)
        {
            return new(planned, planned.Protection is { } all ? [all] : PlainWords.Risks(plan), [], []);
        }

        // A class that allows none has no AQL of its own: items are counted.
        var (numbers, model) = planned.Protection is null
            ? (StagedPlan.Of(plan), PlainWords.ModelOf(plan))
            : (StagedPlan.Single(plan.SampleSizes[0], 0), RiskModel.Binomial);
        var oc = new OperatingCharacteristic(numbers, model);
        var end = RiskCurve.QualityAt(numbers, model, EndOfCurve);
        return new(
            planned,
            planned.Protection is { } protection ? [protection] : PlainWords.Risks(plan),
            [.. RiskCurve.UsualLevels.Select(pa => 100 * RiskCurve.QualityAt(numbers, model, pa))],
            [.. Enumerable.Range(0, CurvePoints + 1).Select(i => end * i / CurvePoints)
                .Select(p => (100 * p, oc.At(p).Pa))]);
    }

    private static IReadOnlyList<IReadOnlyList<long>> UnitsOf(SamplingQuestion question, SharedSample sample)
    {
        if (question.Word.Length == 0 || sample.Items == question.LotSize)
        {
            return [];
        }

        // Each stage draws on from the one before; the class that needs most decides how far.
        var stages = sample.Classes.Max(c => c.Plan.SampleSizes.Length);
        long[] until = [.. Enumerable.Range(1, stages).Select(stage => Math.Min(
            question.LotSize, sample.Classes.Max(c => c.Plan.SampleSizes.Take(stage).Sum(n => (long)n))))];
        var seed = SeedOf(question.Word);
        var order = Draw.UnitsInDrawOrder(seed, $"{question.LotSize}", question.LotSize, (int)until[^1]);
        return
        [
            .. until.Select((end, stage) => (IReadOnlyList<long>)
                [.. order[(int)(stage == 0 ? 0 : until[stage - 1])..(int)end].Order()]),
        ];
    }
}
