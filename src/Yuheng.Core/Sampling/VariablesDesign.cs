using System.Globalization;
using Yuheng.Core.Statistics;

namespace Yuheng.Core.Sampling;

/// <summary>Whether the standard deviation of the process is known.</summary>
public enum SpreadKnown
{
    /// <summary>σ is known.</summary>
    Sigma,

    /// <summary>σ is estimated by the sample's standard deviation s.</summary>
    S,
}

/// <summary>The smallest variables plan (n, k) for two points; k meets the producer's point exactly.</summary>
public static class VariablesDesign
{
    /// <summary>The largest sample that is searched.</summary>
    public const long LargestSample = 1_000_000;

    /// <summary>Finds the plan for one specification limit.</summary>
    /// <param name="method">σ known or estimated.</param>
    /// <param name="p1">Producer's fraction nonconforming, above 0.</param>
    /// <param name="p2">Consumer's fraction nonconforming, above <paramref name="p1"/> and below 1.</param>
    /// <param name="risks">Alpha and beta.</param>
    /// <exception cref="Refused">A number is impossible, or no plan up to the largest sample exists.</exception>
    public static DesignedVariablesPlan Find(SpreadKnown method, double p1, double p2, DesignRisks risks)
    {
        CheckFraction(p1, "p1");
        CheckFraction(p2, "p2");
        risks.Checked();
        if (p1 >= p2)
        {
            throw new Refused("refused.sampling.p1-below-p2") { Field = "p1" };
        }

        // σ known has a closed form; σ unknown needs about 1 + k²/2 times as many items: a start for the search.
        var (z1, z2) = (Normal.UpperQuantile(p1), Normal.UpperQuantile(p2));
        var zAlpha = Normal.UpperQuantile(risks.Alpha);
        var root = (zAlpha + Normal.UpperQuantile(risks.Beta)) / (z1 - z2);
        var k = z1 - (zAlpha / root);
        var start = method == SpreadKnown.Sigma ? root * root : root * root * (1 + (k * k / 2));
        var least = method == SpreadKnown.Sigma ? 1 : 2;
        return Search(n => At(method, n, (z1, z2), risks), least, start, risks);
    }

    /// <summary>The probability of acceptance of a variables plan with one limit.</summary>
    /// <param name="method">σ known or estimated.</param>
    /// <param name="n">Sample size, 1 or more (2 or more with s).</param>
    /// <param name="k">Acceptability constant.</param>
    /// <param name="p">Fraction nonconforming, between 0 and 1.</param>
    /// <exception cref="Refused">A number is impossible.</exception>
    public static double Acceptance(SpreadKnown method, long n, double k, double p)
    {
        CheckFraction(p, "p");
        if (n < (method == SpreadKnown.Sigma ? 1 : 2) || n > LargestSample)
        {
            throw new Refused("refused.sampling.sample-size", Say(n), Say(LargestSample)) { Field = "n" };
        }

        var root = Math.Sqrt(n);
        var z = Normal.UpperQuantile(p);
        return method == SpreadKnown.Sigma
            ? Normal.Cdf(root * (z - k))
            : new NoncentralT(n - 1, root * z).Survival(root * k);
    }

    private static DesignedVariablesPlan At(
        SpreadKnown method, long n, (double Producer, double Consumer) z, DesignRisks risks)
    {
        var root = Math.Sqrt(n);
        if (method == SpreadKnown.Sigma)
        {
            var k = z.Producer - (Normal.UpperQuantile(risks.Alpha) / root);
            return new(n, k, 1 - risks.Alpha, Normal.Cdf(root * (z.Consumer - k)));
        }

        var t = new NoncentralT(n - 1, root * z.Producer).Quantile(risks.Alpha);
        return new(n, t / root, 1 - risks.Alpha, new NoncentralT(n - 1, root * z.Consumer).Survival(t));
    }

    private static DesignedVariablesPlan Search(
        Func<long, DesignedVariablesPlan> at, long least, double start, DesignRisks risks)
    {
        if (!(start < LargestSample))
        {
            throw new Refused("refused.sampling.no-plan", Say(LargestSample));
        }

        var n = Math.Max(least, (long)Math.Ceiling(start));
        var plan = at(n);
        var step = 1L;
        while (!risks.MeetsConsumer(plan.Pa2))
        {
            (n, step) = (n + step, step * 2);
            plan = at(n);
        }

        var (fails, meets) = (n, n);
        for (step = 1; fails >= least && risks.MeetsConsumer(plan.Pa2); step *= 2)
        {
            meets = fails;
            fails = Math.Max(least - 1, meets - step);
            plan = fails >= least ? at(fails) : plan;
        }

        while (meets - fails > 1)
        {
            var middle = fails + ((meets - fails) / 2);
            (fails, meets) = risks.MeetsConsumer(at(middle).Pa2) ? (fails, middle) : (middle, meets);
        }

        return at(meets);
    }

    private static void CheckFraction(double p, string field)
    {
        if (!(p > 0 && p < 1))
        {
            throw new Refused("refused.sampling.fraction-inside", p.ToString("R", CultureInfo.InvariantCulture))
            {
                Field = field,
            };
        }
    }

    private static string Say(long number) => number.ToString(CultureInfo.InvariantCulture);
}
