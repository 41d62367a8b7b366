using Yuheng.Core;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Inspection.Import;

/// <summary>
/// The workbook that a firm fills in: its products already there, codes as text, lists to choose from, an example and a
/// page of instructions, in the reader's language.
/// </summary>
internal static class DeclarationTemplate
{
    /// <summary>Rows that the drop-down lists cover: more lots than are declared in one file.</summary>
    private const int ListRows = 1_000;

    private static readonly string[] Instructions =
        ["one-row", "products", "not-filled", "codes", "heats", "dates", "errors", "privacy"];

    /// <summary>Writes the template; the stream must be seekable and stays open.</summary>
    public static void Write(Stream stream, IReadOnlyList<KnownProduct> products, Texts texts, Language language)
    {
        var columns = DeclarationImport.Columns.Columns.Where(column => !column.Returned).ToArray();
        XlsxFile.Write(
            stream,
            [
                new OutSheet(texts.Say(language, "import.template.lots"), Rows(columns, products, language))
                {
                    Columns = [.. columns.Select(c => new OutColumn(c.Width, c.Number ? Look.Number : Look.Text))],
                    FrozenRows = 1,
                    Choices = [.. Choices(columns, products, language)],
                },
                new OutSheet(texts.Say(language, "import.template.instructions"), Help(columns, texts, language))
                {
                    Columns = [new OutColumn(40), new OutColumn(12), new OutColumn(40)],
                },
            ]);
    }

    private static IEnumerable<IReadOnlyList<OutCell>> Rows(
        ImportColumn[] columns, IReadOnlyList<KnownProduct> products, Language language)
    {
        yield return [.. columns.Select(column => Head(column, language))];
        yield return [.. columns.Select(column => new OutCell(Example(column, language), Look.Sample))];
        foreach (var product in products)
        {
            yield return [.. columns.Select(column => new OutCell(column.Key switch
            {
                "product" => product.Label,
                "unit" => Named(Words.UnitList, product.Unit, language),
                _ => "",
            }))];
        }
    }

    private static OutCell Head(ImportColumn column, Language language) =>
        new(column.Title(language), column.Required ? Look.Required : Look.Header);

    private static string Example(ImportColumn column, Language language) =>
        DeclarationForm.Data.SampleRow.GetValueOrDefault(column.Key)?.In(language) ?? "";

    private static IEnumerable<OutChoice> Choices(
        ImportColumn[] columns, IReadOnlyList<KnownProduct> products, Language language)
    {
        for (var place = 0; place < columns.Length; place++)
        {
            IReadOnlyList<string> values = columns[place].Key switch
            {
                "product" => [.. products.Select(product => product.Label)],
                "unit" => Names(Words.UnitList, language),
                "seal" => Names(Words.SealList, language),
                "market" => Names(Words.Countries, language),
                _ => [],
            };
            if (values.Count > 0)
            {
                yield return new OutChoice(place, 2, ListRows, values);
            }
        }
    }

    private static IEnumerable<IReadOnlyList<OutCell>> Help(ImportColumn[] columns, Texts texts, Language language)
    {
        string Say(string key) => texts.Say(language, "import.template." + key);
        yield return [new OutCell(Say("title"), Look.Title)];
        foreach (var line in Instructions)
        {
            yield return [new OutCell(Say(line), Look.Paragraph)];
        }

        yield return [];
        yield return
        [
            new OutCell(Say("column"), Look.Header),
            new OutCell(Say("needed"), Look.Header),
            new OutCell(Say("example"), Look.Header),
        ];
        foreach (var column in columns)
        {
            yield return
            [
                Head(column, language),
                new OutCell(Say(column.Required ? "required" : "optional")),
                new OutCell(Example(column, language), Look.Sample),
            ];
        }
    }

    private static string Named(WordList words, string code, Language language) =>
        words.Find(code) is { } word ? language == Language.Chinese ? word.Zh : word.En : code;

    private static string[] Names(WordList words, Language language) =>
        [.. words.Words.Select(word => language == Language.Chinese ? word.Zh : word.En)];
}
