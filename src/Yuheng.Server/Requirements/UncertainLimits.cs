using Yuheng.Core;
using Yuheng.Core.Packs;
using Yuheng.Server.Data;
using Yuheng.Server.Registry.Access;
using Yuheng.Server.Shell;
using Needs = Yuheng.Core.Judging.Requirements;

namespace Yuheng.Server.Requirements;

/// <summary>A requirement whose numbers are not certain, and who confirmed it for the zone.</summary>
public sealed record UncertainLimit(
    string Key, Phrase Name, Pack Pack, RequirementRow Row, Confidence Confidence, Confirmation? Confirmed, string By);

/// <summary>The list, with the one that is being confirmed.</summary>
public sealed record UncertainLimitsModel(IReadOnlyList<UncertainLimit> Limits, string? Chosen);

/// <summary>
/// Limits that are not certain: a person with the role reads the standard itself and confirms them for the zone, with
/// the
/// ground and the day. A confirmation holds for the content that was confirmed; changed content asks anew.
/// </summary>
internal static class UncertainLimits
{
    /// <summary>A reason is a sentence or two.</summary>
    private const int LongestReason = 500;

    public static async Task<IResult> Show(HttpContext http)
    {
        var (viewer, cancellation) = (http.Viewer(), http.RequestAborted);
        var packs = http.RequestServices.GetRequiredService<PackSet>();
        var database = http.RequestServices.GetRequiredService<Database>();
        await using var db = database.Read(Sight.Whole(viewer.ZoneId));
        var keys = Uncertain(packs).ToList();
        var confirmed = await Confirmations.Rows(db, [.. keys.Select(k => k.Key)], cancellation);
        var people = confirmed.Count == 0
            ? new Dictionary<Guid, string>()
            : await People.Names(db, [.. confirmed.Select(c => c.By).Distinct()], cancellation);
        var rows = keys.Select(k =>
        {
            var held = confirmed.LastOrDefault(c => c.Key == k.Key && c.PackHash == packs.PinOf(k.Pack).Hash);
            return k with { Confirmed = held, By = held is null ? "" : people.GetValueOrDefault(held.By, "") };
        });
        return Page.Show<UncertainLimitsPage>(new UncertainLimitsModel([.. rows], http.Request.Query["key"]));
    }

    public static Task<IResult> Confirm(HttpContext http) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var key = form.Text("key");
                var reason = form.Text("reason", LongestReason);
                form.Check();
                if (!Uncertain(http.RequestServices.GetRequiredService<PackSet>()).Any(u => u.Key == key))
                {
                    throw new Refused("refused.requirements.limit-not-found", key!) { Field = "key" };
                }

                await http.RequestServices.GetRequiredService<Confirming>()
                    .Confirm(http.Viewer(), key!, reason!, http.RequestAborted);
                return Page.See("/requirements/limits");
            },
            () => Show(http));

    // One line for each requirement of each pack below high confidence; rows of the same code share one confirmation.
    private static IEnumerable<UncertainLimit> Uncertain(PackSet packs) => packs.All
        .SelectMany(p => p.Requirements.Select(row => new UncertainLimit(
            row.Id + "@" + p.Id, Needs.NameOf(row.Id), p, row, p.ConfidenceOf(row), null, "")))
        .Where(u => u.Confidence != Confidence.High)
        .OrderByDescending(u => u.Confidence)
        .DistinctBy(u => u.Key);
}
