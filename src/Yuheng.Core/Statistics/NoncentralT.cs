namespace Yuheng.Core.Statistics;

/// <summary>
/// The noncentral t distribution, T = (Z + δ)/W with W² a chi-square over its degrees of freedom. The integral over W
/// has a log-concave integrand: its peak is found and the integral taken around it, so that any noncentrality, sign
/// and tail keeps full relative accuracy.
/// </summary>
/// <param name="DegreesOfFreedom">ν, 1 or more.</param>
/// <param name="Noncentrality">δ, any finite number.</param>
public readonly record struct NoncentralT(double DegreesOfFreedom, double Noncentrality)
{
    // The integrand has fallen by e^−42 at the ends: less than the last digit of the sum.
    private const double Fall = 42;
    private const int EvenPanels = 12;
    private const int MostSteps = 60;

    // The peak may lie at 1e-18, the end beyond 10.
    private const int MostDoublings = 100;

    // Where Φ turns from 0 to 1 it may be steeper than the chi density: extra panels around that point.
    private static readonly double[] AroundTheTurn = [-6, -4, -2, -1, 0, 1, 2, 4, 6];

    /// <summary>P(T ≤ t).</summary>
    public double Cdf(double t) => Math.Min(1, Tail(t, 1));

    /// <summary>P(T &gt; t).</summary>
    public double Survival(double t) => Math.Min(1, Tail(t, -1));

    /// <summary>The t with P(T ≤ t) = p.</summary>
    /// <param name="p">Between 0 and 1, both excluded.</param>
    public double Quantile(double p)
    {
        // In normal scores the distribution function is almost a straight line: secants converge at once.
        var score = Normal.Quantile(p);
        var spread = Math.Sqrt(1 + (Noncentrality * Noncentrality / (2 * DegreesOfFreedom)));
        var (from, to) = (Noncentrality + (score * spread), 0.0);
        var (errorFrom, low, high) = (Score(from) - score, double.NegativeInfinity, double.PositiveInfinity);
        to = from - (errorFrom * spread);
        for (var step = 0; step < MostSteps && from != to; step++)
        {
            (low, high) = errorFrom > 0 ? (low, Math.Min(high, from)) : (Math.Max(low, from), high);
            if (to <= low || to >= high)
            {
                to = (low + high) / 2;
            }

            var errorTo = Score(to) - score;
            if (errorTo == 0 || Math.Abs(to - from) < 1e-14 * Math.Abs(to))
            {
                return to;
            }

            var slope = (errorTo - errorFrom) / (to - from);
            (from, errorFrom, to) = (to, errorTo, to - (errorTo / (slope > 0 ? slope : 1 / spread)));
        }

        return from;
    }

    private double Score(double t)
    {
        var below = Cdf(t);
        return below < 0.5 ? Normal.Quantile(below) : Normal.UpperQuantile(Survival(t));
    }

    private double Tail(double t, double side)
    {
        var integrand = new LogIntegrand(DegreesOfFreedom, Noncentrality, t, side);
        var peak = integrand.Peak();
        var height = integrand.At(peak);
        var from = integrand.WhereFallen(peak, height - Fall, upward: false);
        var to = integrand.WhereFallen(peak, height - Fall, upward: true);
        var sum = 0.0;
        var last = from;
        foreach (var cut in Cuts(from, to, t))
        {
            if (cut > last && cut <= to)
            {
                sum += GaussLegendre.Integrate(last, cut, w => Math.Exp(integrand.At(w) - height));
                last = cut;
            }
        }

        return sum * Math.Exp(height);
    }

    private IEnumerable<double> Cuts(double from, double to, double t)
    {
        var cuts = new List<double>(EvenPanels + AroundTheTurn.Length);
        for (var i = 1; i <= EvenPanels; i++)
        {
            cuts.Add(i == EvenPanels ? to : from + ((to - from) * i / EvenPanels));
        }

        if (t != 0)
        {
            foreach (var away in AroundTheTurn)
            {
                cuts.Add((Noncentrality + away) / t);
            }
        }

        cuts.Sort();
        return cuts;
    }

    private sealed record LogIntegrand(double Nu, double Delta, double T, double Side)
    {
        private readonly double _constant = Math.Log(2) + (0.5 * Math.Log(Nu / 2))
            - SpecialFunctions.StirlingError(Nu / 2) - SpecialFunctions.LogSqrtTwoPi;

        public double At(double w)
        {
            var chi = (Nu > 1 ? (Nu - 1) * Math.Log(w) : 0) - (Nu / 2 * (w - 1) * (w + 1));
            return _constant + chi + Normal.LogCdf(Side * ((T * w) - Delta));
        }

        /// <summary>The peak: the slope falls throughout, so halving finds its zero.</summary>
        public double Peak()
        {
            double low = 0, high = 1;
            for (var step = 0; step < MostSteps && Slope(high) > 0; step++)
            {
                (low, high) = (high, 2 * high);
            }

            for (var step = 0; step < MostSteps && high - low > 1e-6 * high; step++)
            {
                var middle = (low + high) / 2;
                (low, high) = Slope(middle) > 0 ? (middle, high) : (low, middle);
            }

            return high;
        }

        public double WhereFallen(double peak, double level, bool upward)
        {
            var (near, far) = (peak, upward ? 2 * peak : 0);
            for (var step = 0; upward && step < MostDoublings && At(far) > level; step++)
            {
                (near, far) = (far, 2 * far);
            }

            if (!upward && At(double.Epsilon) > level)
            {
                return 0;
            }

            // Twenty halvings place the end within a millionth; it need not be exact.
            for (var step = 0; step < 20; step++)
            {
                var middle = (near + far) / 2;
                (near, far) = At(middle) > level ? (middle, far) : (near, middle);
            }

            return far;
        }

        private double Slope(double w) =>
            (Side * T * Normal.Hazard(Side * ((T * w) - Delta))) + ((Nu - 1) / w) - (Nu * w);
    }
}
