using System.Globalization;
using Yuheng.Core;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Inspection.Import;

/// <summary>Reads one row of a declaration.</summary>
internal sealed class LotRow(FoundHeader header, SheetRow row, DeclarationContext context)
{
    private readonly RowReader _cells = new(header, row);

    /// <summary>The lot of the row, or what is wrong with it.</summary>
    /// <param name="seen">Lot numbers of the rows before, with their row; this row's is added.</param>
    public RowResult<LotDraft> Read(Dictionary<string, int> seen)
    {
        if (row.Hidden)
        {
            _cells.Remark("", Phrase.Of("import.remark.hidden-row"));
        }

        var lotNumber = _cells.Required<string>("lotNumber", CodeValues.LotNumber);
        CheckUnique(lotNumber, seen);
        var quantity = _cells.Required<int>("quantity", QuantityValue.Read);
        var markets = _cells.Required<IReadOnlyList<string>>("market", WordValues.Markets);
        var product = new ProductCells(_cells, header, context).Read();
        var heats = _cells.Optional<IReadOnlyList<string>>("heats", CodeValues.Heats);
        var unit = _cells.Optional("unit", text => WordValues.Of(text, Words.UnitList, "unit-unknown"));
        var day = _cells.Optional<DateOnly?>("producedOn", Day);
        var value = _cells.Optional<Money?>("value", Money);
        var subcontractors = _cells.Text("subcontractors", ImportLimits.Long);
        var draft = new LotDraft(row.Number, lotNumber ?? "", product.Product, quantity, markets ?? [])
        {
            Heats = heats ?? [],
            Unit = unit ?? product.Unit,
            ProducedOn = day,
            Value = value,
            Maker = Named("maker"),
            Exporter = Named("exporter"),
            Subcontractors = [.. CodeValues.Parts(subcontractors)],
            BuyerOrder = Named("buyerOrder"),
            BuyerItem = Named("buyerItem"),
            ContractRequirements = Named("contractRequirements", ImportLimits.Long),
            Note = Named("note", ImportLimits.Long),
        };
        return _cells.Result(() => draft with { Remarks = _cells.Remarks });
    }

    private Taken<DateOnly?> Day(string text) => Nullable(DateValue.Read(text, context.Today));

    private Taken<Money?> Money(string text) => Nullable(WordValues.Money(text, header.Unit("value")));

    private string? Named(string key, int longest = ImportLimits.Short) =>
        _cells.Text(key, longest) is { Length: > 0 } text ? text : null;

    private void CheckUnique(string? lotNumber, Dictionary<string, int> seen)
    {
        if (string.IsNullOrEmpty(lotNumber))
        {
            return;
        }

        if (!seen.TryAdd(lotNumber, row.Number))
        {
            var before = seen[lotNumber].ToString(CultureInfo.InvariantCulture);
            _cells.Refuse("lotNumber", Phrase.Of("import.reason.lot-twice", lotNumber, before), null);
        }
        else if (context.LotNumbers.Contains(lotNumber))
        {
            _cells.Refuse("lotNumber", Phrase.Of("import.reason.lot-exists", lotNumber), null);
        }
    }

    private static Taken<T?> Nullable<T>(Taken<T> outcome)
        where T : struct => new(outcome.Value, outcome.Reason, outcome.Suggestion, outcome.Remark);
}
