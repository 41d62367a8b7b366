using DocumentFormat.OpenXml.Spreadsheet;

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
    private const uint TextFormat = 49;

    private static readonly Look[] Looks = Enum.GetValues<Look>();

    /// <summary>Colours by name: those of the pages, light enough to read black text on.</summary>
    private static readonly string[] Fills = ["FFE3EFEC", "FFE8F3EC", "FFF6D5D2", "FFFBF1DC"];

    /// <summary>Index of a look's format.</summary>
    public static uint Index(Look look, bool active) => (uint)((int)look + (active ? Looks.Length : 0));

    /// <summary>The style part.</summary>
    public static Stylesheet Build() => new(
        new Fonts(
            Font(),
            Font(new Bold()),
            Font(new Bold(), new Color { Rgb = "FFB3261E" }),
            Font(new Color { Rgb = "FF4A5560" })),
        new Fills(
            [
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                .. Fills.Select(Solid),
            ]),
        new Borders(new Border(), Thin()),
        new CellFormats(
            [.. Looks.Select(look => Format(look, false)), .. Looks.Select(look => Format(look, true))]));

    private static CellFormat Format(Look look, bool active)
    {
        var (font, fill, wrap) = look switch
        {
            Look.Header => (1u, 2u, true),
            Look.Required => (2u, 2u, true),
            Look.Sample => (3u, 0u, false),
            Look.Good => (0u, 3u, false),
            Look.Bad => (2u, 4u, false),
            Look.Remark => (0u, 5u, true),
            Look.Title => (1u, 0u, false),
            Look.Paragraph => (0u, 0u, true),
            _ => (0u, 0u, false),
        };
        return new CellFormat
        {
            NumberFormatId = look == Look.Number ? 0 : TextFormat,
            FontId = font,
            FillId = fill,
            BorderId = look is Look.Title or Look.Paragraph ? 0u : 1u,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
            QuotePrefix = active,
            Alignment = new Alignment { WrapText = wrap, Vertical = VerticalAlignmentValues.Top },
        };
    }

    private static Font Font(params DocumentFormat.OpenXml.OpenXmlElement[] parts)
    {
        var font = new Font(parts.OfType<Bold>());
        font.Append(new FontSize { Val = 11 });
        font.Append(parts.OfType<Color>());
        font.Append(new FontName { Val = "Microsoft YaHei" });
        return font;
    }

    private static Fill Solid(string colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static Border Thin()
    {
        static Color Line() => new() { Rgb = "FFD9D6CF" };
        return new Border(
            new LeftBorder(Line()) { Style = BorderStyleValues.Thin },
            new RightBorder(Line()) { Style = BorderStyleValues.Thin },
            new TopBorder(Line()) { Style = BorderStyleValues.Thin },
            new BottomBorder(Line()) { Style = BorderStyleValues.Thin });
    }
}
