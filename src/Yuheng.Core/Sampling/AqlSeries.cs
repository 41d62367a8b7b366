using System.Globalization;

namespace Yuheng.Core.Sampling;

/// <summary>
/// The preferred AQLs, 0.010 to 1000 (percent nonconforming up to 10, nonconformities per hundred items throughout).
/// An AQL is a name in a series, so it is a text and is compared by decimal value, never a double.
/// </summary>
public static class AqlSeries
{
    private static readonly Dictionary<string, int> Written = [];
    private static readonly Dictionary<decimal, int> ByValue = [];

    static AqlSeries()
    {
        foreach (var (index, aql) in TableData.Layout.Aqls.Index())
        {
            Written.Add(aql, index);
            ByValue.Add(decimal.Parse(aql, CultureInfo.InvariantCulture), index);
        }
    }

    /// <summary>The AQLs as the standard writes them, in ascending order.</summary>
    public static IReadOnlyList<string> Values => TableData.Layout.Aqls;

    /// <summary>The place of an AQL in the series; "1" and "1.0" are the same.</summary>
    /// <exception cref="Refused">The text is no AQL of the series.</exception>
    public static int IndexOf(string aql)
    {
        if (Written.TryGetValue(aql, out var index))
        {
            return index;
        }

        return decimal.TryParse(aql, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && ByValue.TryGetValue(value, out index)
            ? index
            : throw new Refused("refused.sampling.aql-unknown", aql, string.Join(", ", Values)) { Field = "aql" };
    }
}
