using System.Globalization;
using System.Xml;

namespace Yuheng.Server.Sheets;

/// <summary>
/// Writes workbooks: text cells as inline text in format <c>@</c>, drop-downs, frozen heads, notes. Nothing that is
/// written is ever a formula. By hand, because the Open XML library puts a prefix before every element, which simple
/// readers do not understand, and takes several times as long.
/// </summary>
internal static class XlsxFile
{
    /// <summary>Excel's limits of a tab's name.</summary>
    private const int TabNameLength = 31;

    private const string ListsTab = "lists";

    /// <summary>Writes a workbook; the stream stays open.</summary>
    public static void Write(Stream stream, IReadOnlyList<OutSheet> sheets)
    {
        using var parts = new XlsxParts(stream);
        var lists = new List<IReadOnlyList<string>>();
        var tabs = new List<string>();
        foreach (var sheet in sheets)
        {
            tabs.Add(TabName(sheet.Name));
            WriteSheet(parts, tabs.Count, sheet, lists);
        }

        if (lists.Count > 0)
        {
            tabs.Add(ListsTab);
            WriteSheet(parts, tabs.Count, new OutSheet(ListsTab, ListRows(lists)), []);
        }

        var hidden = lists.Count > 0 ? tabs.Count - 1 : tabs.Count;
        parts.Write("xl/workbook.xml", "sheet.main+xml", xml => WriteTabs(xml, tabs, hidden));
        parts.Write("xl/styles.xml", "styles+xml", XlsxStylesheet.Write);
        parts.Point("xl/_rels/workbook.xml.rels", tabs
            .Select((_, index) => ($"s{index + 1}", "worksheet", $"worksheets/sheet{index + 1}.xml"))
            .Append(("styles", "styles", "styles.xml")));
        parts.Point("_rels/.rels", [("workbook", "officeDocument", "xl/workbook.xml")]);
    }

    private static void WriteTabs(XmlWriter xml, List<string> tabs, int hidden)
    {
        xml.WriteStartElement("workbook", XlsxParts.Main);
        xml.WriteStartElement("sheets");
        for (var index = 0; index < tabs.Count; index++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", tabs[index]);
            xml.WriteAttributeString("sheetId", Invariant(index + 1));
            if (index == hidden)
            {
                xml.WriteAttributeString("state", "hidden");
            }

            xml.WriteAttributeString("r", "id", XlsxParts.Office, $"s{index + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSheet(XlsxParts parts, int number, OutSheet sheet, List<IReadOnlyList<string>> lists)
    {
        var comments = new List<XlsxComment>();
        parts.Write($"xl/worksheets/sheet{number}.xml", "worksheet+xml", xml =>
        {
            xml.WriteStartElement("worksheet", XlsxParts.Main);
            WriteView(xml, sheet.FrozenRows);
            WriteColumns(xml, sheet.Columns);
            WriteRows(xml, sheet.Rows, comments);
            WriteChoices(xml, [.. sheet.Choices.Where(choice => choice.Values.Count > 0)], lists);
            if (comments.Count > 0)
            {
                xml.WriteStartElement("legacyDrawing");
                xml.WriteAttributeString("r", "id", XlsxParts.Office, "drawing");
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        });
        if (comments.Count > 0)
        {
            parts.Write($"xl/comments{number}.xml", "comments+xml", xml => XlsxComments.Write(xml, comments));
            parts.Write($"xl/drawings/vmlDrawing{number}.vml", XlsxComments.Drawing(comments));
            parts.Point(
                $"xl/worksheets/_rels/sheet{number}.xml.rels",
                [
                    ("notes", "comments", $"../comments{number}.xml"),
                    ("drawing", "vmlDrawing", $"../drawings/vmlDrawing{number}.vml"),
                ]);
        }
    }

    private static void WriteView(XmlWriter xml, int frozenRows)
    {
        if (frozenRows == 0)
        {
            return;
        }

        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("workbookViewId", "0");
        xml.WriteStartElement("pane");
        xml.WriteAttributeString("ySplit", Invariant(frozenRows));
        xml.WriteAttributeString("topLeftCell", CellAddress.Of(frozenRows + 1, 0));
        xml.WriteAttributeString("activePane", "bottomLeft");
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteColumns(XmlWriter xml, IReadOnlyList<OutColumn> columns)
    {
        if (columns.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("cols");
        for (var index = 0; index < columns.Count; index++)
        {
            xml.WriteStartElement("col");
            xml.WriteAttributeString("min", Invariant(index + 1));
            xml.WriteAttributeString("max", Invariant(index + 1));
            xml.WriteAttributeString("width", columns[index].Width.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("style", Invariant(XlsxStylesheet.Index(columns[index].Look, false)));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteRows(
        XmlWriter xml, IEnumerable<IReadOnlyList<OutCell>> rows, List<XlsxComment> comments)
    {
        xml.WriteStartElement("sheetData");
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            xml.WriteStartElement("row");
            xml.WriteAttributeString("r", Invariant(number));
            for (var column = 0; column < row.Count; column++)
            {
                WriteCell(xml, row[column], CellAddress.Of(number, column));
                if (row[column].Comment is { } comment)
                {
                    comments.Add(new XlsxComment(number, column, comment));
                }
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, OutCell cell, string address)
    {
        if (cell is { Text: "", Value: null, Comment: null, Look: Look.Text })
        {
            // Left out, so that the column's own format holds.
            return;
        }

        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", address);
        xml.WriteAttributeString("s", Invariant(XlsxStylesheet.Index(cell.Look, SafeText.IsActive(cell.Text))));
        if (cell.Value is { } value)
        {
            xml.WriteElementString("v", XlsxParts.Main, value.ToString(CultureInfo.InvariantCulture));
        }
        else if (cell.Text.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(XlsxText.Escape(cell.Text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteChoices(XmlWriter xml, OutChoice[] choices, List<IReadOnlyList<string>> lists)
    {
        if (choices.Length == 0)
        {
            return;
        }

        xml.WriteStartElement("dataValidations");
        xml.WriteAttributeString("count", Invariant(choices.Length));
        foreach (var choice in choices)
        {
            var letters = CellAddress.Letters(lists.Count);
            var first = CellAddress.Of(choice.FirstRow, choice.Column);
            var last = CellAddress.Of(choice.LastRow, choice.Column);
            lists.Add(choice.Values);
            xml.WriteStartElement("dataValidation");
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("sqref", $"{first}:{last}");
            xml.WriteElementString(
                "formula1", XlsxParts.Main, $"{ListsTab}!${letters}$1:${letters}${Invariant(choice.Values.Count)}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static IEnumerable<IReadOnlyList<OutCell>> ListRows(List<IReadOnlyList<string>> lists) =>
        Enumerable.Range(0, lists.Max(list => list.Count)).Select(row =>
            lists.Select(list => new OutCell(row < list.Count ? list[row] : "")).ToArray());

    private static string TabName(string name)
    {
        var clean = string.Concat(name.Where(c => !"[]:*?/\\'".Contains(c) && !char.IsControl(c)));
        return clean.Length > TabNameLength ? clean[..TabNameLength] : clean.Length == 0 ? "1" : clean;
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
