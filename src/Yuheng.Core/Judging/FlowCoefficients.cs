namespace Yuheng.Core.Judging;

/// <summary>Flow coefficients of valves.</summary>
public static class FlowCoefficients
{
    /// <summary>Kv = Q·√(rho / (reference·dp)): Q in m³/h, dp in bar, densities in kg/m³.</summary>
    public static decimal Kv(decimal flow, decimal drop, decimal density, decimal reference) =>
        flow * Root(density / (reference * drop));

    // Newton's rule on decimals: measured values are not turned into doubles.
    private static decimal Root(decimal value)
    {
        // From a start within one decade, 60 steps reach the last digit with many to spare.
        const int steps = 60;
        var root = value > 1 ? value : 1m;
        for (var i = 0; i < steps; i++)
        {
            root = (root + (value / root)) / 2;
        }

        return root;
    }
}
