using System.Globalization;
using System.Text;
using System.Xml;

namespace Yuheng.Server.Sheets;

/// <summary>The number formats of a workbook, by the index that cells carry.</summary>
internal static class XlsxStyles
{
    /// <summary>
    /// Longest run of zeros that is honoured: the longest code, a credit code of 18 characters, and some.
    /// </summary>
    private const int LongestPadding = 32;

    /// <summary>
    /// Ids of date formats that need no text in the file: ECMA-376 part 1, 18.8.30, with those of the Chinese edition.
    /// </summary>
    private static bool IsDateId(int id) =>
        id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>Reads the style part; a workbook without one has no formats.</summary>
    public static IReadOnlyList<NumberLook> Read(XlsxPackage package, string part)
    {
        using var xml = package.Xml(part);
        var formats = new Dictionary<int, string>();
        var looks = new List<NumberLook>();
        var inCellFormats = false;
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs")
            {
                inCellFormats = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            else if (xml.LocalName == "numFmt" && formats.Count < SheetLimits.Styles)
            {
                formats[Id(xml)] = xml.GetAttribute("formatCode") ?? "";
            }
            else if (xml.LocalName == "xf" && inCellFormats && looks.Count < SheetLimits.Styles)
            {
                looks.Add(Look(Id(xml), formats));
            }
        }

        return looks;
    }

    private static int Id(XmlReader xml)
    {
        var text = xml.GetAttribute("numFmtId");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
    }

    private static NumberLook Look(int id, Dictionary<int, string> formats) => formats.TryGetValue(id, out var code)
        ? Look(code)
        : IsDateId(id) ? new NumberLook(true, 0, 0)
        : id is 2 or 4 ? new NumberLook(false, 0, 2) : NumberLook.General;

    private static NumberLook Look(string code)
    {
        var bare = Bare(code);
        if (bare.StartsWith("General", StringComparison.OrdinalIgnoreCase))
        {
            return NumberLook.General;
        }

        if (bare.AsSpan().ContainsAny("yYmMdDhHsS"))
        {
            return new NumberLook(true, 0, 0);
        }

        var point = bare.IndexOf('.');
        var whole = point < 0 ? bare : bare[..point];
        var decimals = point < 0 ? 0 : bare[(point + 1)..].TakeWhile(c => c == '0').Count();
        var scientific = bare.AsSpan().ContainsAny("eE%?/");
        return scientific
            ? NumberLook.General
            : new NumberLook(
                false, Math.Min(whole.Count(c => c == '0'), LongestPadding), Math.Min(decimals, LongestPadding));
    }

    /// <summary>The first section of a format without quoted words, colours and escaped characters.</summary>
    private static string Bare(string code)
    {
        var bare = new StringBuilder();
        var quoted = false;
        var bracketed = false;
        for (var at = 0; at < code.Length; at++)
        {
            var c = code[at];
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || c is '[' or ']' || bracketed)
            {
                bracketed = !quoted && c != ']' && (bracketed || c == '[');
            }
            else if (c is '\\' or '_' or '*')
            {
                at++;
            }
            else if (c == ';')
            {
                break;
            }
            else
            {
                bare.Append(c);
            }
        }

        return bare.ToString();
    }
}
