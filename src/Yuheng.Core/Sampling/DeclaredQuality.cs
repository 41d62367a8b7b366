using System.Globalization;
using Yuheng.Core.Statistics;

namespace Yuheng.Core.Sampling;

/// <summary>
/// A declared quality level put to the test (ISO 2859-4, GB/T 2828.4): the answer is never "accepted", only that the
/// sample contradicts the declaration or does not. The tables that give n and L are not offered; they must be brought.
/// </summary>
/// <param name="N">Items drawn.</param>
/// <param name="L">The limit: more than L nonconforming items contradict the declaration.</param>
public sealed record DeclaredQualityTest(long N, long L)
{
    /// <summary>Whether what was found contradicts the declaration, with the reason.</summary>
    /// <param name="found">Nonconforming items in the sample, 0 to n.</param>
    /// <exception cref="Refused">A number is impossible.</exception>
    public (bool Contradicted, Phrase Reason) Judge(long found)
    {
        PlanNumbers.Need(N >= 1 && L >= 0 && L < N && found >= 0 && found <= N);
        var contradicted = found > L;
        var code = contradicted ? "sampling.declared-contradicted" : "sampling.declared-not-contradicted";
        return (contradicted, Phrase.Of(code, Say(found), Say(N), Say(L)));
    }

    /// <summary>The risk that a true declaration is contradicted.</summary>
    /// <param name="declared">The declared fraction nonconforming.</param>
    /// <exception cref="Refused">A number is impossible.</exception>
    public double RiskOfContradiction(double declared)
    {
        PlanNumbers.Need(N >= 1 && N <= StagedPlan.LargestSample && L >= 0 && L < N);
        OperatingCharacteristic.CheckQuality(declared, RiskModel.Binomial);
        return new Binomial(N, declared).Survival(L);
    }

    private static string Say(long number) => number.ToString(CultureInfo.InvariantCulture);
}
