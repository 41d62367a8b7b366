namespace Yuheng.Server.Shell.Charts;

/// <summary>Carries numbers to places on the canvas.</summary>
/// <param name="Least">Number at the beginning.</param>
/// <param name="Most">Number at the end.</param>
/// <param name="From">Place of the beginning.</param>
/// <param name="To">Place of the end.</param>
internal sealed record Scale(double Least, double Most, double From, double To)
{
    /// <summary>An axis has about so many marks; more are not read.</summary>
    private const int Marks = 5;

    /// <summary>A scale whose ends are round numbers around the data.</summary>
    public static Scale Around(IEnumerable<double> values, double from, double to, bool zero = false)
    {
        var known = values.Where(double.IsFinite).ToArray();
        var least = known.Length == 0 ? 0 : known.Min();
        var most = known.Length == 0 ? 1 : known.Max();
        least = zero ? Math.Min(0, least) : least;
        if (most <= least)
        {
            most = least + (least == 0 ? 1 : Math.Abs(least) * 0.1);
        }

        var step = Step(least, most);
        return new Scale(Math.Floor(least / step) * step, Math.Ceiling(most / step) * step, from, to);
    }

    /// <summary>The place of a number.</summary>
    public double this[double number] => From + ((number - Least) / (Most - Least) * (To - From));

    /// <summary>Round numbers along the scale.</summary>
    public IEnumerable<double> Ticks()
    {
        var step = Step(Least, Most);
        var first = Math.Ceiling((Least / step) - 1e-9);
        for (var i = 0; i <= 2 * Marks && (first + i) * step <= Most + (step * 1e-9); i++)
        {
            // Rounding takes away the dust of binary fractions, which would be written out.
            yield return Math.Round((first + i) * step, 10);
        }
    }

    private static double Step(double least, double most)
    {
        var rough = (most - least) / Marks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }
}
