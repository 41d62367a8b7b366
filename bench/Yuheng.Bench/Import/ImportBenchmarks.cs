using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Yuheng.Core;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Sheets;

namespace Yuheng.Bench.Import;

/// <summary>
/// A thousand lots, parsed and validated: from text in GB18030 and from a workbook; every tenth row wrong. The first
/// job
/// starts a fresh process each time and runs once: what a firm waits for on a server that has just started.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.ColdStart, launchCount: 3, warmupCount: 0, iterationCount: 1, id: "Cold")]
[SimpleJob(launchCount: 1, warmupCount: 2, iterationCount: 5, id: "Warm")]
public class ImportBenchmarks
{
    private const int Rows = 1_000;

    private static readonly string[] Head =
    [
        "lot number", "product name", "model", "nominal size", "pressure rating", "seat", "body material",
        "heat numbers",
        "quantity", "unit", "hs code", "destination", "production date", "value (USD)",
    ];

    private byte[] _csv = [];

    private byte[] _xlsx = [];

    /// <summary>Writes the files.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        _csv = gb18030.GetBytes(string.Join("\r\n", Lots().Select(row => string.Join(',', row))));
        using var stream = new MemoryStream();
        XlsxFile.Write(
            stream, [new OutSheet("lots", Lots().Select(row => row.Select(text => new OutCell(text)).ToArray()))]);
        _xlsx = stream.ToArray();
    }

    /// <summary>From text.</summary>
    [Benchmark]
    public int Csv() => Declare(_csv).Rows.Count;

    /// <summary>From a workbook.</summary>
    [Benchmark]
    public int Xlsx() => Declare(_xlsx).Rows.Count;

    /// <summary>From a workbook, and the bad rows written back with their reasons.</summary>
    [Benchmark]
    public long XlsxAndBack()
    {
        using var stream = new MemoryStream();
        var texts = new Texts(typeof(Texts).Assembly, typeof(SheetFile).Assembly);
        ReturnedWorkbook.Write(
            stream, Declare(_xlsx), ReturnedRows.Bad, new Saying(texts, Language.Chinese, DeclarationImport.Columns));
        return stream.Length;
    }

    private static ImportResult<LotDraft> Declare(byte[] file) => DeclarationImport.Read(
        SheetFile.Read(Upload.Of(file)),
        new DeclarationContext(new DateOnly(2026, 11, 24), KnownProducts.None, new HashSet<string>()));

    private static IEnumerable<string[]> Lots()
    {
        yield return Head;
        for (var row = 0; row < Rows; row++)
        {
            var quantity = row % 10 == 9 ? "-1" : "1200";
            yield return
            [
                row.ToString("00000", CultureInfo.InvariantCulture),
                "\u9EC4\u94DC\u7403\u9600", "Q11F-16T", "15", "1.6MPa",
                "PTFE", "HPb59-1", "R2606-21\u3001R2605-11", quantity, "pcs", "8481804090", "\u7F8E\u570B",
                "2026/10/20", "14359.04",
            ];
        }
    }
}
