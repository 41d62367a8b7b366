using Yuheng.Server;
using Yuheng.Server.Inspection;

namespace Yuheng.Bench.Data;

/// <summary>A lot as a firm would declare it.</summary>
internal static class BenchLot
{
    public static Lot Make(Viewer viewer, long seq, Guid id, string number, DateTimeOffset now) => new()
    {
        ZoneId = viewer.ZoneId, Id = id, Seq = seq, FirmId = viewer.PartyId, Number = number, ProductId = Guid.Empty,
        ProductNameZh = "brass ball valve", ProductNameEn = "brass ball valve", Model = "Q11F-16T", ValveType = "ball",
        Size = "DN15", Pressure = "PN16", Seat = "soft", BodyAlloy = "HPb59-1", HsCode = "8481804090", Quantity = 1200,
        Unit = "pcs", Heats = "[\"R2607-31\"]", Markets = "DE", ProducedOn = new DateOnly(2026, 11, 1),
        ValueUsd = 1200.50m,
        Source = "api", Mode = "every-lot", Probability = "1", State = "declared", Attempt = 1, DeclaredAt = now,
        DeclaredBy = viewer.UserId,
    };
}
