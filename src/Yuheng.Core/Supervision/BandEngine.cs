using System.Globalization;
using Yuheng.Core.Workflows;

namespace Yuheng.Core.Supervision;

/// <summary>
/// The second risk engine: severity 1 to 4 by bands of probability, as in the EU's general risk assessment. A
/// probability equal to a bound falls into the higher band.
/// </summary>
public sealed record BandEngine(
    string Id,
    Bilingual Title,
    string Source,
    string Confidence,
    IReadOnlyList<RiskBand> Bands)
{
    /// <summary>The embedded engine.</summary>
    public static BandEngine Default { get; } =
        SupervisionPacks.Embedded("risk-bands", SupervisionJson.Default.BandEngine);

    /// <summary>The grade of a product: the highest over its scenarios.</summary>
    /// <exception cref="Refused">No scenario is given, or a value is out of range.</exception>
    public RiskDecision Grade(IReadOnlyCollection<RiskScenario> scenarios)
    {
        if (scenarios.Count == 0)
        {
            throw new Refused("refused.supervision.no-hazard");
        }

        var graded = scenarios.Select(Grade).ToArray();
        return new RiskDecision(graded.Max(g => g.Grade), [.. graded.Select(g => g.Reason)]);
    }

    private (RiskGrade Grade, Phrase Reason) Grade(RiskScenario scenario)
    {
        if (scenario.Severity is < 1 or > 4 || scenario.Probability is < 0 or > 1)
        {
            throw new Refused("refused.supervision.scenario", scenario.Name);
        }

        var band = Bands.First(b => scenario.Probability >= b.From);
        var grade = RiskGrades.Parse(band.Grades[scenario.Severity - 1]);
        return (grade, Phrase.Of(
            "supervision.risk.band",
            scenario.Name,
            scenario.Severity.ToString(CultureInfo.InvariantCulture),
            scenario.Probability.ToString(CultureInfo.InvariantCulture),
            band.From.ToString(CultureInfo.InvariantCulture),
            grade.Word()));
    }
}

/// <summary>A band of probability, from its lower bound up, with the grades of severities 1 to 4.</summary>
public sealed record RiskBand(decimal From, IReadOnlyList<string> Grades);

/// <summary>An injury scenario: severity 1 to 4 and its probability over the product's life.</summary>
public sealed record RiskScenario(string Name, int Severity, decimal Probability);
