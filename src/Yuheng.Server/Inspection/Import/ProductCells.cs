using Yuheng.Core;

namespace Yuheng.Server.Inspection.Import;

/// <summary>The product of a row: from its own cells, from a registered product, or both where they agree.</summary>
internal sealed class ProductCells(RowReader cells, FoundHeader header, DeclarationContext context)
{
    /// <summary>The product and the unit it is counted in.</summary>
    public (ProductDraft Product, string Unit) Read()
    {
        var known = Chosen();
        var unit = header.Unit("quantity") is { } named ? Words.UnitList.Find(named)?.Code : null;
        var size = Designation("nominalSize", Words.All.SizeUnits, ProductValues.Size);
        var own = new ProductDraft(
            cells.Text("productName"),
            cells.Text("model"),
            size,
            Designation("pressureRating", Words.All.RatingUnits, ProductValues.Rating),
            cells.Optional("seal", text => WordValues.Of(text, Words.SealList, "seal-unknown")) ?? "",
            cells.Text("bodyMaterial"),
            cells.Optional("hsCode", CodeValues.TariffCode) ?? "");
        if (known is null)
        {
            CheckComplete(own);
            known = context.Products.Same(own);
            return (own with { Registered = known?.Id }, unit ?? known?.Unit ?? "pcs");
        }

        return (Merged(own, known), unit ?? known.Unit);
    }

    private KnownProduct? Chosen() => cells.Optional("product", text =>
        context.Products.Labelled(text) is { } known
            ? Taken.Of(known)
            : Taken.Bad<KnownProduct>("product-unknown", context.Products.Nearest(text), text.Trim()));

    /// <summary>A size or a rating; a bare number takes the unit of its heading.</summary>
    private string Designation(
        string key, IReadOnlyDictionary<string, string> units, Func<string, Taken<string>> read) =>
        cells.Optional(key, given =>
        {
            var text = CellText.Clean(given);
            if (header.Unit(key) is { } unit && units.TryGetValue(CellText.Key(unit), out var pattern)
                && text.All(c => char.IsAsciiDigit(c) || c is '.' or '/' or ' '))
            {
                text = pattern.Replace("{0}", text);
            }

            var taken = read(text);
            return taken.Reason is null
                ? Taken.Of(taken.Value, Taken.UnlessSame(given, taken.Value))
                : taken;
        }) ?? "";

    private void CheckComplete(ProductDraft own)
    {
        if (cells.IsBlank("nominalSize"))
        {
            cells.Refuse("nominalSize", Phrase.Of("import.reason.missing"), null);
        }

        if (cells.IsBlank("productName") && cells.IsBlank("model"))
        {
            cells.Refuse(
                header.Has("productName") ? "productName" : "model", Phrase.Of("import.reason.no-product"), null);
        }
    }

    private ProductDraft Merged(ProductDraft own, KnownProduct known) => new(
        Agreed("productName", own.Name, known.Product.Name),
        Agreed("model", own.Model, known.Product.Model),
        Agreed("nominalSize", own.NominalSize, known.Product.NominalSize),
        Agreed("pressureRating", own.PressureRating, known.Product.PressureRating),
        Agreed("seal", own.Seal, known.Product.Seal),
        Agreed("bodyMaterial", own.BodyMaterial, known.Product.BodyMaterial),
        Agreed("hsCode", own.HsCode, known.Product.HsCode))
    {
        Registered = known.Id,
    };

    private string Agreed(string key, string own, string registered)
    {
        if (own.Length > 0 && registered.Length > 0
            && !string.Equals(own, registered, StringComparison.OrdinalIgnoreCase))
        {
            cells.Refuse(key, Phrase.Of("import.reason.product-differs", own, registered), registered);
        }

        return registered.Length > 0 ? registered : own;
    }
}
