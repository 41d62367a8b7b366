using System.Globalization;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>
/// Looks at a paper as it comes in. Each finding is a flag with its reason for a person: buyers name these as the signs
/// of
/// forged or reused certificates.
/// </summary>
public static class PaperChecks
{
    /// <summary>Fewer values than this say nothing of how digits are spread.</summary>
    public const int FewestValues = 10;

    /// <summary>Chance below which round last digits are no accident.</summary>
    public const double TooRound = 0.001;

    /// <summary>All suspicions, in a fixed order; none for a paper without fault.</summary>
    public static IReadOnlyList<Suspicion> Of(PackSet packs, PaperFacts paper) =>
    [
        .. Heat(paper), .. Mass(paper), .. Digits(paper), .. Edition(packs, paper), .. Gauges(paper), .. Signer(paper),
    ];

    /// <summary>
    /// The chance that at least this many of the printed values end in 0 or 5 if last digits are spread evenly (two in
    /// ten). Values printed without decimals are not counted: whole numbers are often meant to be.
    /// </summary>
    public static double ChanceOfRoundDigits(IReadOnlyList<decimal> values)
    {
        var digits = values.Where(v => v.Scale > 0).Select(LastDigit).ToList();
        var round = digits.Count(d => d is 0 or 5);
        return TailOfBinomial(digits.Count, round, 0.2);
    }

    private static IEnumerable<Suspicion> Heat(PaperFacts paper)
    {
        if (paper is { HeatOnCertificate: { } certificate, HeatOnSample: { } sample }
            && Key(certificate) != Key(sample))
        {
            yield return new Suspicion("heat-differs", Phrase.Of("judging.paper.heat-differs", certificate, sample));
        }
    }

    private static IEnumerable<Suspicion> Mass(PaperFacts paper)
    {
        var used = paper.EarlierUses.Sum(u => u.MassKg) + (paper.LotMassKg ?? 0);
        if (paper.HeatMassKg is { } mass && used > mass)
        {
            yield return new Suspicion("heat-overused", Phrase.Of("judging.paper.heat-overused", NumberText.Show(used),
                NumberText.Show(mass), string.Join(", ", paper.EarlierUses.Select(u => u.Lot))));
        }
    }

    private static IEnumerable<Suspicion> Digits(PaperFacts paper)
    {
        var counted = paper.PrintedValues.Count(v => v.Scale > 0);
        if (counted >= FewestValues && ChanceOfRoundDigits(paper.PrintedValues) < TooRound)
        {
            yield return new Suspicion("too-round", Phrase.Of("judging.paper.too-round",
                counted.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static IEnumerable<Suspicion> Edition(PackSet packs, PaperFacts paper)
    {
        if (paper.Standard is { } standard && packs.Find(standard, paper.Edition) is { } pack
            && !PackSet.IsInForce(pack, paper.TestDay))
        {
            yield return new Suspicion("edition-not-in-force",
                Phrase.Of("judging.paper.edition-not-in-force", standard, pack.Edition, Day(paper.TestDay)));
        }
    }

    private static IEnumerable<Suspicion> Gauges(PaperFacts paper) => paper.Gauges
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Where(g => g.Value is not { } due || paper.TestDay > due)
        .Select(g => new Suspicion("gauge-not-valid", Phrase.Of("judging.paper.gauge-not-valid", g.Key,
            g.Value is { } due ? Day(due) : "?", Day(paper.TestDay))));

    private static IEnumerable<Suspicion> Signer(PaperFacts paper)
    {
        if (paper.NeedsIndependentSigner && paper.SignerIndependent != true)
        {
            yield return new Suspicion("signer-not-independent", Phrase.Of("judging.paper.signer-not-independent"));
        }
    }

    private static int LastDigit(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = new decimal(bits[0], bits[1], bits[2], false, 0);
        return (int)(digits % 10);
    }

    private static double TailOfBinomial(int n, int atLeast, double p)
    {
        double tail = 0, term = Math.Pow(1 - p, n);
        for (var k = 0; k <= n; k++)
        {
            tail += k >= atLeast ? term : 0;
            term *= (double)(n - k) / (k + 1) * p / (1 - p);
        }

        return tail;
    }

    private static string Key(string heat) =>
        string.Concat(NumberText.Fold(heat).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
