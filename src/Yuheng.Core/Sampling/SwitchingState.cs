namespace Yuheng.Core.Sampling;

/// <summary>
/// Where a series of lots stands: one for each supplier, product and class of nonconformity. A value, so that it can be
/// stored; folding the whole history gives the same value.
/// </summary>
/// <param name="Agreement">What the series is inspected by.</param>
/// <param name="Severity">The severity of the next lot.</param>
public sealed record SwitchingState(InspectionAgreement Agreement, Severity Severity)
{
    /// <summary>The switching score since normal inspection began (9.3.3).</summary>
    public int Score { get; init; }

    /// <summary>
    /// The last five lots as bits, the newest lowest; 1 is a lot not accepted. Restarts with each severity.
    /// </summary>
    public int RecentNotAccepted { get; init; }

    /// <summary>Lots accepted in a row under this severity.</summary>
    public int AcceptedInARow { get; init; }

    /// <summary>Lots not accepted in this spell of tightened inspection (9.4).</summary>
    public int NotAcceptedTightened { get; init; }

    /// <summary>The acceptance score of fractional plans with varying sample sizes (13.3).</summary>
    public int AcceptanceScore { get; init; }

    /// <summary>
    /// Samples in a row without a nonconforming item, for fractional plans with constant sample size (13.2).
    /// </summary>
    public int CleanSamples { get; init; }

    /// <summary>The start of a series: normal inspection, nothing counted.</summary>
    /// <exception cref="Refused">The agreement is not offered; the field names the member.</exception>
    public static SwitchingState Start(InspectionAgreement agreement)
    {
        var standard = Standards.Find(agreement.Standard);
        if (!standard.Switching)
        {
            var offered = string.Join(", ", Standards.All.Where(s => s.Switching).Select(s => s.Name));
            throw new Refused("refused.sampling.switching-not-offered", standard.Name, offered) { Field = "standard" };
        }

        if (agreement.Fractional != FractionalUse.None && agreement.Plan != PlanKind.Single)
        {
            throw new Refused("refused.sampling.fractional-single-only") { Field = "plan" };
        }

        // Any lot will do: this refuses an unknown AQL, level or plan before the first lot comes.
        SamplingPlans.Find(new PlanRequest(
            agreement.Standard, agreement.Plan, Severity.Normal, agreement.Aql, 2, agreement.Level, null));
        return new SwitchingState(agreement, Severity.Normal);
    }

    internal SwitchingState Enter(Severity severity) => new(Agreement, severity);
}
