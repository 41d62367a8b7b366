using System.Globalization;
using System.Xml;

namespace Yuheng.Server.Sheets;

/// <summary>
/// The formats of written workbooks: one per <see cref="Look"/>, and the same again with a quote prefix for text that
/// would be computed when someone edits it.
/// </summary>
internal static class XlsxStylesheet
{
    /// <summary>
    /// Number format "text" (ECMA-376 part 1, 18.8.30): leading zeros and long codes keep their digits.
    /// </summary>
    private const int TextFormat = 49;

    private const string Red = "FFB3261E", Slate = "FF4A5560", Line = "FFD9D6CF";

    private static readonly Look[] Looks = Enum.GetValues<Look>();

    /// <summary>Fonts as weight and colour, in the order of <see cref="Format"/>.</summary>
    private static readonly (bool Bold, string? Colour)[] Fonts =
        [(false, null), (true, null), (true, Red), (false, Slate)];

    /// <summary>
    /// Fills after the two that the format prescribes: colours of the pages, light enough for black text.
    /// </summary>
    private static readonly string[] Fills = ["FFE3EFEC", "FFE8F3EC", "FFF6D5D2", "FFFBF1DC"];

    /// <summary>Index of a look's format.</summary>
    public static int Index(Look look, bool active) => (int)look + (active ? Looks.Length : 0);

    /// <summary>Writes the style part.</summary>
    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", XlsxParts.Main);
        WriteAll(xml, "fonts", Fonts, Font);
        WriteAll(xml, "fills", ["none", "gray125", .. Fills], Fill);
        WriteAll(xml, "borders", [false, true], Border);
        WriteAll(xml, "cellXfs", [.. Looks.Select(l => (l, false)), .. Looks.Select(l => (l, true))], Format);
        xml.WriteEndElement();
    }

    private static void WriteAll<T>(XmlWriter xml, string name, IReadOnlyList<T> parts, Action<XmlWriter, T> write)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("count", Invariant(parts.Count));
        foreach (var part in parts)
        {
            write(xml, part);
        }

        xml.WriteEndElement();
    }

    private static void Font(XmlWriter xml, (bool Bold, string? Colour) font)
    {
        xml.WriteStartElement("font");
        if (font.Bold)
        {
            xml.WriteStartElement("b");
            xml.WriteEndElement();
        }

        Value(xml, "sz", "val", "11");
        if (font.Colour is not null)
        {
            Value(xml, "color", "rgb", font.Colour);
        }

        Value(xml, "name", "val", "Microsoft YaHei");
        xml.WriteEndElement();
    }

    private static void Fill(XmlWriter xml, string fill)
    {
        var isColour = fill.StartsWith("FF", StringComparison.Ordinal);
        xml.WriteStartElement("fill");
        xml.WriteStartElement("patternFill");
        xml.WriteAttributeString("patternType", isColour ? "solid" : fill);
        if (isColour)
        {
            Value(xml, "fgColor", "rgb", fill);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Border(XmlWriter xml, bool drawn)
    {
        xml.WriteStartElement("border");
        foreach (var side in drawn ? (ReadOnlySpan<string>)["left", "right", "top", "bottom"] : [])
        {
            xml.WriteStartElement(side);
            xml.WriteAttributeString("style", "thin");
            Value(xml, "color", "rgb", Line);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Format(XmlWriter xml, (Look Look, bool Active) format)
    {
        var (font, fill, wrap) = format.Look switch
        {
            Look.Header => (1, 2, true),
            Look.Required => (2, 2, true),
            Look.Sample => (3, 0, false),
            Look.Good => (0, 3, false),
            Look.Bad => (2, 4, false),
            Look.Remark => (0, 5, true),
            Look.Title => (1, 0, false),
            Look.Paragraph => (0, 0, true),
            _ => (0, 0, false),
        };
        xml.WriteStartElement("xf");
        xml.WriteAttributeString("numFmtId", Invariant(format.Look == Look.Number ? 0 : TextFormat));
        xml.WriteAttributeString("fontId", Invariant(font));
        xml.WriteAttributeString("fillId", Invariant(fill));
        xml.WriteAttributeString("borderId", format.Look is Look.Title or Look.Paragraph ? "0" : "1");
        foreach (var part in (ReadOnlySpan<string>)["NumberFormat", "Font", "Fill", "Border", "Alignment"])
        {
            xml.WriteAttributeString("apply" + part, "1");
        }

        if (format.Active)
        {
            xml.WriteAttributeString("quotePrefix", "1");
        }

        xml.WriteStartElement("alignment");
        xml.WriteAttributeString("vertical", "top");
        xml.WriteAttributeString("wrapText", wrap ? "1" : "0");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, string element, string attribute, string value)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
