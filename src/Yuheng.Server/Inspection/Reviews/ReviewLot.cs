using Yuheng.Core.Judging;
using Yuheng.Server.Data;
using Yuheng.Server.Registry.Access;
using Yuheng.Server.Requirements;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Reviews;

/// <summary>
/// The reviewer sees every result by exception and what the rules would decide, confirms limits that are not certain,
/// and decides.
/// </summary>
internal static class ReviewLot
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lots/{id:guid}/review", Ask).Requires(Role.Reviewer);
        routes.MapPost("/lots/{id:guid}/review", Decide).Requires(Role.Reviewer);
        routes.MapPost("/lots/{id:guid}/review/confirm", Confirm).Requires(Role.Reviewer);
        routes.MapPost("/lots/{id:guid}/review/documents", Documents).Requires(Role.Reviewer);
    }

    private static async Task<IResult> Ask(Guid id, HttpContext http, Db db, Judging judging)
    {
        var stop = http.RequestAborted;
        var lot = await LotRecords.Lot(db, id, stop);
        var plan = await LotRecords.Plan(db, lot, stop);
        var readings = (await LotRecords.Readings(db, lot, stop)).Where(r => r.ByPartyId != lot.FirmId).ToList();
        var last = await LotRecords.LastJudgement(db, lot, stop);
        var decides = lot.State is "evaluated" or "cannot-judge";
        var people = await People.Names(db, [.. readings.Select(r => r.EnteredBy).Distinct()], stop);
        return Page.Show<ReviewPage>(new ReviewModel(lot, plan, Findings.Of(plan, readings))
        {
            Preview = decides ? await judging.Preview(db, lot, stop) : null,
            Last = last is null ? null : JudgingJson.Verdict(last.Decision),
            LastHash = last is null ? null : Convert.ToHexStringLower(last.Hash),
            Decides = decides,
            Own = readings.Any(r => r.EnteredBy == http.Viewer().UserId),
            EnteredBy = [.. people.Values.Order(StringComparer.Ordinal)],
            Files = await Attaching.Of(db, lot, stop),
        });
    }

    private static Task<IResult> Decide(Guid id, HttpContext http, Db db, Judging judging) =>
        Page.Retry(http, async () =>
        {
            await http.Form();
            await judging.Review(http.Viewer(), id, http.RequestAborted);
            return Page.See($"/lots/{id}/review");
        }, () => Ask(id, http, db, judging));

    private static Task<IResult> Documents(Guid id, HttpContext http, Db db, Judging judging) =>
        Page.Retry(http, async () =>
        {
            await http.Form();
            await judging.ReviewDocuments(http.Viewer(), id, http.RequestAborted);
            return Page.See($"/lots/{id}/review");
        }, () => Ask(id, http, db, judging));

    private static Task<IResult> Confirm(Guid id, HttpContext http, Db db, Confirming confirming) =>
        Page.Retry(http, async () =>
        {
            var form = await http.Form();
            var lot = await LotRecords.Lot(db, id, http.RequestAborted);
            var plan = await LotRecords.Plan(db, lot, http.RequestAborted);
            var key = form.Choice("key", [.. plan.Sheet.Requirements.Select(r => r.Key)]);
            var reason = form.Text("reason", 500);
            form.Check();
            await confirming.Confirm(http.Viewer(), key!, reason!, http.RequestAborted);
            return Page.See($"/lots/{id}/review");
        }, () => Ask(id, http, db, http.RequestServices.GetRequiredService<Judging>()));
}

/// <summary>What the page of the review shows.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Findings">What was found.</param>
public sealed record ReviewModel(Lot Lot, LotPlan Plan, IReadOnlyList<Finding> Findings)
{
    /// <summary>What the rules would decide now.</summary>
    public required LotVerdict? Preview { get; init; }

    /// <summary>The last verdict.</summary>
    public required LotVerdict? Last { get; init; }

    /// <summary>Its hash.</summary>
    public required string? LastHash { get; init; }

    /// <summary>Whether the lot waits to be decided.</summary>
    public required bool Decides { get; init; }

    /// <summary>Whether the reviewer entered results of this lot.</summary>
    public required bool Own { get; init; }

    /// <summary>Who entered results.</summary>
    public required IReadOnlyList<string> EnteredBy { get; init; }

    /// <summary>Files of the lot.</summary>
    public required IReadOnlyList<Attachment> Files { get; init; }

    /// <summary>Limits that are not certain and that nobody has confirmed; those that a decision waits for
    /// first.</summary>
    public IEnumerable<Requirement> Unconfirmed => Plan.Sheet.Requirements
        .Where(r => (Preview ?? Last)?.Unconfirmed.Contains(r.Key) ?? false)
        .OrderByDescending(r => r.Confidence);
}
