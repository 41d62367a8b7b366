namespace Yuheng.Core.Statistics;

/// <summary>Sixteen-point Gauss-Legendre integration: exact for polynomials up to degree 31.</summary>
internal static class GaussLegendre
{
    private const int Points = 16;
    private static readonly (double Node, double Weight)[] Rule = Make();

    /// <summary>The integral of a smooth function over one panel.</summary>
    public static double Integrate(double from, double to, Func<double, double> function)
    {
        var (middle, half) = ((from + to) / 2, (to - from) / 2);
        var sum = 0.0;
        foreach (var (node, weight) in Rule)
        {
            sum += weight * function(middle + (half * node));
        }

        return sum * half;
    }

    // Roots of the Legendre polynomial by Newton's method; five steps from the cosine are exact.
    private static (double, double)[] Make()
    {
        var rule = new (double, double)[Points];
        for (var i = 0; i < Points; i++)
        {
            var x = Math.Cos(Math.PI * (i + 0.75) / (Points + 0.5));
            var slope = 0.0;
            for (var step = 0; step < 5; step++)
            {
                double value = 1, previous = 0;
                for (var n = 0; n < Points; n++)
                {
                    (value, previous) = (((((2 * n) + 1) * x * value) - (n * previous)) / (n + 1), value);
                }

                slope = Points * ((x * value) - previous) / ((x * x) - 1);
                x -= value / slope;
            }

            rule[i] = (x, 2 / ((1 - (x * x)) * slope * slope));
        }

        return rule;
    }
}
