using Yuheng.Core;
using Yuheng.Core.Quantities;

namespace Yuheng.Server.Inspection.Import;

/// <summary>How sizes and pressures are understood: by the engine. What it refuses is a reason at the cell.</summary>
internal static class ProductValues
{
    /// <summary>A size as it is shown back: <c>DN15</c>.</summary>
    public static Taken<string> Size(string text) =>
        Read(text, NominalSizeOf) is { } size
            ? Taken.Of(size)
            : Refused("refused.quantities.size-unknown", text, null);

    /// <summary>A rating as it is shown back: <c>PN16</c>. A bare number is not guessed, only suggested.</summary>
    public static Taken<string> Rating(string text) =>
        Read(text, RatingOf) is { } rating
            ? Taken.Of(rating)
            : Refused("refused.quantities.rating-unknown", text, Read("PN" + text, RatingOf));

    private static string NominalSizeOf(string text) => NominalSize.Read(text).ToString();

    private static string RatingOf(string text) => PressureRating.Read(text).ToString();

    /// <summary>
    /// The engine says what it stumbled over (a number, a unit); a column of sizes or ratings says what it expects.
    /// </summary>
    private static Taken<string> Refused(string code, string text, string? suggestion) =>
        new("", Phrase.Of(code, text), suggestion, null);

    private static string? Read(string text, Func<string, string> read)
    {
        try
        {
            return read(text);
        }
        catch (Refused)
        {
            return null;
        }
    }
}
