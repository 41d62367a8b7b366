namespace Yuheng.Core.Sampling;

/// <summary>A standard in the edition that is offered.</summary>
/// <param name="Name">As it is asked for: <c>ISO 2859-1:1999</c>.</param>
/// <param name="Edition">The edition alone: <c>1999</c>.</param>
/// <param name="SingleUpTo">The last AQL that is known, when the edition is known for single plans only; else
/// null.</param>
/// <param name="Switching">Whether its switching rules are offered.</param>
/// <param name="Gap">Whether its reduced plans leave a gap between Ac and Re.</param>
public sealed record SamplingStandard(string Name, string Edition, string? SingleUpTo, bool Switching, bool Gap)
{
    internal MasterTables Tables => Gap ? MasterTables.Mil : MasterTables.Iso;
}

/// <summary>The standards and editions whose plans are offered.</summary>
public static class Standards
{
    /// <summary>All that is offered.</summary>
    public static IReadOnlyList<SamplingStandard> All { get; } =
    [
        new("ISO 2859-1:1999", "1999", null, Switching: true, Gap: false),
        new("GB/T 2828.1-2012", "2012", null, Switching: true, Gap: false),

        // The third edition replaced 1999 in January 2026; only its single plans are known, and only up to 6.5.
        new("ISO 2859-1:2026", "2026", "6.5", Switching: false, Gap: false),

        // Its limit numbers (table VIII) are not at hand, so its switching rules are not offered.
        new("MIL-STD-105E", "1989", null, Switching: false, Gap: true),
    ];

    /// <summary>The standard of a name.</summary>
    /// <exception cref="Refused">It is not offered.</exception>
    public static SamplingStandard Find(string name)
    {
        foreach (var standard in All)
        {
            if (standard.Name == name)
            {
                return standard;
            }
        }

        throw new Refused("refused.sampling.standard-unknown", name, string.Join(", ", All.Select(s => s.Name)))
        {
            Field = "standard",
        };
    }
}
