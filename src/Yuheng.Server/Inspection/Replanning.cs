using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>
/// Answers the question of a lot that has no plan: a market without a pack asks for the contract's standard. The lot
/// gets its plan and its place in the open draw round, in one transaction with one journal entry.
/// </summary>
[Door]
public sealed class Replanning(Commands commands, Agreements agreements, SeverityStates severities, PackSet packs)
{
    /// <summary>Adds the standards to the contract and plans again.</summary>
    /// <returns>The lot's state: planned, or still declared where the question stays open.</returns>
    /// <exception cref="Refused">The lot is planned already, or another firm's.</exception>
    public async Task<string> NameStandards(
        Viewer viewer, Guid lotId, IReadOnlyList<NamedStandard> standards, CancellationToken cancellation)
    {
        return await commands.Run(
            viewer,
            async (work, c) =>
            {
                var lot = await LotRecords.Lot(work.Db, lotId, c);
                if (lot.State != "declared" || lot.FirmId != viewer.PartyId)
                {
                    throw new Refused("refused.inspection.planned-already-conflict", lot.Number);
                }

                lot.Contract = JsonSerializer.Serialize(With(lot.Contract, standards), JournalJson.Options);
                var plan = await Plan(lot, c);
                await Replace(work, lot, plan, c);
                await work.Journal(
                    "lot.replanned", lot.Id, new { lot.Number, lot.State, standards, plan.Plan.Pieces }, c);
                return lot.State;
            },
            cancellation);
    }

    private async Task<Made> Plan(Lot lot, CancellationToken cancellation)
    {
        var agreement = await agreements.InForce(lot.ZoneId, agreements.Now, cancellation);
        return Planning.Make(packs, agreement, lot, await severities.Of(lot, cancellation));
    }

    private static async Task Replace(Work work, Lot lot, Made plan, CancellationToken cancellation)
    {
        await work.Db.Set<Plan>().Where(p => p.LotId == lot.Id && p.Attempt == lot.Attempt)
            .ExecuteDeleteAsync(cancellation);
        await Declaring.Keep(work, plan, cancellation);
        if (plan.Sheet.Question is null)
        {
            LotMachine.MoveBySystem(lot, "plan", Declaring.FactsOf(lot, plan.Sheet));
            lot.DrawId = await DrawRounds.Open(work, cancellation);
        }
    }

    private static ContractTerms With(string? contract, IReadOnlyList<NamedStandard> standards)
    {
        var known = contract is null
            ? new ContractTerms([], [])
            : JsonSerializer.Deserialize<ContractTerms>(contract, JournalJson.Options)!;
        return known with { Standards = [.. known.Standards, .. standards.Except(known.Standards)] };
    }
}
