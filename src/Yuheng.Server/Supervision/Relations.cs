using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Supervision;
using Yuheng.Server.Data;

namespace Yuheng.Server.Supervision;

/// <summary>What inspectors and assessors declare of their relations to firms; nobody related goes there.</summary>
internal sealed class Relations(Commands commands)
{
    /// <summary>Kinds of relation.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["employer", "family", "share", "other"];

    /// <summary>Relations of one person at most.</summary>
    private const int MostRelations = 500;

    /// <summary>A person declares a relation of their own.</summary>
    public Task<Guid> Declare(Viewer viewer, Guid firmId, string kind) =>
        commands.Run(
            viewer,
            async (work, c) =>
            {
                var firm = await Registry.Registry.Party(work.Db, firmId, c);
                var row = new Relation
                {
                    ZoneId = viewer.ZoneId,
                    PersonId = viewer.UserId,
                    RelatedFirm = firm.Id,
                    Kind = kind,
                    DeclaredOn = Registry.Zones.DayOf(work.Now),
                };
                await work.Insert(row, c);
                await work.Journal("relation.declared", viewer.UserId, new { firm = firm.Id, kind }, c);
                return firm.Id;
            },
            CancellationToken.None);

    /// <summary>For each person the firms related to them, and the party that they work for.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyCollection<string>>> Employers(
        Db db, IReadOnlyCollection<Guid> people, CancellationToken cancellation)
    {
        var declared = await db.Set<Relation>().Where(r => people.Contains(r.PersonId))
            .Take(MostRelations).ToListAsync(cancellation);
        var staff = (await Registry.Access.People.Holding(db, Role.Assessor, cancellation))
            .Concat(await Registry.Access.People.Holding(db, Role.Inspector, cancellation))
            .ToLookup(p => p.Id, p => p.PartyId);
        return people.Distinct().ToDictionary(
            p => p,
            p => (IReadOnlyCollection<string>)
            [
                .. declared.Where(r => r.PersonId == p).Select(r => r.RelatedFirm).Concat(staff[p])
                    .Select(f => f.ToString()).Distinct(),
            ]);
    }

    /// <summary>The inspectors on duty with what they declared.</summary>
    public static async Task<IReadOnlyList<InspectorOnDuty>> Roster(Db db, CancellationToken cancellation)
    {
        var inspectors = await Registry.Access.People.Holding(db, Role.Inspector, cancellation);
        var employers = await Employers(db, [.. inspectors.Select(i => i.Id)], cancellation);
        return
        [
            .. inspectors.DistinctBy(i => i.Id).Select(i => new InspectorOnDuty(i.Id.ToString(), employers[i.Id])),
        ];
    }

    /// <summary>Refuses a pair of which one is related to the firm.</summary>
    /// <exception cref="Refused">One of the two is related.</exception>
    public static async Task Check(
        Db db, (Guid Lead, Guid Second) pair, Guid firmId, CancellationToken cancellation) =>
        InspectorRules.Check(
            new InspectorPair(pair.Lead.ToString(), pair.Second.ToString()),
            firmId.ToString(),
            await Roster(db, cancellation));
}
