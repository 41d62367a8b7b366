using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;

namespace Yuheng.Cli.Judge;

/// <summary>Types of inspection documents, and editions in force.</summary>
internal static class PaperCases
{
    /// <summary>More signers than this are no signers.</summary>
    private const int MostValidators = 100;

    public static void Certificate(CaseQuestion question, CaseAnswer answer)
    {
        var pack = question.AnyPack(answer);
        if (question.Input.Has("pcIssued"))
        {
            Saber(question, answer, pack);
            return;
        }

        if (question.Input.TextOrNull("statement") is null)
        {
            answer.CannotJudge("judge.statement-missing");
            return;
        }

        var validators = question.Input.Has("validatedBy") ? question.Input.TextList("validatedBy") : [];
        if (validators.Length > MostValidators)
        {
            throw new Refused("refused.judge.components", $"{MostValidators}") { Field = "validatedBy" };
        }

        var results = question.Input.TextOrNull("testResults");
        if (InspectionDocuments.TypeOf(results, validators) is not { } type)
        {
            answer.CannotJudge("judge.results-word-unknown", results ?? "");
            return;
        }

        answer.Word("type", type);
        answer.Because("3-4", "judge.document-type", type);
    }

    public static void Edition(CaseQuestion question, CaseAnswer answer)
    {
        var day = question.DayOrNull("date");
        if (question.Packs.EditionsOf(question.Standard).Count == 0)
        {
            throw new Refused("refused.judge.standard-unknown", question.Standard) { Field = "standard" };
        }

        if (day is not { } asked)
        {
            answer.CannotJudge("judge.edition-missing", question.Standard,
                string.Join(", ", question.Packs.EditionsOf(question.Standard).Select(p => p.Edition)));
            return;
        }

        var editions = question.Packs.InForce(question.Standard, asked);
        if (editions.Count == 0)
        {
            answer.CannotJudge("judge.edition-not-known-then", question.Standard, question.Input.Text("date"));
            return;
        }

        answer.From(editions[^1]);
        var names = string.Join(" or ", editions.Select(p => p.Edition));
        answer.Word("edition", editions.Count == 1 ? names : names + ": purchase order decides");
        answer.Because("", editions.Count == 1 ? "judge.edition-in-force" : "judge.editions-coexist", names);
    }

    // A SABER product certificate holds for a year from its issue; each shipment has its own.
    private static void Saber(CaseQuestion question, CaseAnswer answer, Pack pack)
    {
        var issued = question.DayOrNull("pcIssued");
        var shipment = question.DayOrNull("shipment");
        if (issued is not { } from || shipment is not { } shipped
            || !pack.Numbers.TryGetValue("pcValidYears", out var years))
        {
            answer.CannotJudge("judge.dates-missing");
            return;
        }

        var valid = shipped >= from && shipped < from.AddYears((int)years[0]);
        answer.Flag("valid", valid);
        answer.Word("status", valid ? "valid" : "expired");
        answer.Because("", valid ? "judge.certificate-valid"
            : "judge.certificate-expired", question.Input.Text("pcIssued"));
    }
}
