using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yuheng.Core.Quantities;

/// <summary>The nominal size of a valve. DN and NPS name the same thing and must agree where both are given.</summary>
/// <param name="Dn">DN, a designation without unit (ISO 6708).</param>
/// <param name="Nps">NPS as a decimal, null for the sizes that have none.</param>
public readonly record struct NominalSize(int Dn, decimal? Nps)
{
    // The table of designations is data, embedded beside the packs.
    private static readonly FrozenDictionary<int, (string? Inches, decimal? Nps)> Sizes = Load();

    /// <summary>As it is shown back to the person who wrote it.</summary>
    public override string ToString() => "DN" + Dn.ToString(CultureInfo.InvariantCulture);

    /// <summary>The size in inches as it is printed (<c>3/4</c>, <c>1 1/2</c>), null where there is none.</summary>
    [JsonIgnore]
    public string? Inches => Sizes[Dn].Inches;

    /// <summary>
    /// Reads <c>DN15</c>, <c>15</c>, <c>3/4"</c>, <c>NPS 1/2</c>, <c>1-1/2 in</c>; full-width forms too.
    /// </summary>
    /// <exception cref="Refused">DN 0, DN 65.5, a size outside the series, or nothing that reads as a size.</exception>
    public static NominalSize Read(string? text, string field = "dn")
    {
        var folded = NumberText.Fold(text).ToUpperInvariant();
        if (folded.Length == 0)
        {
            throw new Refused("refused.quantities.size-missing") { Field = field };
        }

        var (body, inches, dn) = Strip(folded);
        if (dn && inches)
        {
            throw Unknown(folded, field);
        }

        return inches || (body.Contains('/') && !dn)
            ? OfNps(ReadInches(body, field), field)
            : OfDn(NumberText.ReadDecimal(body, field), field);
    }

    /// <summary>Whether a DN number is a designation of the series.</summary>
    public static bool IsDesignation(int dn) => Sizes.ContainsKey(dn);

    /// <summary>The size of a DN number.</summary>
    /// <exception cref="Refused">Not a designation of the series.</exception>
    public static NominalSize OfDn(decimal dn, string field = "dn") =>
        dn == decimal.Truncate(dn) && dn is > 0 and < 10000 && Sizes.TryGetValue((int)dn, out var row)
            ? new NominalSize((int)dn, row.Nps)
            : throw Unknown("DN" + NumberText.Show(dn), field);

    /// <summary>The size of an NPS number (0.5 for 1/2).</summary>
    /// <exception cref="Refused">Not a designation of the series.</exception>
    public static NominalSize OfNps(decimal nps, string field = "nps")
    {
        foreach (var (dn, row) in Sizes)
        {
            if (row.Nps == nps)
            {
                return new NominalSize(dn, nps);
            }
        }

        throw Unknown("NPS " + NumberText.Show(nps), field);
    }

    /// <summary>The one size that DN and NPS name together; either may be absent.</summary>
    /// <exception cref="Refused">They disagree, or one of them is not a size. Null where neither is given.</exception>
    public static NominalSize? OfBoth(decimal? dn, decimal? nps)
    {
        var first = dn is { } d ? OfDn(d) : (NominalSize?)null;
        var second = nps is { } n ? OfNps(n) : (NominalSize?)null;
        if (first is { } a && second is { } b && a.Dn != b.Dn)
        {
            throw new Refused("refused.quantities.dn-nps-disagree", NumberText.Show(a.Dn), NumberText.Show(nps!.Value))
            {
                Field = "nps",
            };
        }

        return first ?? second;
    }

    private static (string Body, bool Inches, bool Dn) Strip(string folded)
    {
        var inches = false;
        foreach (var end in (ReadOnlySpan<string>)["INCHES", "INCH", "IN", "\""])
        {
            if (folded.EndsWith(end, StringComparison.Ordinal))
            {
                (folded, inches) = (folded[..^end.Length].Trim(), true);
                break;
            }
        }

        if (folded.StartsWith("NPS", StringComparison.Ordinal))
        {
            return (folded[3..].Trim(), true, false);
        }

        var dn = folded.StartsWith("DN", StringComparison.Ordinal);
        return (dn ? folded[2..].Trim() : folded, inches, dn);
    }

    // "3/4", "1 1/2", "1-1/2", "2", "2.5"
    private static decimal ReadInches(string body, string field)
    {
        var parts = body.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > 2 || (parts.Length == 2 && !parts[1].Contains('/')))
        {
            throw Unknown(body, field);
        }

        return parts.Sum(part => ReadFraction(part, field));
    }

    private static decimal ReadFraction(string part, string field)
    {
        var slash = part.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return NumberText.ReadDecimal(part, field);
        }

        var below = NumberText.ReadDecimal(part[(slash + 1)..], field);
        return below > 0 ? NumberText.ReadDecimal(part[..slash], field) / below : throw Unknown(part, field);
    }

    private static Refused Unknown(string understood, string field) =>
        new("refused.quantities.size-unknown", understood) { Field = field };

    private static FrozenDictionary<int, (string?, decimal?)> Load()
    {
        using var stream = typeof(NominalSize).Assembly.GetManifestResourceStream(
            "packs/catalogue/nominal-sizes.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("sizes").EnumerateArray().ToFrozenDictionary(
            row => row.GetProperty("dn").GetInt32(),
            row => row.TryGetProperty("inches", out var inches)
                ? (inches.GetString(), row.GetProperty("nps").GetDecimal())
                : ((string?)null, (decimal?)null));
    }
}
