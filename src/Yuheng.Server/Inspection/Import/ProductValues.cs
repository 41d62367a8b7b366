using Yuheng.Core;
using Yuheng.Core.Quantities;

namespace Yuheng.Server.Inspection.Import;

/// <summary>How sizes and pressures are understood: by the engine, whose refusals become reasons at the cell.</summary>
internal static class ProductValues
{
    /// <summary>A size as it is shown back: <c>DN15</c>.</summary>
    public static Taken<string> Size(string text) => Canonical(text, given => NominalSize.Read(given).ToString());

    /// <summary>A rating as it is shown back: <c>PN16</c>.</summary>
    public static Taken<string> Rating(string text) => Canonical(text, given => PressureRating.Read(given).ToString());

    private static Taken<string> Canonical(string text, Func<string, string> read)
    {
        try
        {
            return Taken.Of(read(text));
        }
        catch (Refused refused)
        {
            return new Taken<string>("", refused.Phrase, null, null);
        }
    }
}
