using System.Globalization;

namespace Yuheng.Core.Sampling;

/// <summary>A class of nonconformity on a shared sample: it has its own AQL and its own switching.</summary>
/// <param name="Name">Critical, major, minor, or as the parties call it.</param>
/// <param name="Aql">Its AQL; null means that none is allowed in the sample drawn for the others.</param>
/// <param name="Severity">Where its own switching stands.</param>
public sealed record ClassRequirement(string Name, string? Aql, Severity Severity = Severity.Normal);

/// <summary>What is asked for a lot inspected for several classes at once.</summary>
/// <param name="Standard">One of <see cref="Standards.All"/> by name.</param>
/// <param name="Plan">Single, double or multiple.</param>
/// <param name="LotSize">Items in the lot.</param>
/// <param name="Level">The inspection level.</param>
/// <param name="Classes">One to twelve classes, at least one with an AQL.</param>
/// <param name="LargestForAll">The letter with the largest sample serves every class (10.3).</param>
public sealed record SharedSampleRequest(
    string Standard,
    PlanKind Plan,
    long LotSize,
    string Level,
    IReadOnlyList<ClassRequirement> Classes,
    bool LargestForAll);

/// <summary>
/// The plan of one class; it is judged on the first items of the shared sample, as many as its own sample has.
/// </summary>
/// <param name="Class">The class.</param>
/// <param name="Plan">Its plan; a class without AQL has Ac 0 on the whole shared sample.</param>
/// <param name="Protection">For a class without AQL: the percentage that still passes one time in ten.</param>
public sealed record ClassPlan(ClassRequirement Class, SamplingPlan Plan, Phrase? Protection);

/// <summary>The decision for a lot: the worst of its classes.</summary>
/// <param name="Decision">Not accept before continue before accept.</param>
/// <param name="ByClass">The decision of each class, in the order of the request.</param>
/// <param name="Worst">The classes that gave the decision.</param>
public sealed record SharedDecision(
    LotDecision Decision, IReadOnlyList<DecisionAtStage> ByClass, IReadOnlyList<string> Worst);

/// <summary>Several classes of nonconformity judged on one physical sample.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Items">Items to draw first: the largest first sample of the classes, at most the lot.</param>
/// <param name="Classes">The plan of each class.</param>
public sealed record SharedSample(SharedSampleRequest Request, long Items, IReadOnlyList<ClassPlan> Classes)
{
    /// <summary>The most classes on one sample.</summary>
    public const int MostClasses = 12;

    /// <summary>Finds the plans of all classes.</summary>
    /// <exception cref="Refused">A member is not offered, or no class has an AQL.</exception>
    public static SharedSample Find(SharedSampleRequest request)
    {
        if (request.Classes.Count is 0 or > MostClasses || request.Classes.All(c => c.Aql is null))
        {
            throw new Refused("refused.sampling.classes", Say(MostClasses)) { Field = "classes" };
        }

        var plans = request.Classes.ToDictionary(
            c => c, c => c.Aql is null ? null : SamplingPlans.Find(Ask(request, c)));
        var letter = request.LargestForAll ? LetterOf(Largest(plans.Values)) : null;
        while (letter is not null)
        {
            // The letter may have an arrow for another class, and that arrow lead to a larger sample still: look again.
            // A sample that grows each time ends at the last letter.
            var before = Largest(plans.Values).SampleSizes[0];
            plans = request.Classes.ToDictionary(
                c => c, c => c.Aql is null ? null : SamplingPlans.FindAt(Ask(request, c), letter));
            var largest = Largest(plans.Values);
            letter = largest.SampleSizes[0] > before ? LetterOf(largest) : null;
        }

        var first = Largest(plans.Values);
        return new(
            request,
            Math.Min(first.SampleSizes[0], request.LotSize),
            [.. request.Classes.Select(c => new ClassPlan(c, plans[c] ?? NoneAllowed(first), Protection(c, first)))]);
    }

    /// <summary>The decision of the lot.</summary>
    /// <param name="found">For each class, in order, the nonconforming items of each stage.</param>
    /// <exception cref="Refused">The classes do not match, or a number is negative.</exception>
    public SharedDecision Decide(IReadOnlyList<IReadOnlyList<long>> found)
    {
        if (found.Count != Classes.Count)
        {
            throw new Refused("refused.sampling.classes", Say(MostClasses)) { Field = "classes" };
        }

        List<DecisionAtStage> decisions = [.. Classes.Select((c, i) => Deciding.Decide(c.Plan, found[i]))];
        var worst = decisions.Exists(d => d.Decision == LotDecision.NotAccept) ? LotDecision.NotAccept
            : decisions.Exists(d => d.Decision == LotDecision.Continue) ? LotDecision.Continue
            : LotDecision.Accept;
        var names = Classes.Where((_, i) => decisions[i].Decision == worst).Select(c => c.Class.Name);
        return new(worst, decisions, [.. names]);
    }

    private static PlanRequest Ask(SharedSampleRequest request, ClassRequirement required) => new(
        request.Standard, request.Plan, required.Severity, required.Aql!, request.LotSize, request.Level, null);

    private static SamplingPlan Largest(IEnumerable<SamplingPlan?> plans) =>
        plans.OfType<SamplingPlan>().MaxBy(plan => plan.SampleSizes[0])!;

    // Row S holds one plan, reached from R: for the other classes, and for that one, R is the letter.
    private static string? LetterOf(SamplingPlan plan) => plan.FinalLetter == "S" ? "R" : plan.FinalLetter;

    // "AQL 0" is not in the tables: it can only mean that the drawn sample must be free of such items.
    private static SamplingPlan NoneAllowed(SamplingPlan first) => first with
    {
        PlanUsed = PlanKind.Single,
        SampleSizes = [first.SampleSizes[0]],
        Ac = [0],
        Re = [1],
        Confidence = Confidence.High,
    };

    private static Phrase? Protection(ClassRequirement required, SamplingPlan first)
    {
        if (required.Aql is not null)
        {
            return null;
        }

        var none = StagedPlan.Single(first.SampleSizes[0], 0);
        var passes = RiskCurve.QualityAt(none, RiskModel.Binomial, 0.10);
        return first.InspectAll
            ? Phrase.Of("sampling.words.every-item")
            : Phrase.Of(
                "sampling.words.none-allowed", Say(first.SampleSizes[0]), PlainWords.Digits(passes * 100, 2));
    }

    private static string Say(long number) => number.ToString(CultureInfo.InvariantCulture);
}
