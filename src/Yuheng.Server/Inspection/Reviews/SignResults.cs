using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Registry.Access;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Reviews;

/// <summary>The laboratory's signatory sees what will be signed, and by which scope, and signs.</summary>
internal static class SignResults
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lots/{id:guid}/sign", Ask).Requires(Role.LaboratorySignatory);
        routes.MapPost("/lots/{id:guid}/sign", Answer).Requires(Role.LaboratorySignatory);
    }

    private static async Task<IResult> Ask(Guid id, HttpContext http, Db db, Registry.Zones zones)
    {
        var stop = http.RequestAborted;
        var lot = await LotRecords.Lot(db, id, stop);
        var plan = await LotRecords.Plan(db, lot, stop);
        var readings = (await LotRecords.Readings(db, lot, stop)).Where(r => r.ByPartyId != lot.FirmId).ToList();
        var tested = readings.Select(r => r.Characteristic).ToHashSet(StringComparer.Ordinal);
        var scope = await ScopeLine.Of(db, (http.Viewer().PartyId, zones.Today), (plan, tested), stop);
        var people = await People.Names(db, [.. readings.Select(r => r.EnteredBy).Distinct()], stop);
        return Page.Show<SignPage>(new SignModel(lot, Findings.Of(plan, readings), scope)
        {
            Files = await Attaching.Of(db, lot, stop),
            EnteredBy = [.. people.Values.Order(StringComparer.Ordinal)],
            Open = lot.State is "testing" or "retest",
        });
    }

    private static Task<IResult> Answer(Guid id, HttpContext http, Db db, Judging judging, Registry.Zones zones) =>
        Page.Retry(http, async () =>
        {
            var form = await http.Form();
            if (!form.Ticked("read"))
            {
                throw new Refused("refused.inspection.not-read") { Field = "read" };
            }

            await judging.Sign(http.Viewer(), id, http.RequestAborted);
            return Page.See("/signatures");
        }, () => Ask(id, http, db, zones));
}

/// <summary>What the page of the signature shows.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Findings">What was found, by characteristic.</param>
/// <param name="Scope">Standards with the scope that covers them.</param>
public sealed record SignModel(Lot Lot, IReadOnlyList<Finding> Findings, IReadOnlyList<ScopeLine> Scope)
{
    /// <summary>Files of the lot.</summary>
    public required IReadOnlyList<Attachment> Files { get; init; }

    /// <summary>Who entered results.</summary>
    public required IReadOnlyList<string> EnteredBy { get; init; }

    /// <summary>Whether the lot waits for a signature.</summary>
    public required bool Open { get; init; }
}
