using System.Globalization;
using System.Text.RegularExpressions;
using Yuheng.Core;
using Yuheng.Core.Quantities;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Inspection.Import;

/// <summary>Reads one row of a bench export.</summary>
internal sealed partial class BenchRow(FoundHeader header, SheetRow row, BenchContext context)
{
    private static readonly string[] TimeForms =
        ["yyyy-M-d H:m:s", "yyyy-M-d H:m", "yyyy-M-d H:m:s.FFF", "yyyy-M-dTH:m:s", "yyyy-M-dTH:m:s.FFF"];

    private readonly RowReader _cells = new(header, row);

    /// <summary>The reading of the row, or what is wrong with it.</summary>
    /// <param name="seen">Tests of the rows before, with their row; this row's is added.</param>
    public RowResult<BenchReading> Read(Dictionary<(string, int, string, DateTimeOffset), int> seen)
    {
        var profile = context.Profile;
        var started = _cells.Required<DateTimeOffset>("startedAt", Time);
        var lot = _cells.Required<string>("lotNumber", CodeValues.LotNumber);
        var sample = _cells.Required<int>("sample", Sample);
        var test = _cells.Required("test", (string text) => WordValues.Of(text, profile.TestList, "test-unknown"));
        var medium = _cells.Required("medium", (string text) => Medium(text));
        var pressure = _cells.Required<Reading>("pressure", text => Value("pressure", text));
        var hold = _cells.Required<Reading>("hold", text => Value("hold", text));
        var leakage = _cells.Required<Reading>("leakage", text => Value("leakage", text));
        var observation = _cells.Optional<Reading>("observation", text => Value("observation", text));
        var person = _cells.Required<string>("operator", Plain);
        var gauge = _cells.Required<string>("gauge", Plain);
        if (lot is not null && test is not null && sample > 0 && started != default
            && !seen.TryAdd((lot, sample, test, started), row.Number))
        {
            var before = seen[(lot, sample, test, started)];
            _cells.Refuse(
                "sample", Phrase.Of("import.reason.reading-twice", Invariant(sample), Invariant(before)), null);
        }

        return _cells.Result(() => new BenchReading(row.Number, lot!, sample, test!, medium!, started)
        {
            Pressure = pressure!,
            Hold = hold!,
            Leakage = leakage!,
            Observation = observation,
            Operator = person!,
            Gauge = gauge!,
            Bench = _cells.Text("bench"),
            Note = _cells.Text("note"),
            Remarks = Told(),
        });
    }

    /// <summary>Names of tests and media are translated in every row; only other remarks are worth saying.</summary>
    private List<Understood> Told() => [.. _cells.Remarks.Where(remark => remark.Column is not ("test" or "medium"))];

    private Taken<DateTimeOffset> Time(string given)
    {
        var text = Words.All.DateMarks.Aggregate(CellText.Clean(given), (rest, mark) => rest.Replace(mark, "-"))
            .Replace('/', '-').Replace('.', '-').Replace("- ", " ");
        text = Fraction().Replace(text, "$1.$2");
        if (!DateTime.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || local.Year < ImportLimits.FirstYear || context.Zone.IsInvalidTime(local))
        {
            return Taken.Bad<DateTimeOffset>("time-not-understood", null, given.Trim());
        }

        var instant = new DateTimeOffset(local, context.Zone.GetUtcOffset(local)).ToUniversalTime();
        return instant > context.Now
            ? Taken.Bad<DateTimeOffset>(
                "time-future", null, Shown(local), Shown(TimeZoneInfo.ConvertTime(context.Now, context.Zone).DateTime))
            : Taken.Of(instant);
    }

    private Taken<string> Medium(string text) =>
        WordValues.Of(text, context.Profile.MediumList, "medium-unknown");

    private static Taken<int> Sample(string given)
    {
        var text = CellText.Clean(given).TrimStart('#');
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sample)
            && sample is >= 1 and <= ImportLimits.Sample
            ? Taken.Of(sample)
            : Taken.Bad<int>("sample-not-a-number", null, given.Trim(), Invariant(ImportLimits.Sample));
    }

    /// <summary>A measured value; its unit stands in the cell or in the heading, never nowhere.</summary>
    private Taken<Reading> Value(string key, string given)
    {
        var split = WithUnit().Match(CellText.Clean(given));
        var inCell = split.Success ? split.Groups[2].Value : "";
        var number = Decimals.Read(inCell.Length > 0 ? split.Groups[1].Value : given);
        if (number.Reason is { } wrong)
        {
            return new Taken<Reading>(null!, wrong, number.Suggestion, null);
        }

        var units = context.Profile.Units(context.Profile.ColumnList[key].Dimension!);
        var written = inCell.Length > 0 ? inCell : header.Unit(key);
        if (string.IsNullOrEmpty(written))
        {
            return Taken.Bad<Reading>("reading-unit-missing", null, Invariant(number.Value));
        }

        return units.Find(written) is { } unit
            ? Taken.Of(new Reading(number.Value, unit.Code), number.Remark)
            : Taken.Bad<Reading>(
                "reading-unit-unknown", null, written, string.Join(", ", units.Words.Select(known => known.En)));
    }

    private static Taken<string> Plain(string given)
    {
        var text = CellText.Clean(given);
        return text.Length > ImportLimits.Short
            ? Taken.Bad<string>("too-long", null, Invariant(text.Length), Invariant(ImportLimits.Short))
            : Taken.Of(text);
    }

    private static string Shown(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Invariant(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([\d.,+-]+)\s*([^\d\s.,+-](?![\d+-]).*)$")]
    private static partial Regex WithUnit();

    [GeneratedRegex(@"(:\d{1,2})-(\d{1,3})$")]
    private static partial Regex Fraction();
}
