using Yuheng.Core;
using Yuheng.Core.Packs;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>
/// What a row needs beyond being understood, so that its lot can be planned: a product type that the packs know, a
/// pressure rating, a heat, a contract standard with its edition. What is missing comes back at its cell; nothing is
/// guessed.
/// </summary>
internal sealed class DraftChecks(FoundHeader header, FirmProducts products, CatalogueWords words)
{
    private readonly Dictionary<int, SheetRow> _rows =
        header.Rows.DistinctBy(r => r.Number).ToDictionary(r => r.Number);

    /// <summary>The row with what was found wrong or worth saying.</summary>
    public RowResult<LotDraft> Check(RowResult<LotDraft> row)
    {
        if (row.Value is not { } draft)
        {
            return row;
        }

        List<CellError> errors = [];
        List<Understood> remarks = [.. draft.Remarks];
        var product = Settle(draft.Product);
        if (product.Registered is null)
        {
            CheckOffered(row.Row, product, errors);
        }

        if (draft.Heats.Count == 0)
        {
            errors.Add(Error(row.Row, "heats", Phrase.Of("import.reason.missing")));
        }

        if (ContractText.Read(draft.ContractRequirements).Reason is { } unread)
        {
            errors.Add(Error(row.Row, "contractRequirements", unread));
        }

        if (draft.Value is { Currency: not "USD" } value)
        {
            remarks.Add(new Understood("value", Address(row.Row, "value"),
                Phrase.Of("inspection.lots.value-not-kept", value.ToString())));
        }

        return errors.Count > 0
            ? new RowResult<LotDraft>(row.Row, null, errors)
            : row with { Value = draft with { Product = product, Remarks = remarks } };
    }

    /// <summary>An error at a cell of a row.</summary>
    public CellError Error(int row, string column, Phrase reason) => new(
        row, column, Address(row, column), _rows.TryGetValue(row, out var sent) ? header.Cell(sent, column).Text : "",
        reason, null);

    /// <summary>
    /// A registered product of the same model, size and rating is meant only where alloy and seat do not say otherwise:
    /// then it is another product, and offered as one.
    /// </summary>
    private ProductDraft Settle(ProductDraft draft)
    {
        if (draft.Registered is not { } id || !products.ById.TryGetValue(id, out var known))
        {
            return draft with { Registered = null };
        }

        return Agrees(draft.BodyMaterial, known.BodyAlloy) && Agrees(draft.Seal, known.Seat)
            ? FirmProducts.Draft(known)
            : draft with { Registered = null };
    }

    private static bool Agrees(string written, string registered) =>
        written.Length == 0 || string.Equals(written, registered, StringComparison.OrdinalIgnoreCase);

    private void CheckOffered(int row, ProductDraft product, List<CellError> errors)
    {
        if (words.Family(product.Name) is null)
        {
            errors.Add(Error(row, header.Has("productName") ? "productName" : "model",
                Phrase.Of(
                    "inspection.lots.type-unknown", product.Name.Length == 0 ? product.Model : product.Name, Known)));
        }

        if (product.PressureRating.Length == 0)
        {
            errors.Add(Error(row, "pressureRating", Phrase.Of("import.reason.missing")));
        }
    }

    private static string Known { get; } =
        string.Join(", ", PackSet.Embedded.Catalogue.Families.Select(f => $"{f.Name.Zh} {f.Name.En}"));

    private string? Address(int row, string column) =>
        _rows.TryGetValue(row, out var sent) ? header.Address(sent, column) : null;
}
