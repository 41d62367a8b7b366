using System.Globalization;
using Yuheng.Core.Judging;
using Yuheng.Core.Quantities;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Shell;
using Yuheng.Server.Shell.Pieces;

namespace Yuheng.Server.Inspection.Testing;

/// <summary>
/// Reads a sent grid: what is new or changed becomes readings; what stands unchanged, and what was left empty, does
/// not. Conditions of the block hold for every row that does not say otherwise.
/// </summary>
internal sealed class ResultsForm(FormInput form, ResultsSheet sheet, Viewer viewer, TimeZoneInfo zone)
{
    /// <summary>Longest number: more digits than any gauge shows.</summary>
    private const int LongestNumber = 30;

    private readonly List<NewReading> _readings = [];
    private readonly Dictionary<string, string> _pasted = new(StringComparer.Ordinal);
    private string? _reason;
    private DateTimeOffset? _at;
    private string? _person;

    /// <summary>The readings; wrong fields are noted in the form.</summary>
    public IReadOnlyList<NewReading> Read(IReadOnlyList<TestColumn> shown, int from)
    {
        _reason = form.Optional("reason", 500);
        _person = form.Optional("person", 100);
        _at = Moment();
        Paste(shown, from);
        foreach (var column in shown)
        {
            switch (column.Form)
            {
                case EntryForm.Finding:
                    Findings(column);
                    break;
                case EntryForm.Elements:
                    Rows(column, from, Analysis);
                    break;
                default:
                    Numbers(column, from);
                    break;
            }
        }

        if (_readings.Any(r => r.Repeats) && _reason is null)
        {
            form.Note("reason", "refused.inspection.correction-reason");
        }

        return _readings;
    }

    private static void Rows(TestColumn column, int from, Action<TestColumn, int> read)
    {
        for (var ordinal = from; ordinal <= Math.Min(column.Items, from + ResultsSheet.MostRows - 1); ordinal++)
        {
            read(column, ordinal);
        }
    }

    private void Numbers(TestColumn column, int from)
    {
        var block = new BlockConditions(form, column);
        var rest = form.Optional("rest") == column.Code;
        Rows(column, from, (c, ordinal) => Number(c, ordinal, block, rest));
    }

    private void Number(TestColumn column, int ordinal, BlockConditions block, bool rest)
    {
        var row = ResultsSheet.Written(ordinal);
        var name = BenchGrid.NameOf(row, column.Code);
        var standing = sheet.At(column.Code, ordinal);
        var text = Given(name);
        var pressure = Given(name + ResultsModel.PressureSuffix);
        var hold = Given(name + ResultsModel.HoldSuffix);
        var before = sheet.Block(column);
        var unchanged = standing is not null && text == ResultsSheet.Written(standing)
            && (pressure ?? "") == ResultsModel.OwnPressure(standing, before)
            && (hold ?? "") == ResultsModel.OwnHold(standing, before);
        var free = text is null && standing is null && rest;
        if (unchanged || (text is null && !free))
        {
            return;
        }

        var value = text is null ? null : Decimal(name, text);
        if (text is not null && value is null)
        {
            return;
        }

        block.Demand();
        _readings.Add(New(column, ordinal, standing) with
        {
            Value = value is { } number ? new Reading(number, column.Unit) : null,
            Finding = free ? Finding.NoneVisible : null,
            Medium = block.Medium,
            Pressure = Own(name + ResultsModel.PressureSuffix, pressure, "MPa") ?? block.Pressure,
            Hold = Own(name + ResultsModel.HoldSuffix, hold, "s") ?? block.Hold,
            Observed = Own(name + ResultsModel.HoldSuffix, hold, "s") ?? block.Observed ?? block.Hold,
            Gauge = block.Gauge,
        });
    }

    private Reading? Own(string name, string? text, string unit) =>
        text is not null && Decimal(name, text) is { } number ? new Reading(number, unit) : null;

    private void Findings(TestColumn column)
    {
        var wrong = form.All(ResultsModel.ExceptionsOf(column)).ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in wrong.Where(w => !int.TryParse(w, out var o) || o < 1 || o > column.Items))
        {
            form.Note(
                ResultsModel.ExceptionsOf(column), "refused.inspection.unit-not-drawn",
                unknown, ResultsSheet.Written(column.Items));
        }

        for (var ordinal = 1; ordinal <= column.Items; ordinal++)
        {
            var found = wrong.Contains(ResultsSheet.Written(ordinal)) ? Finding.DoesNotConform : Finding.Conforms;
            var standing = sheet.At(column.Code, ordinal);
            if (standing?.Observation.Finding != found)
            {
                _readings.Add(New(column, ordinal, standing) with { Finding = found });
            }
        }
    }

    private void Analysis(TestColumn column, int ordinal)
    {
        var row = ResultsSheet.Written(ordinal);
        var elements = new List<ElementReading>();
        foreach (var element in column.First.Limit!.Elements.Select(e => e.Element))
        {
            var name = BenchGrid.NameOf(row, ResultsModel.ElementKey(column, element));
            if (Given(name) is { } text && Decimal(name, text) is { } share)
            {
                elements.Add(new ElementReading(element, share));
            }
        }

        var standing = sheet.At(column.Code, ordinal);
        if (elements.Count > 0 && !(standing?.Observation.Elements.SequenceEqual(elements) ?? false))
        {
            _readings.Add(New(column, ordinal, standing) with
            {
                Elements = elements, Gauge = form.Optional(BlockConditions.Name(column, "gauge")),
            });
        }
    }

    private NewReading New(TestColumn column, int ordinal, Standing? standing) => new()
    {
        Characteristic = column.Code,
        Ordinal = ordinal,
        At = _at,
        Person = _person ?? viewer.Name,
        Repeats = standing is not null,
        Reason = standing is null ? null : _reason,
    };

    /// <summary>What a field holds, or what was pasted for it.</summary>
    private string? Given(string name) =>
        form.Optional(name, LongestNumber) is { } text ? FormInput.Folded(text) : _pasted.GetValueOrDefault(name);

    private decimal? Decimal(string name, string text)
    {
        var read = Decimals.Read(text);
        if (read.Reason is { } reason)
        {
            form.Note(name, reason.Code, reason.Args);
            return null;
        }

        return read.Value;
    }

    /// <summary>
    /// A block pasted into the field for it fills empty cells from the first row on, column by column.
    /// </summary>
    private void Paste(IReadOnlyList<TestColumn> shown, int from)
    {
        if (form.Optional("block", ImportLimits.Pasted) is not { } block)
        {
            return;
        }

        var keys = ResultsModel.GridColumns(shown).ToList();
        foreach (var cell in PastedGrid.Readings(block).Where(c => c.Text.Length > 0))
        {
            if (cell.Reason is { } wrong)
            {
                form.Note("block", wrong.Code, wrong.Args);
            }
            else if (cell.Column < keys.Count)
            {
                var name = BenchGrid.NameOf(ResultsSheet.Written(from + cell.Row), keys[cell.Column]);
                _pasted[name] = FormInput.Folded(cell.Text);
            }
        }
    }

    private DateTimeOffset? Moment()
    {
        if (form.Optional("at", 40) is not { } text)
        {
            return null;
        }

        string[] forms = ["yyyy-M-d H:m", "yyyy-M-d'T'H:m", "yyyy-M-d H:m:s"];
        if (DateTime.TryParseExact(
            text.Normalize(System.Text.NormalizationForm.FormKC), forms, CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var local))
        {
            return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        }

        form.Note("at", "refused.inspection.time-not-understood", text);
        return null;
    }
}
