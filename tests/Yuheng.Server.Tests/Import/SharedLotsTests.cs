using System.Text.Json;
using Shouldly;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Sheets;
using Yuheng.Server.Tests.Tidy;

namespace Yuheng.Server.Tests.Import;

/// <summary>The sample files that firms and benches sent, where they are at hand beside the repository.</summary>
public sealed class SharedLotsTests
{
    [Theory]
    [InlineData("declare-gb18030.csv", "GB18030", "00123", 1200)]
    [InlineData("declare-utf8.csv", "utf-8", "02772", 600)]
    public void A_clean_list_is_taken_whole(string name, string encoding, string lotNumber, int quantity)
    {
        var book = SheetFile.Read(File(name));
        var result = DeclarationImport.Read(book, Lists.Context);

        book.Encoding.ShouldBe(encoding);
        result.Rows.Count.ShouldBe(40);
        result.Errors.ShouldBeEmpty();
        result.Skipped.ShouldBeEmpty();
        result.Header.Ignored.ShouldBeEmpty();
        result.Good.Single(lot => lot.LotNumber == lotNumber).Quantity.ShouldBe(quantity);
        result.Good.SelectMany(lot => lot.Remarks).Select(remark => remark.Column).Distinct()
            .ShouldBe(["nominalSize", "pressureRating", "market"], ignoreOrder: true);
    }

    [Fact]
    public void Every_odd_row_of_the_messy_list_comes_out_as_expected()
    {
        var result = DeclarationImport.Read(SheetFile.Read(File("declare-messy-gb18030.csv")), Lists.Context);
        using var expected = JsonDocument.Parse(File("declare-messy-expected.json").Bytes);

        result.Header.RowNumber.ShouldBe(2);
        result.Rows.Count.ShouldBe(60);
        var odd = new HashSet<int>();
        foreach (var entry in expected.RootElement.EnumerateObject())
        {
            var number = int.Parse(entry.Name.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
            var row = result.Rows[number - 1];
            odd.Add(number);
            var meant = entry.Value.GetString()!;
            var accepted = meant.Contains("accepted") || meant.Contains("kept as text");
            row.IsGood.ShouldBe(accepted, $"{entry.Name}: {meant}");
        }

        result.Rows.Where((row, at) => !odd.Contains(at + 1)).ShouldAllBe(row => row.IsGood);
        result.Rows[18].Value!.Heats.ShouldBe(["R2606-21", "R2605-11"]);
        result.Rows[33].Value!.LotNumber.ShouldBe("=1+2");
        result.Rows[45].Value!.Remarks.ShouldContain(remark => remark.Phrase.Code == "import.remark.hs-short");
    }

    [Fact]
    public void The_export_of_the_bench_is_taken_whole_raw()
    {
        var upload = File("bench-results-gb18030.csv");
        var file = BenchImport.Read(upload, new BenchContext(
            BenchProfile.Named("standard"),
            TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
            new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero)));
        var readings = file.Result.Good.ToArray();

        file.Result.Errors.ShouldBeEmpty();
        readings.Length.ShouldBe(240);
        readings.ShouldAllBe(reading => reading.LotNumber == "00123" && reading.Gauge == "YB-0137");
        readings.GroupBy(reading => reading.Test).Select(group => (group.Key, group.Count())).Order()
            .ShouldBe([("seat-gas-low", 80), ("seat-liquid", 80), ("shell", 80)]);
        Find(readings, 11, "shell").Pressure.ToString().ShouldBe("2.10 MPa");
        Find(readings, 7, "seat-liquid").Hold.Value.ShouldBe(9m);
        readings.Where(reading => reading.Test == "shell" && reading.Leakage.Value > 0)
            .Select(reading => reading.Sample).ShouldBe([3, 19, 32]);
    }

    private static BenchReading Find(BenchReading[] readings, int sample, string test) =>
        readings.Single(reading => reading.Sample == sample && reading.Test == test);

    private static Upload File(string name)
    {
        var root = Environment.GetEnvironmentVariable("YUHENG_VECTORS")
            ?? Path.Combine(SourceTree.Root, "..", "shared", "data");
        var path = Path.GetFullPath(Path.Combine(root, "lots", name));
        Assert.SkipUnless(System.IO.File.Exists(path), $"vectors not present: {name} (set YUHENG_VECTORS)");
        return Upload.Of(System.IO.File.ReadAllBytes(path));
    }
}
