using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection.Lots;
using Yuheng.Server.Inspection.Testing;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Reviews;

/// <summary>From a lot's record to the pages where its next step is taken and its papers of inspection lie.</summary>
internal static class LotWays
{
    private static readonly Way[] Steps =
    [
        new("visit", [Role.Inspector], ["sampling"]),
        new("results", [Role.BenchOperator, Role.LaboratorySignatory], EnterResults.InTesting),
        new("sign", [Role.LaboratorySignatory], ["testing", "retest"]),
        new("review", [Role.Reviewer], ["evaluated", "cannot-judge", "document-review", "held", "releasable"]),
    ];

    /// <summary>The ways that are open to who looks at the lot.</summary>
    public static async ValueTask<IReadOnlyList<LotLink>> Of(HttpContext http, Lot lot)
    {
        var viewer = http.Viewer();
        var links = Steps
            .Where(w => !viewer.ActsForFirm && viewer.Is(w.Roles) && w.States.Contains(lot.State))
            .Select(w => To(lot, w.Page)).ToList();
        if (viewer.ActsForFirm && viewer.PartyId == lot.FirmId)
        {
            links.Add(To(lot, "own-results"));
        }

        var db = http.RequestServices.GetRequiredService<Db>();
        if (await db.Set<Visit>().AnyAsync(v => v.LotId == lot.Id, http.RequestAborted))
        {
            links.Add(To(lot, "sampling-record"));
        }

        links.Add(To(lot, "files"));
        return links;
    }

    private static LotLink To(Lot lot, string page) =>
        new(Phrase.Of("reviews.way." + page), $"/lots/{lot.Id}/{page}");

    /// <param name="Page">Page of the lot.</param>
    /// <param name="Roles">Whose it is.</param>
    /// <param name="States">When it is open.</param>
    private sealed record Way(string Page, Role[] Roles, string[] States);
}
