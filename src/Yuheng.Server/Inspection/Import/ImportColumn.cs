using System.Collections.Frozen;
using Yuheng.Core;
using Yuheng.Core.Workflows;

namespace Yuheng.Server.Inspection.Import;

/// <summary>A column that an import knows.</summary>
/// <param name="Key">Name of the field in code and in errors.</param>
/// <param name="Zh">Heading in Chinese.</param>
/// <param name="En">Heading in English.</param>
/// <param name="Also">Other headings for it.</param>
internal sealed record ImportColumn(string Key, string Zh, string En, IReadOnlyList<string> Also)
{
    /// <summary>Whether a file without it cannot be understood.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it describes the product, so that a registered product can fill it.</summary>
    public bool OfProduct { get; init; }

    /// <summary>Whether it stands only in workbooks that were sent back, and is passed over when they return.</summary>
    public bool Returned { get; init; }

    /// <summary>Width in characters in written workbooks.</summary>
    public double Width { get; init; } = 14;

    /// <summary>Whether it is a number; every other column of a written workbook is formatted as text.</summary>
    public bool Number { get; init; }

    /// <summary>Unit in which the template asks for it, by language.</summary>
    public Bilingual? DefaultUnit { get; init; }

    /// <summary>What its unit measures, for columns of measured values.</summary>
    public string? Dimension { get; init; }

    /// <summary>Heading in a language, with its unit.</summary>
    public string Title(Language language) => (language == Language.Chinese ? Zh : En)
        + (DefaultUnit is null ? "" : $" ({DefaultUnit.In(language)})");
}

/// <summary>Columns by any heading that people give them.</summary>
internal sealed class ColumnList
{
    private readonly FrozenDictionary<string, ImportColumn> _byTitle;

    /// <summary>A list of columns. A heading that stands for two columns is a bug in the data and throws.</summary>
    public ColumnList(IReadOnlyList<ImportColumn> columns)
    {
        Columns = columns;
        var titles = new Dictionary<string, ImportColumn>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            foreach (var title in column.Also.Append(column.Zh).Append(column.En).Select(CellText.Key).Distinct())
            {
                if (!titles.TryAdd(title, column))
                {
                    throw new InvalidOperationException($"heading '{title}' stands for two columns");
                }
            }
        }

        _byTitle = titles.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>
    /// The column of a heading and the unit beside its name (<c>货值(美元)</c>, <c>保压时间/s</c>), or null. The whole
    /// heading is tried first: a name may hold a stroke itself.
    /// </summary>
    public (ImportColumn Column, string? Unit)? Find(string heading)
    {
        var key = CellText.Key(heading);
        if (_byTitle.TryGetValue(key, out var whole))
        {
            return (whole, null);
        }

        var clean = CellText.Clean(heading).Replace("\n", "").Replace("\r", "").TrimEnd('*', ' ', ':');
        var (name, unit) = Split(clean);
        return unit is not null && _byTitle.TryGetValue(CellText.Key(name), out var column) ? (column, unit) : null;
    }

    /// <summary>The column of a key.</summary>
    public ImportColumn this[string key] => Columns.First(column => column.Key == key);

    private static (string Name, string? Unit) Split(string heading)
    {
        foreach (var (open, close) in (ReadOnlySpan<(char, char)>)[('(', ')'), ('[', ']'), ('\u3010', '\u3011')])
        {
            var start = heading.IndexOf(open);
            if (start > 0 && heading.EndsWith(close))
            {
                return (heading[..start], heading[(start + 1)..^1].Trim());
            }
        }

        // A unit may hold a stroke itself (mL/min), so the first one divides.
        var stroke = heading.IndexOf('/');
        return stroke > 0 ? (heading[..stroke], heading[(stroke + 1)..].Trim()) : (heading, null);
    }
}
