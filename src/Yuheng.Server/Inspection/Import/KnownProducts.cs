namespace Yuheng.Server.Inspection.Import;

/// <summary>A product that the firm has registered.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Product">Its values in the same canonical forms.</param>
/// <param name="Unit">Code of the unit it is counted in.</param>
internal sealed record KnownProduct(Guid Id, ProductDraft Product, string Unit)
{
    /// <summary>What the drop-down of the template shows.</summary>
    public string Label => string.Join(' ', ((string[])
        [Product.Model, Product.NominalSize, Product.PressureRating, Product.Name, Product.BodyMaterial])
        .Where(part => part.Length > 0));
}

/// <summary>The registered products of a firm, found by label and by model.</summary>
internal sealed class KnownProducts
{
    private readonly Dictionary<string, KnownProduct> _byLabel;

    private readonly ILookup<string, KnownProduct> _byModel;

    /// <summary>An index of the products; of two with one label the first counts.</summary>
    public KnownProducts(IReadOnlyList<KnownProduct> products)
    {
        _byLabel = products.DistinctBy(known => CellText.Key(known.Label))
            .ToDictionary(known => CellText.Key(known.Label));
        _byModel = products.ToLookup(known => known.Product.Model, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A firm that has registered nothing.</summary>
    public static KnownProducts None { get; } = new([]);

    /// <summary>The product of a label, or null.</summary>
    public KnownProduct? Labelled(string label) => _byLabel.GetValueOrDefault(CellText.Key(label));

    /// <summary>The label that was probably meant, or null.</summary>
    public string? Nearest(string label) => Near.Find(CellText.Key(label), _byLabel)?.Label;

    /// <summary>The product of the same model, size and, where given, rating; or null.</summary>
    public KnownProduct? Same(ProductDraft product) => product.Model.Length == 0 ? null
        : _byModel[product.Model].FirstOrDefault(known =>
            known.Product.NominalSize == product.NominalSize
            && (product.PressureRating.Length == 0 || known.Product.PressureRating == product.PressureRating));
}
