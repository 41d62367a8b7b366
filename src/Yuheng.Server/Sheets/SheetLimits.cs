namespace Yuheng.Server.Sheets;

/// <summary>
/// Bounds of what is read from a file that someone sent. Each stops a file from costing more than it is worth.
/// </summary>
internal static class SheetLimits
{
    /// <summary>Bytes of an upload: a workbook of 10,000 lots takes about 1 MB; photographs belong elsewhere.</summary>
    public const int UploadBytes = 10 * 1024 * 1024;

    /// <summary>Parts in a workbook: Excel writes some twenty; more is a packed archive.</summary>
    public const int ZipEntries = 500;

    /// <summary>Bytes a workbook may unpack to in all: ten times the largest upload, what a full sheet needs.</summary>
    public const long UnpackedBytes = 100L * 1024 * 1024;

    /// <summary>How much one part may be larger unpacked than packed: sheets of repeated text reach about 60.</summary>
    public const int UnpackedRatio = 200;

    /// <summary>Parts smaller than this unpacked are not held to the ratio: a blank sheet packs very well.</summary>
    public const long RatioFreeBytes = 1024 * 1024;

    /// <summary>Rows with content in one file: more lots than any firm of the zone declares in a year.</summary>
    public const int Rows = 10_000;

    /// <summary>Columns with content: four times what the widest form asks.</summary>
    public const int Columns = 100;

    /// <summary>Characters in a cell: Excel's own limit.</summary>
    public const int CellLength = 32_767;

    /// <summary>Visible sheets read: a form, its instructions and what a firm adds.</summary>
    public const int Sheets = 20;

    /// <summary>Distinct texts in a workbook: every cell of a full sheet different.</summary>
    public const int SharedStrings = Rows * Columns;

    /// <summary>Cell formats in a workbook: Excel's own limit.</summary>
    public const int Styles = 65_490;

    /// <summary>Merged areas that are looked at; beyond it their cells simply read as empty.</summary>
    public const int MergedAreas = 1_000;

    /// <summary>Cells marked as merged, so that overlapping areas cannot cost more than a full sheet.</summary>
    public const int MergedCells = 200_000;

    /// <summary>Lines looked at to find the separator: the title, the head and some rows.</summary>
    public const int SniffedLines = 20;
}
