using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;

namespace Yuheng.Server.Registry;

/// <summary>
/// The registry's door: who takes part in the zone, with what products and instruments. Other modules ask here and read
/// no table of it.
/// </summary>
[Door]
public static class Registry
{
    /// <summary>A party.</summary>
    /// <exception cref="Refused">Not in this zone.</exception>
    public static async Task<Party> Party(Db db, Guid id, CancellationToken cancellation) =>
        await db.Set<Party>().SingleOrDefaultAsync(p => p.Id == id, cancellation)
        ?? throw new Refused("refused.registry.party-not-found");

    /// <summary>The products that a firm makes now, by model and size.</summary>
    public static async Task<IReadOnlyList<Product>> Products(Db db, Guid firmId, CancellationToken cancellation) =>
        await db.Set<Product>()
            .Where(p => p.FirmId == firmId && p.RetiredAt == null)
            .OrderBy(p => p.Model)
            .ThenBy(p => p.Size)
            .Take(MostProducts)
            .ToListAsync(cancellation);

    /// <summary>A product.</summary>
    /// <exception cref="Refused">Not there, or another firm's.</exception>
    public static async Task<Product> Product(Db db, Guid id, CancellationToken cancellation) =>
        await db.Set<Product>().SingleOrDefaultAsync(p => p.Id == id, cancellation)
        ?? throw new Refused("refused.registry.product-not-found");

    /// <summary>
    /// Adds a product within a command, or gives the one that is the same in all that requirements depend on.
    /// </summary>
    public static async Task<Product> OfferProduct(Work work, ProductFacts facts, CancellationToken cancellation)
    {
        var firm = work.Viewer.PartyId;
        var known = await work
            .Db.Set<Product>()
            .FirstOrDefaultAsync(
                p =>
                    p.FirmId == firm
                    && p.Model == facts.Model
                    && p.Size == facts.Size
                    && p.Pressure == facts.Pressure
                    && p.BodyAlloy == facts.BodyAlloy,
                cancellation
            );
        if (known is not null)
        {
            return known;
        }

        var product = new Product
        {
            ZoneId = work.Viewer.ZoneId,
            Id = work.NewId(),
            FirmId = firm,
            Model = facts.Model,
            NameZh = facts.NameZh,
            NameEn = facts.NameEn,
            ValveType = facts.ValveType,
            Size = facts.Size,
            Pressure = facts.Pressure,
            Seat = facts.Seat,
            BodyAlloy = facts.BodyAlloy,
            HsCode = facts.HsCode,
            Markets = facts.Markets,
        };
        work.Db.Add(product);
        await work.Db.SaveChangesAsync(cancellation);
        return product;
    }

    /// <summary>A gauge by its owner's number, or null: an unknown gauge is no gauge.</summary>
    public static Task<Gauge?> Gauge(Db db, Guid ownerId, string number, CancellationToken cancellation) =>
        db.Set<Gauge>().SingleOrDefaultAsync(g => g.FirmId == ownerId && g.Number == number, cancellation);

    /// <summary>All gauges of an owner.</summary>
    public static async Task<IReadOnlyList<Gauge>> Gauges(Db db, Guid ownerId, CancellationToken cancellation) =>
        await db.Set<Gauge>()
            .Where(g => g.FirmId == ownerId)
            .OrderBy(g => g.Number)
            .Take(MostGauges)
            .ToListAsync(cancellation);

    /// <summary>The lines of a laboratory's scope that are in force on a day.</summary>
    public static async Task<IReadOnlyList<LaboratoryScope>> Scope(
        Db db,
        Guid laboratoryId,
        DateOnly day,
        CancellationToken cancellation
    ) =>
        await db.Set<LaboratoryScope>()
            .Where(s => s.LaboratoryId == laboratoryId && s.ValidFrom <= day && s.ValidTo >= day)
            .Take(MostScopeLines)
            .ToListAsync(cancellation);

    /// <summary>Laboratories of the zone.</summary>
    public static async Task<IReadOnlyList<Party>> Laboratories(Db db, CancellationToken cancellation) =>
        await db.Set<Party>()
            .Where(p => p.Kind == PartyKind.Laboratory)
            .OrderBy(p => p.NameZh)
            .Take(MostProducts)
            .ToListAsync(cancellation);

    /// <summary>A firm with more products than this searches instead of choosing from a list.</summary>
    private const int MostProducts = 2000;

    private const int MostGauges = 2000;

    private const int MostScopeLines = 5000;
}

/// <summary>What a declaration says of a product, as understood.</summary>
[Door]
public sealed record ProductFacts(
    string Model,
    string NameZh,
    string NameEn,
    string ValveType,
    string Size,
    string Pressure,
    string Seat,
    string BodyAlloy,
    string HsCode,
    string Markets
);
