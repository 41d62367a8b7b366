namespace Yuheng.Server.Inspection.Import;

/// <summary>Bounds of what a row may say. Each names a size beyond which a mistake is certain.</summary>
internal static class ImportLimits
{
    /// <summary>Pieces in a lot, as for every declaration.</summary>
    public const int Quantity = (int)Declaring.LargestQuantity;

    /// <summary>Money in a lot, in units of its currency: more than the zone exports in a year.</summary>
    public const decimal Value = 10_000_000_000m;

    /// <summary>Rows searched for the head: a title, an address and some notes stand above it.</summary>
    public const int HeaderSearch = 20;

    /// <summary>
    /// Columns that must be known before a row counts as the head: a title may hold one such word by chance.
    /// </summary>
    public const int HeaderHits = 3;

    /// <summary>Characters of a code or name.</summary>
    public const int Short = 120;

    /// <summary>Characters of a remark or of contract requirements.</summary>
    public const int Long = 2_000;

    /// <summary>Characters of a lot number: fits a label and a GS1 batch (20) with the firm's own prefix.</summary>
    public const int LotNumber = 40;

    /// <summary>Heats in one lot: a lot of valves is machined from a few castings or bars.</summary>
    public const int Heats = 50;

    /// <summary>Countries in one lot.</summary>
    public const int Markets = 20;

    /// <summary>
    /// Digits that a spreadsheet number keeps (IEEE 754 double): longer codes stored as numbers are damaged.
    /// </summary>
    public const int SpreadsheetDigits = 15;

    /// <summary>Earliest year of production that is believed: the mechanism began in 2012.</summary>
    public const int FirstYear = 2010;

    /// <summary>Test pressure in whatever unit: 100 MPa in kPa, far above any valve here.</summary>
    public const decimal Reading = 1_000_000m;

    /// <summary>Samples in one lot: the largest sample size of ISO 2859-1 is 3,150.</summary>
    public const int Sample = 100_000;

    /// <summary>Characters of a pasted block.</summary>
    public const int Pasted = 1_000_000;

    /// <summary>Rows of a pasted block: one screen of the grid is 80, a whole lot rarely over 1,250.</summary>
    public const int PastedRows = 5_000;

    /// <summary>Columns of a pasted block.</summary>
    public const int PastedColumns = 50;
}
