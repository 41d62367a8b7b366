using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>What waits for a firm: lots held, in rework, without a verdict, or without a plan.</summary>
internal static class FirmStart
{
    /// <summary>States in which the firm has the next step, in the order of their urgency.</summary>
    private static readonly string[] Waiting = ["held", "rework", "cannot-judge", "declared", "recalled", "expired"];

    public static async ValueTask<StartPart> Of(HttpContext http, Viewer viewer)
    {
        if (!viewer.ActsForFirm || !viewer.Is(Role.FirmClerk, Role.FirmOwner))
        {
            return new StartPart([], []);
        }

        var db = http.RequestServices.GetRequiredService<Db>();
        var counts = await db.Set<Lot>().Where(l => l.FirmId == viewer.PartyId).GroupBy(l => l.State)
            .Select(g => new { State = g.Key, Count = g.LongCount() }).ToDictionaryAsync(
                g => g.State, g => g.Count, http.RequestAborted);
        var total = counts.Values.Sum();
        return new StartPart(
            [.. Waiting.Select(state => new Todo(
                Phrase.Of("inspection.lots.todo." + state), counts.GetValueOrDefault(state), "/lots?state=" + state))],
            total == 0 ? [Begin] : [Declared(total)]);
    }

    private static FigureModel Begin => new(
        Phrase.Of("inspection.lots.figure-lots"), "0", Phrase.Of("inspection.lots.figure-begin"))
    {
        Href = "/lots/new",
    };

    private static FigureModel Declared(long total) => new(
        Phrase.Of("inspection.lots.figure-lots"),
        total.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture),
        Phrase.Of("inspection.lots.figure-lots-definition"))
    {
        Href = "/lots",
    };
}
