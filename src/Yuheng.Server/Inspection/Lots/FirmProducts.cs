using Yuheng.Server.Data;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>A firm's registered products as imports and forms know them.</summary>
/// <param name="ById">The products.</param>
/// <param name="Known">The same in the import's form.</param>
internal sealed record FirmProducts(IReadOnlyDictionary<Guid, Product> ById, IReadOnlyList<KnownProduct> Known)
{
    /// <summary>The products of the viewer's firm.</summary>
    public static async Task<FirmProducts> Of(Db db, Viewer viewer, CancellationToken cancellation)
    {
        var products = await Registry.Registry.Products(db, viewer.PartyId, cancellation);
        return new FirmProducts(products.ToDictionary(p => p.Id), [.. products.Select(Import)]);
    }

    /// <summary>The label by which a product is chosen.</summary>
    public static string Label(Product product) => Import(product).Label;

    /// <summary>The values of a product as a row of a list gives them.</summary>
    public static ProductDraft Draft(Product p) =>
        new(p.NameZh, p.Model, p.Size, p.Pressure, p.Seat, p.BodyAlloy, p.HsCode) { Registered = p.Id };

    private static KnownProduct Import(Product product) => new(product.Id, Draft(product), "pcs");
}
