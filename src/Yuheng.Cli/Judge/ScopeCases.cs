using System.Globalization;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Cli.Judge;

/// <summary>Which tests are required, and whether a valve is in the scope of a standard.</summary>
internal static class ScopeCases
{
    // API 598 table 1: to NPS 4 the first table reaches Class 1500, above NPS 4 Class 600.
    private const decimal SmallNps = 4m;
    private const decimal SmallClass = 1500m;
    private const decimal LargeClass = 600m;

    public static void RequiredTests(CaseQuestion question, CaseAnswer answer)
    {
        if (question.EditionPack(answer) is not { } pack)
        {
            return;
        }

        var rows = pack.RequiredTests.Where(r => question.ValveType is { } type && r.ValveTypes.Contains(type))
            .ToList();
        var range = question.Input.TextOrNull("range") is { } text ? IsoRange(question, text) : ClassRange(question);
        var row = rows.FirstOrDefault(r => r.Range == "any" || r.Range == range);
        if (row is null)
        {
            answer.CannotJudge("judge.required-tests-unknown", question.ValveType ?? "?", pack.Standard, pack.Edition);
            return;
        }

        answer.Rests(row.Confidence);
        foreach (var (test, word) in row.Tests)
        {
            answer.Word(test, word);
        }

        answer.Because(row.Clause, "judge.required-tests", question.ValveType!);
    }

    public static void Scope(CaseQuestion question, CaseAnswer answer)
    {
        var temperature = question.Input.DecimalOrNull("temp_C") ?? MediumTemperature(question.Medium);
        var mop = question.NotNegativeOrNull("mop_bar");
        if (question.EditionPack(answer) is not { } pack)
        {
            return;
        }

        if (pack.Scopes.Count == 0)
        {
            answer.CannotJudge("judge.scope-unknown", pack.Standard, pack.Edition);
            return;
        }

        var asked = new Asked(question, temperature, mop);
        var material = question.Input.TextOrNull("bodyMaterial");
        var row = pack.Scopes.FirstOrDefault(s => s.Materials.Count == 0
            || (material is not null
                && s.Materials.Any(m => material.Contains(m, StringComparison.OrdinalIgnoreCase))));
        if (row is null)
        {
            if (material is null)
            {
                answer.CannotJudge("judge.scope-material-missing", pack.Standard);
                return;
            }

            answer.Flag("inScope", false);
            answer.Because(pack.Scopes[0].Clause, "judge.out-of-scope", "bodyMaterial", material);
            return;
        }

        answer.Rests(row.Confidence);
        if (row.TempUnknown && temperature > row.TempTo)
        {
            answer.CannotJudge("judge.scope-unknown", pack.Standard, pack.Edition);
            return;
        }

        var broken = Broken(row, asked);
        answer.Flag("inScope", broken is null);
        answer.Because(row.Clause, broken is null ? "judge.in-scope"
            : "judge.out-of-scope", broken?.Member ?? "", broken?.Value ?? "");
    }

    private sealed record Asked(CaseQuestion Case, decimal? Temperature, decimal? Mop);

    private static (string Member, string Value)? Broken(ScopeRow row, Asked asked)
    {
        var question = asked.Case;
        var dn = question.Dn;
        var medium = question.Medium?.Split('@')[0] ?? "";
        return (row, asked) switch
        {
            _ when row.ValveTypes.Count > 0 && question.ValveType is { } type && !Names(type, row.ValveTypes) =>
                ("valveType", type),
            _ when dn is { } d
                && (d < row.DnFrom || d > row.DnTo || (row.DnList.Count > 0 && !row.DnList.Contains(d))) =>
                ("dn", d.ToString(CultureInfo.InvariantCulture)),
            _ when question.Pn is { } pn && (pn > row.PnTo || (row.PnList.Count > 0 && !row.PnList.Contains(pn))) =>
                ("pn", NumberText.Show(pn)),
            _ when asked.Mop is { } mop && row.MopList.Count > 0 && !row.MopList.Contains(mop) =>
                ("mop_bar", NumberText.Show(mop)),
            _ when asked.Temperature is { } t && (t < row.TempFrom || t > row.TempTo) => ("temp_C", NumberText.Show(t)),
            _ when dn >= row.MediaDnFrom && row.MediaNotFromDn.Contains(medium, StringComparer.OrdinalIgnoreCase) =>
                ("medium", medium),
            _ => null,
        };
    }

    // "threaded gate/globe/ball/check" names four types; "gas ball/plug" two. Any of them in scope is enough.
    private static bool Names(string given, IReadOnlyList<string> types) =>
        given == "any" || types.Any(t => given.Contains(t, StringComparison.OrdinalIgnoreCase));

    // "water@190C"
    private static decimal? MediumTemperature(string? medium) =>
        medium?.Split('@') is [_, var text] ? NumberText.ReadDecimal(text.TrimEnd('C'), "medium") : null;

    // Some of the table is given by class ranges in words: <=600, >600, <=1500, >1500.
    private static string? ClassRange(CaseQuestion question)
    {
        var bound = question.Nps is { } nps ? (nps <= SmallNps ? SmallClass : LargeClass) : (decimal?)null;
        var text = question.Input.TextOrNull("classRange")?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        if (question.Class is { } given && text.Length == 0)
        {
            return given <= bound ? "low" : bound is null ? null : "high";
        }

        if (text.StartsWith("<=", StringComparison.Ordinal))
        {
            return NumberText.ReadDecimal(text[2..], "classRange") <= bound ? "low" : null;
        }

        return text.StartsWith('>') ? NumberText.ReadDecimal(text[1..], "classRange") >= bound ? "high" : null : null;
    }

    // ISO 5208 table 1: plug valves to DN 100 and PN 250 or Class 1500.
    private static string IsoRange(CaseQuestion question, string text)
    {
        const int smallDn = 100;
        return text.Contains('>', StringComparison.Ordinal) || question.Dn > smallDn ? "high" : "low";
    }
}
