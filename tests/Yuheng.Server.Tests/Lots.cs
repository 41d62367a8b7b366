using Yuheng.Server.Data;
using Yuheng.Server.Inspection;

namespace Yuheng.Server.Tests;

/// <summary>Lots for tests.</summary>
internal static class Lots
{
    public static Lot Example(Work work, long seq = 1, string number = "00123") =>
        new()
        {
            ZoneId = work.Viewer.ZoneId,
            Id = work.NewId(),
            Seq = seq,
            FirmId = work.Viewer.PartyId,
            Number = number,
            ProductId = Guid.Empty,
            ProductNameZh = "黄铜球阀",
            ProductNameEn = "brass ball valve",
            Model = "Q11F-16T",
            ValveType = "ball",
            Size = "DN15",
            Pressure = "PN16",
            Seat = "soft",
            BodyAlloy = "HPb59-1",
            HsCode = "8481804090",
            Quantity = 1200,
            Unit = "pcs",
            Heats = "[\"R2607-31\"]",
            Markets = "DE",
            ProducedOn = new DateOnly(2026, 11, 1),
            ValueUsd = 1200.50m,
            Source = "form",
            Mode = "every-lot", Probability = "1", State = "declared",
            Attempt = 1,
            DeclaredAt = work.Now,
            DeclaredBy = work.Viewer.UserId,
        };
}
