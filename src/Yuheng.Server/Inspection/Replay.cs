using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Server.Data;
using Yuheng.Server.Operations;
using LotDecision = Yuheng.Core.Judging.LotDecision;

namespace Yuheng.Server.Inspection;

/// <summary>
/// <c>replay LOT [--firm NAME-OR-ID]</c>: decides a lot again from its stored facts and compares with the stored
/// decision, byte for byte; says which pinned packs differ from the program's.
/// </summary>
internal static class Replay
{
    /// <summary>Characters of context around a difference.</summary>
    private const int Context = 40;

    /// <summary>Verdicts of one lot at most: first, re-test, rework, and what was open in between.</summary>
    private const int MostVerdicts = 200;

    public static async Task<int> Run(VerbCall call)
    {
        if (call.Words is not [var lot])
        {
            return await call.Usage("inspection.replay.usage");
        }

        await using var database = call.Open();
        var verdicts = await Find(database, lot, call.Option("firm"));
        if (verdicts.Count == 0)
        {
            await call.Say("inspection.replay.no-verdict", lot);
            return 1;
        }

        var equal = true;
        foreach (var verdict in verdicts)
        {
            equal &= await Compare(call, verdict);
        }

        return equal ? 0 : 1;
    }

    private static async Task<bool> Compare(VerbCall call, Judgement stored)
    {
        var at = stored.At.ToString("u", CultureInfo.InvariantCulture);
        if (!Judging.HashOf(stored.Facts, stored.Decision).AsSpan().SequenceEqual(stored.Hash))
        {
            await call.Say("inspection.replay.hash-differs", at, Convert.ToHexStringLower(stored.Hash));
            return false;
        }

        var facts = JudgingJson.Facts(stored.Facts);
        await Packs(call, facts);
        return await Same(call, (at, "inspection.replay.facts-differ"), stored.Facts, JudgingJson.Bytes(facts))
            && await Same(
                call,
                (at, "inspection.replay.decision-differs"),
                stored.Decision,
                JudgingJson.Bytes(LotDecision.Decide(facts))
            )
            && await Said(call, at, stored);
    }

    private static async Task<bool> Said(VerbCall call, string at, Judgement stored)
    {
        await call.Say("inspection.replay.equal", at, stored.Verdict, Convert.ToHexStringLower(stored.Hash));
        return true;
    }

    private static async Task<bool> Same(VerbCall call, (string At, string Code) says, byte[] stored, byte[] made)
    {
        if (stored.AsSpan().SequenceEqual(made))
        {
            return true;
        }

        var place = stored.AsSpan().CommonPrefixLength(made);
        await call.Say(
            says.Code,
            says.At,
            place.ToString(CultureInfo.InvariantCulture),
            Around(stored, place),
            Around(made, place)
        );
        return false;
    }

    /// <summary>
    /// A decision stands by the packs pinned with it; others in the program are worth saying, not wrong.
    /// </summary>
    private static async Task Packs(VerbCall call, LotFacts facts)
    {
        var known = PackSet.Embedded.Pins.ToDictionary(p => p.Id, StringComparer.Ordinal);
        foreach (var pin in facts.Pins)
        {
            if (!known.TryGetValue(pin.Id, out var now) || now.Hash != pin.Hash)
            {
                await call.Say("inspection.replay.pack-differs", pin.Id, pin.Version, now?.Version ?? "-");
            }
        }
    }

    private static async Task<List<Judgement>> Find(Database database, string name, string? firm)
    {
        await using var across = database.Read(Sight.Whole(Guid.Empty));
        var zone =
            await across
                .Set<Registry.Zone>()
                .IgnoreQueryFilters()
                .TagWith("crosses zones")
                .OrderBy(z => z.CreatedAt)
                .Select(z => (Guid?)z.ZoneId)
                .FirstOrDefaultAsync()
            ?? Guid.Empty;
        await using var db = database.Read(Sight.Whole(zone));
        var ids = Guid.TryParse(name, out var id) ? [id] : await Numbered(db, name, firm);
        return ids.Count > 1 ? throw new Refused("refused.inspection.lot-number-of-several", name)
            : ids.Count == 0 ? []
            : await db.Set<Judgement>()
                .Where(j => ids.Contains(j.LotId))
                .OrderBy(j => j.At)
                .Take(MostVerdicts)
                .ToListAsync();
    }

    private static async Task<List<Guid>> Numbered(Db db, string number, string? firm)
    {
        var lots = db.Set<Lot>().Where(l => l.Number == number);
        if (Guid.TryParse(firm, out var id))
        {
            lots = lots.Where(l => l.FirmId == id);
        }
        else if (firm is not null)
        {
            var named = db.Set<Registry.Party>()
                .Where(p => p.NameZh == firm || p.NameEn == firm || p.CreditCode == firm)
                .Select(p => p.Id);
            lots = lots.Where(l => named.Contains(l.FirmId));
        }

        return await lots.Select(l => l.Id).Take(2).ToListAsync();
    }

    private static string Around(byte[] bytes, int place)
    {
        var from = Math.Max(0, place - Context);
        return Encoding.UTF8.GetString(bytes.AsSpan(from, Math.Min(bytes.Length - from, 2 * Context)));
    }
}
