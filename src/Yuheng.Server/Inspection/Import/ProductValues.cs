using System.Text.RegularExpressions;
using Yuheng.Core;

namespace Yuheng.Server.Inspection.Import;

/// <summary>
/// How sizes and pressures are understood: given to the import, so that it follows the engine's reading.
/// </summary>
/// <param name="NominalSize">A size as it is shown back (<c>DN15</c>); refuses what is none.</param>
/// <param name="PressureRating">A rating as it is shown back (<c>PN16</c>); refuses what is none.</param>
internal sealed partial record ProductValues(Func<string, string> NominalSize, Func<string, string> PressureRating)
{
    /// <summary>A plain reading without the engine: designations by their form alone.</summary>
    public static ProductValues Plain { get; } = new(Size, Rating);

    private static string Size(string text) => SizeForm().Match(CellText.Clean(text)) is { Success: true } match
        ? "DN" + match.Groups[1].Value
        : InchForm().Match(CellText.Clean(text)) is { Success: true } inch ? "NPS " + inch.Groups[1].Value
        : throw new Refused("import.reason.size-unknown", CellText.Clean(text));

    private static string Rating(string text)
    {
        var clean = CellText.Clean(text).Replace(" ", "").ToUpperInvariant();
        if (PressureForm().Match(clean) is { Success: true } match)
        {
            var bar = NumberIn(match.Groups[1].Value) * (match.Groups[2].Value == "MPA" ? 10m : 1m);
            return "PN" + bar.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
        }

        return RatingForm().IsMatch(clean) ? clean : throw new Refused("import.reason.rating-unknown", clean);
    }

    private static decimal NumberIn(string text) =>
        decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:DN)?\s*(\d{1,4})$", RegexOptions.IgnoreCase)]
    private static partial Regex SizeForm();

    [GeneratedRegex(@"^(?:NPS)?\s*(\d{1,2}(?:[ -]\d/\d)?|\d/\d)\s*(?:""|in|inch)$", RegexOptions.IgnoreCase)]
    private static partial Regex InchForm();

    [GeneratedRegex(@"^(\d{1,4}(?:\.\d{1,3})?)(MPA|BAR)$")]
    private static partial Regex PressureForm();

    [GeneratedRegex(@"^(PN\d{1,3}(\.\d)?|\d{2,5}(WOG|LB|#)|(CLASS|CL)\d{2,4}|MOP\d{1,2}(\.\d)?)$")]
    private static partial Regex RatingForm();
}
