namespace Yuheng.Core.Judging;

/// <summary>The lead statistic of NSF/ANSI/CAN 61 section 9.</summary>
public static class LeadRelease
{
    /// <summary>Q = exp(mean ln D) × exp(k1 × S), in the unit of the dosages; S with n − 1.</summary>
    public static double Q(IReadOnlyList<double> dosages, double k1)
    {
        var logs = dosages.Select(d => Math.Log(d)).ToList();
        var mean = logs.Average();
        var spread = Math.Sqrt(logs.Sum(y => (y - mean) * (y - mean)) / (logs.Count - 1));
        return Math.Exp(mean) * Math.Exp(k1 * spread);
    }
}
