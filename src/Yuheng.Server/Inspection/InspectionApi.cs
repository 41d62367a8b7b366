using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Server.Data;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection;

/// <summary>The lot's way for programs: declare, visit, readings, signature, verdict, actions, draws.</summary>
internal static class InspectionApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/lots", Declare).Requires(Role.FirmClerk, Role.FirmOwner);
        routes.MapGet("/api/lots/{id:guid}", Show).SignedIn();
        routes.MapPost("/api/lots/{id:guid}/visit", Visit).Requires(Role.Inspector);
        routes.MapPost("/api/lots/{id:guid}/readings", Enter).Requires(Role.BenchOperator, Role.LaboratorySignatory);
        routes.MapPost("/api/lots/{id:guid}/signature", Sign).Requires(Role.LaboratorySignatory);
        routes.MapPost("/api/lots/{id:guid}/verdict", Review).Requires(Role.Reviewer);
        routes.MapPost("/api/lots/{id:guid}/documents", ReviewDocuments).Requires(Role.Reviewer);
        routes
            .MapPost("/api/lots/{id:guid}/actions", Act)
            .Requires(Role.FirmClerk, Role.FirmOwner, Role.Reviewer, Role.DepartmentOfficer);
        routes.MapPost("/api/draws", CloseAndDraw).Requires(Role.Reviewer, Role.Inspector);
        routes.MapPost("/api/confirmations", Confirm).Requires(Role.Reviewer);
        routes.MapGet("/draws/{id:guid}.json", PublishedDraw).Public();
    }

    /// <summary>Body of a declaration.</summary>
    internal sealed record DeclareBody(
        string LotNumber,
        Guid ProductId,
        long Quantity,
        IReadOnlyList<string> Heats,
        IReadOnlyList<string> Markets,
        string? Maker = null,
        string? Exporter = null,
        string? Subcontractors = null,
        string? OrderNumber = null,
        string? OrderItem = null,
        ContractTerms? Contract = null,
        DateOnly? ProducedOn = null,
        decimal? ValueUsd = null
    );

    /// <summary>Body of a block of readings.</summary>
    internal sealed record ReadingsBody(IReadOnlyList<NewReading> Readings);

    private static async Task<IResult> Declare(
        DeclareBody body,
        HttpContext http,
        Db db,
        Declaring declaring,
        Registry.Zones zones
    )
    {
        var product = await Registry.Registry.Product(db, body.ProductId, http.RequestAborted);
        if (body.ProducedOn > zones.Today)
        {
            throw new Refused("refused.inspection.produced-in-future") { Field = "producedOn" };
        }

        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length is 0 or > 100)
        {
            throw new Refused("refused.inspection.idempotency-key-missing") { Field = "Idempotency-Key" };
        }

        var declared = await declaring.Declare(
            http.Viewer(),
            new LotDeclaration
            {
                Number = body.LotNumber,
                Product = product,
                Quantity = body.Quantity,
                Heats = body.Heats,
                Markets = body.Markets,
                MakerName = body.Maker,
                ExporterName = body.Exporter,
                Subcontractors = body.Subcontractors,
                OrderNumber = body.OrderNumber,
                OrderItem = body.OrderItem,
                Contract = body.Contract,
                ProducedOn = body.ProducedOn,
                ValueUsd = body.ValueUsd,
                Source = "api",
            },
            new OnceKey(key, SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body))),
            http.RequestAborted
        );
        return Results.Created("/api/lots/" + declared.Id, declared);
    }

    private static async Task<IResult> Show(Guid id, Db db, CancellationToken cancellation)
    {
        var lot = await LotRecords.Lot(db, id, cancellation);
        var plan = await LotRecords.Plan(db, lot, cancellation);
        var units = await LotRecords.Units(db, lot, cancellation);
        var judgement = await LotRecords.LastJudgement(db, lot, cancellation);
        return Results.Ok(
            new
            {
                lot.Id,
                lot.Number,
                lot.State,
                lot.Attempt,
                lot.Verdict,
                lot.Quantity,
                Plan = plan.Plan,
                plan.Sheet.Requirements,
                plan.Sheet.Question,
                Units = units.Select(u => new
                {
                    u.Ordinal,
                    u.UnitNumber,
                    u.State,
                    u.ReplacedBy,
                }),
                Decision = judgement is null ? null : JudgingJson.Verdict(judgement.Decision),
            }
        );
    }

    private static async Task<IResult> Visit(Guid id, VisitFacts body, HttpContext http, Visiting visiting) =>
        Results.Ok(new { Id = await visiting.Record(http.Viewer(), id, body, http.RequestAborted) });

    private static async Task<IResult> Enter(Guid id, ReadingsBody body, HttpContext http, EnteringReadings entering) =>
        Results.Ok(
            await entering.Enter(http.Viewer(), new ReadingBlock(id, "api", null, body.Readings), http.RequestAborted)
        );

    private static async Task<IResult> Sign(Guid id, HttpContext http, Judging judging) =>
        Results.Ok(new { Readings = await judging.Sign(http.Viewer(), id, http.RequestAborted) });

    private static async Task<IResult> Review(Guid id, HttpContext http, Judging judging) =>
        Results.Ok(await judging.Review(http.Viewer(), id, http.RequestAborted));

    private static async Task<IResult> ReviewDocuments(Guid id, HttpContext http, Judging judging) =>
        Results.Ok(new { State = await judging.ReviewDocuments(http.Viewer(), id, http.RequestAborted) });

    private static async Task<IResult> Act(Guid id, LotAction body, HttpContext http, Acting acting) =>
        Results.Ok(new { State = await acting.Take(http.Viewer(), id, body, http.RequestAborted) });

    private static async Task<IResult> CloseAndDraw(HttpContext http, Drawing drawing) =>
        Results.Ok(new { Lots = await drawing.CloseAndDraw(http.Viewer(), http.RequestAborted) });

    /// <summary>Body of a confirmation.</summary>
    internal sealed record ConfirmBody(string Key, string Reason);

    private static async Task<IResult> Confirm(
        ConfirmBody body,
        HttpContext http,
        Requirements.Confirming confirming
    ) => Results.Ok(new { Id = await confirming.Confirm(http.Viewer(), body.Key, body.Reason, http.RequestAborted) });

    private static async Task<IResult> PublishedDraw(
        Guid id,
        Database database,
        Registry.Zones zones,
        CancellationToken cancellation
    )
    {
        await using var db = database.Read(Sight.Whole(zones.Id));
        var record = await db.Set<DrawRound>()
            .Where(r => r.Id == id)
            .Select(r => r.Record)
            .SingleOrDefaultAsync(cancellation);
        return record is null
            ? throw new Refused("refused.inspection.round-not-found")
            : Results.Text(record, "application/json");
    }
}
