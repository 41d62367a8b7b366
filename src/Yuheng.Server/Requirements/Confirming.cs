using Yuheng.Core;
using Yuheng.Core.Packs;
using Yuheng.Server.Data;

namespace Yuheng.Server.Requirements;

/// <summary>A person with the role confirms a limit that is not certain, for the zone, with reason and date.</summary>
[Door]
public sealed class Confirming(Commands commands, PackSet packs)
{
    /// <summary>Confirms the content that the pack has today.</summary>
    /// <param name="viewer">Who confirms; a reviewer.</param>
    /// <param name="key">Key of the requirement: code, <c>@</c>, pack.</param>
    /// <param name="reason">On what ground: the licensed text read, the buyer's written word.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="Refused">No such pack; no reason.</exception>
    public Task<Guid> Confirm(Viewer viewer, string key, string reason, CancellationToken cancellation) =>
        commands.Run(
            viewer,
            async (work, c) =>
            {
                if (string.IsNullOrWhiteSpace(reason))
                {
                    throw new Refused("refused.requirements.reason-missing") { Field = "reason" };
                }

                var pack = packs.Get(key[(key.IndexOf('@', StringComparison.Ordinal) + 1)..]);
                var row = new Confirmation
                {
                    ZoneId = viewer.ZoneId,
                    Id = work.NewId(),
                    Key = key,
                    PackHash = packs.PinOf(pack).Hash,
                    By = viewer.UserId,
                    Reason = reason.Trim(),
                    Day = Registry.Zones.DayOf(work.Now),
                };
                await work.Insert(row, c);
                await work.Journal(
                    "limit.confirmed",
                    row.Id,
                    new
                    {
                        row.Key,
                        row.PackHash,
                        row.Reason,
                    },
                    c
                );
                return row.Id;
            },
            cancellation
        );
}
