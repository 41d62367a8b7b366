using System.Text;
using Shouldly;
using Yuheng.Core;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Tests.Import;

public sealed class BenchImportTests
{
    private const string Head = "台号,开始时间,生产批号,样品序号,试验项目,介质,试验压力/MPa,保压时间/s,泄漏(滴),观察时间/s,操作员,压力表编号\r\n";

    private const string Good = "1#,2026-11-20 08:00:39,00123,1,密封试验,水,1.80,15,0,15,王,YB-0137\r\n";

    private static readonly BenchContext Context = new(
        BenchProfile.Named("standard"),
        TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        new DateTimeOffset(2026, 11, 24, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_row_keeps_its_digits_and_units()
    {
        var file = Read(Head + Good);
        var reading = file.Result.Good.Single();

        reading.LotNumber.ShouldBe("00123");
        (reading.Sample, reading.Test, reading.Medium).ShouldBe((1, "seat-liquid", "water"));
        reading.StartedAt.ShouldBe(new DateTimeOffset(2026, 11, 20, 0, 0, 39, TimeSpan.Zero));
        reading.Pressure.ShouldBe(new Reading(1.80m, "MPa"));
        reading.Pressure.ToString().ShouldBe("1.80 MPa");
        reading.Hold.ShouldBe(new Reading(15m, "s"));
        reading.Leakage.ShouldBe(new Reading(0m, "drops"));
        reading.Observation.ShouldBe(new Reading(15m, "s"));
        (reading.Operator, reading.Gauge, reading.Bench).ShouldBe(("王", "YB-0137", "1#"));
        file.Sha256.Length.ShouldBe(64);
    }

    [Theory]
    [InlineData("壳体试验", "shell")]
    [InlineData("Shell test", "shell")]
    [InlineData("低压气密封", "seat-gas-low")]
    [InlineData("low pressure closure", "seat-gas-low")]
    public void Tests_are_known_by_any_of_their_names(string given, string code) =>
        Read(Head + Good.Replace("密封试验", given)).Result.Good.Single().Test.ShouldBe(code);

    [Theory]
    [InlineData("1.80", "NaN", "reading-not-a-number", "G2")]
    [InlineData("1.80", "1.8e1", "reading-not-a-number", "G2")]
    [InlineData("1.80", "-1.80", "reading-negative", "G2")]
    [InlineData("1.80", "9999999", "reading-too-large", "G2")]
    [InlineData("1.80", "", "missing", "G2")]
    [InlineData(",15,0,", ",-15,0,", "reading-negative", "H2")]
    [InlineData("水", "酒", "medium-unknown", "F2")]
    [InlineData("密封试验", "试验", "test-unknown", "E2")]
    [InlineData("123,1,", "123,0,", "sample-not-a-number", "D2")]
    [InlineData("123,1,", "123,1.5,", "sample-not-a-number", "D2")]
    [InlineData("2026-11-20", "2027-11-20", "time-future", "B2")]
    [InlineData("08:00:39", "25:00:39", "time-not-understood", "B2")]
    [InlineData("YB-0137", "", "missing", "L2")]
    [InlineData("1.80", "1.80 furlong", "reading-unit-unknown", "G2")]
    public void A_wrong_cell_is_refused_with_its_reason(string right, string wrong, string reason, string address)
    {
        var error = Read(Head + Good.Replace(right, wrong)).Result.Errors.ShouldHaveSingleItem();

        error.Reason.Code.ShouldBe("import.reason." + reason);
        error.Address.ShouldBe(address);
    }

    [Fact]
    public void A_decimal_comma_is_refused_with_the_point_suggested() =>
        Read((Head + Good.Replace("1.80", "\"1,80\""))).Result.Errors.Single().Suggestion.ShouldBe("1.80");

    [Fact]
    public void A_unit_in_the_cell_wins_and_none_at_all_is_refused()
    {
        Read(Head + Good.Replace("1.80", "18bar")).Result.Good.Single().Pressure
            .ShouldBe(new Reading(18m, "bar"));
        Read(Head.Replace("/MPa", "") + Good).Result.Errors.Single().Reason.Code
            .ShouldBe("import.reason.reading-unit-missing");
    }

    [Fact]
    public void The_same_test_at_the_same_time_is_refused_the_second_time() =>
        Read(Head + Good + Good).Result.Rows.Select(row => row.IsGood).ShouldBe([true, false]);

    [Fact]
    public void A_time_with_slashes_or_fractions_is_the_same_time() =>
        Read(Head + Good.Replace("2026-11-20 08:00:39", "2026/11/20 8:00:39.500")).Result.Good.Single().StartedAt
            .ShouldBe(new DateTimeOffset(2026, 11, 20, 0, 0, 39, 500, TimeSpan.Zero));

    [Fact]
    public void The_engine_knows_every_unit_and_medium_of_every_profile()
    {
        foreach (var profile in BenchProfile.All)
        {
            profile.PressureUnits.ShouldAllBe(unit => Unit.Read(unit.Code, "").Dimension == Dimension.Pressure);
            profile.TimeUnits.ShouldAllBe(unit => Unit.Read(unit.Code, "").Dimension == Dimension.Time);
            profile.LeakageUnits.ShouldAllBe(unit => Unit.Read(unit.Code, "").Code == unit.Code);
            profile.Media.ShouldAllBe(medium => PackSet.Embedded.Words.Medium(medium.Code) != null);
        }
    }

    [Fact]
    public void An_unknown_profile_is_refused() =>
        Should.Throw<Refused>(() => BenchProfile.Named("x")).Code.ShouldBe("profile-unknown");

    [Fact]
    public void A_missing_column_refuses_the_file() =>
        Should.Throw<Refused>(() => Read(Head.Replace("压力表编号", "x") + Good)).Code.ShouldBe("missing-columns");

    private static BenchFile Read(string text) =>
        BenchImport.Read(Upload.Of(Encoding.UTF8.GetBytes(text)), Context);
}
