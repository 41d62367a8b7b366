namespace Yuheng.Core.Statistics;

/// <summary>
/// Patterns on a control chart. A point is named when a pattern is complete at it and it is itself part of the pattern.
/// </summary>
public static class RunRules
{
    private static readonly (string Name, Func<double[], int, bool> Holds)[] NelsonRules =
    [
        ("N1", (z, i) => Math.Abs(z[i]) > 3),
        ("N2", (z, i) => AllOf(z, i, 9, v => v > 0) || AllOf(z, i, 9, v => v < 0)),
        ("N3", (z, i) => Steps(z, i, 6, (_, step) => step > 0) || Steps(z, i, 6, (_, step) => step < 0)),
        ("N4", (z, i) => Alternates(z, i, 14)),
        ("N5", (z, i) => SomeOf(z, i, (2, 3), 2)),
        ("N6", (z, i) => SomeOf(z, i, (4, 5), 1)),
        ("N7", (z, i) => AllOf(z, i, 15, v => Math.Abs(v) < 1)),
        ("N8", (z, i) => AllOf(z, i, 8, v => Math.Abs(v) > 1)),
    ];

    private static readonly (string Name, Func<double[], int, bool> Holds)[] WesternElectricRules =
    [
        ("W1", (z, i) => Math.Abs(z[i]) > 3),
        ("W2", (z, i) => SomeOf(z, i, (2, 3), 2)),
        ("W3", (z, i) => SomeOf(z, i, (4, 5), 1)),
        ("W4", (z, i) => AllOf(z, i, 8, v => v > 0) || AllOf(z, i, 8, v => v < 0)),
    ];

    /// <summary>Nelson's eight rules (1984), N1 to N8: for each the points, counted from 1.</summary>
    /// <exception cref="Refused">Sigma is not above 0.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<int>> Nelson(
        IReadOnlyList<double> values, double center, double sigma) => Signals(NelsonRules, values, center, sigma);

    /// <summary>The four rules of the Western Electric handbook (1956), W1 to W4.</summary>
    /// <exception cref="Refused">Sigma is not above 0.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<int>> WesternElectric(
        IReadOnlyList<double> values, double center, double sigma) =>
        Signals(WesternElectricRules, values, center, sigma);

    private static Dictionary<string, IReadOnlyList<int>> Signals(
        (string Name, Func<double[], int, bool> Holds)[] rules,
        IReadOnlyList<double> values,
        double center,
        double sigma)
    {
        if (!(sigma > 0))
        {
            throw new Refused("refused.statistics.chart-setting", "sigma") { Field = "sigma" };
        }

        double[] z = [.. values.Select(value => (value - center) / sigma)];
        return rules.ToDictionary(
            rule => rule.Name,
            rule => (IReadOnlyList<int>)
                [.. Enumerable.Range(0, z.Length).Where(i => rule.Holds(z, i)).Select(i => i + 1)]);
    }

    private static bool AllOf(double[] z, int at, int length, Func<double, bool> holds)
    {
        for (var i = at; i > at - length; i--)
        {
            if (i < 0 || !holds(z[i]))
            {
                return false;
            }
        }

        return true;
    }

    // The newest point must itself lie beyond, and enough of its neighbours on the same side.
    private static bool SomeOf(double[] z, int at, (int Needed, int Of) count, double beyond)
    {
        var side = Math.Sign(z[at]);
        var found = 0;
        for (var i = Math.Max(0, at - count.Of + 1); i <= at; i++)
        {
            found += side * z[i] > beyond ? 1 : 0;
        }

        return side * z[at] > beyond && found >= count.Needed;
    }

    private static bool Alternates(double[] z, int at, int length)
    {
        var last = at > 0 ? Math.Sign(z[at] - z[at - 1]) : 0;
        return last != 0 && Steps(z, at, length, (back, step) => Math.Sign(step) == (back % 2 == 0 ? last : -last));
    }

    private static bool Steps(double[] z, int at, int points, Func<int, double, bool> holds)
    {
        if (at < points - 1)
        {
            return false;
        }

        for (var back = 0; back < points - 1; back++)
        {
            if (!holds(back, z[at - back] - z[at - back - 1]))
            {
                return false;
            }
        }

        return true;
    }
}
