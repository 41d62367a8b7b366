using System.Globalization;
using System.Xml;
using Yuheng.Core;

namespace Yuheng.Server.Sheets;

/// <summary>Reads the rows of one sheet in one pass. Rows that hold nothing are left out.</summary>
internal sealed class XlsxRows(XmlReader xml, XlsxLook look, int rowsLeft)
{
    private readonly List<SheetRow> _rows = [];

    private readonly List<string> _merged = [];

    private List<Cell> _cells = [];

    private int _row;

    private bool _hidden;

    private int _column;

    /// <summary>The rows in order.</summary>
    /// <exception cref="Refused">More rows, columns or characters than allowed.</exception>
    public List<SheetRow> Read()
    {
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "row":
                    Finish();
                    StartRow();
                    break;
                case "c":
                    StartCell();
                    break;
                case "mergeCell" when _merged.Count < SheetLimits.MergedAreas:
                    _merged.Add(xml.GetAttribute("ref") ?? "");
                    break;
            }
        }

        Finish();
        XlsxMerges.Mark(_rows, _merged);
        return _rows;
    }

    private void StartRow()
    {
        var stated = Number(xml.GetAttribute("r"));
        // A row number that goes back would name two rows alike; counting on keeps the order.
        _row = stated > _row ? stated : _row + 1;
        _hidden = xml.GetAttribute("hidden") is "1" or "true";
        _column = -1;
    }

    private void StartCell()
    {
        var address = xml.GetAttribute("r");
        var stated = address is null ? -1 : CellAddress.Column(address);
        _column = stated > _column ? stated : _column + 1;
        var cell = ReadCell();
        if (cell.Kind == CellKind.Empty)
        {
            return;
        }

        if (_column >= SheetLimits.Columns)
        {
            throw SheetChecks.TooManyColumns();
        }

        while (_cells.Count < _column)
        {
            _cells.Add(Cell.Empty);
        }

        _cells.Add(cell);
    }

    private Cell ReadCell()
    {
        var type = xml.GetAttribute("t") ?? "n";
        var style = Number(xml.GetAttribute("s"));
        if (xml.IsEmptyElement)
        {
            return Cell.Empty;
        }

        var depth = xml.Depth;
        var text = "";
        string? formula = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "f":
                    formula = XlsxStrings.Text(xml);
                    break;
                case "v":
                case "is":
                    text = XlsxStrings.Text(xml);
                    break;
            }
        }

        return formula is not null ? new Cell("=" + formula, CellKind.Formula) : Understood(type, text, style);
    }

    private Cell Understood(string type, string text, int style) => type switch
    {
        "s" => Number(text) is >= 0 and var index && index < look.Strings.Count && text.Length > 0
            ? Cell.Of(look.Strings[index])
            : throw SheetChecks.Broken(),
        "inlineStr" or "str" or "d" => Cell.Of(text),
        "b" => Cell.Of(text == "1" ? "TRUE" : "FALSE"),
        "e" => new Cell(text, CellKind.Error),
        _ => text.Length == 0 ? Cell.Empty : look.Number(text, style),
    };

    private void Finish()
    {
        if (_cells.Count == 0)
        {
            return;
        }

        if (_rows.Count == rowsLeft)
        {
            throw SheetChecks.TooManyRows();
        }

        _rows.Add(new SheetRow(_row, _cells) { Hidden = _hidden });
        _cells = [];
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
