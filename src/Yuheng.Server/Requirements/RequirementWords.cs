using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;
using Yuheng.Server.Shell;
using Yuheng.Server.Shell.Pieces;

namespace Yuheng.Server.Requirements;

/// <summary>Requirements in the reader's words: limits, conditions, classes, choices.</summary>
public sealed class RequirementWords(T texts)
{
    /// <summary>The choices of the look-up form.</summary>
    public LookUpChoices Choices(PackSet packs) => new(
        [.. packs.Catalogue.Families.Select(f => new Choice(f.Code, In(f.Name)))],
        [.. packs.Catalogue.Seats.Select(s => new Choice(s.Code, In(s.Name)))],
        [.. packs.All.SelectMany(p => p.Alloys).Select(a => a.Name).Distinct().Order(StringComparer.Ordinal)
            .Select(name => new Choice(name, name))],
        [.. packs.Catalogue.Markets.Select(m => new Choice(m.Code, In(m.Name) + " (" + m.Code + ")"))],
        [.. packs.All.Where(p => p.Pressures.Count > 0 && p.Requirements.Count > 0)
            .Select(p => new Choice(p.Id, p.Standard + "-" + p.Edition))]);

    /// <summary>A name in the reader's language.</summary>
    public string In(Bilingual name) => texts.Language == Language.Chinese ? name.Zh : name.En;

    /// <summary>The limit of a requirement, or why there is none.</summary>
    public string Limit(Requirement requirement) => requirement switch
    {
        { Unknown: { } unknown } => texts.Say(unknown),
        { Limit: { Kind: LimitKind.Composition } limit } => string.Join("; ", limit.Elements.Select(Element)),
        { Limit: { Formula: { } formula, Upper: { } upper } limit } =>
            texts["requirements.limit.at-most", Number(upper), limit.Unit!] + " (" + texts.Say(formula) + ")",
        { Limit: { Lower: { } lower, Upper: { } upper } limit } =>
            texts["requirements.limit.between", Number(lower), Number(upper), limit.Unit!],
        { Limit: { Upper: { } upper } limit } => texts["requirements.limit.at-most", Number(upper), limit.Unit!],
        { Limit: { Lower: { } lower } limit } => texts["requirements.limit.at-least", Number(lower), limit.Unit!],
        { Limit.Kind: LimitKind.NoneVisible } => texts["requirements.limit.none-visible"],
        _ => texts["requirements.limit.attribute"],
    };

    /// <summary>Pressure, duration and medium of the test, where it has them.</summary>
    public string Conditions(Requirement requirement)
    {
        List<string> parts = [];
        if (requirement.Medium is { } medium)
        {
            parts.Add(texts["requirements.medium." + medium]);
        }

        if (requirement.TestPressure is { } pressure)
        {
            parts.Add(pressure.Max is { } max
                ? texts["requirements.limit.between", Number(pressure.Min.Value), Number(max.Value), max.Unit]
                : texts["requirements.limit.at-least", Number(pressure.Min.Value), pressure.Min.Unit]);
        }

        if (requirement.MinDurationSeconds is { } seconds)
        {
            parts.Add(texts["requirements.limit.at-least", Number(seconds), "s"]);
        }

        return string.Join(", ", parts);
    }

    /// <summary>Why it binds.</summary>
    public string Basis(Basis basis) => texts["requirements.basis." + basis.ToString().ToLowerInvariant()];

    /// <summary>Which side of a gap is stricter.</summary>
    public string Stricter(GapSide side) => texts["requirements.gap." + side.ToString().ToLowerInvariant()];

    /// <summary>How sure the limit is, with its source.</summary>
    public static CertaintyNote Certainty(Confidence confidence, string? source) => new(
        confidence switch
        {
            Confidence.High => CertaintyLevel.High,
            Confidence.Medium => CertaintyLevel.Medium,
            _ => CertaintyLevel.YoursToConfirm,
        }, source);

    /// <summary>How sure a dated rule is; its pack's confidence where it has none of its own.</summary>
    public static CertaintyNote Certainty(DatedNotice notice) =>
        Certainty(notice.Rule.Confidence ?? notice.PackConfidence, null);

    /// <summary>The clause, leading to the pack it was read from.</summary>
    public static ClauseRef Clause(Requirement requirement) => new(requirement.Standard,
        requirement.Edition == PackLines.Undated ? "" : requirement.Edition, requirement.Clause,
        requirement.Pack is { } pack ? "/requirements/packs/" + pack.Id : null);

    private string Element(ElementLimit limit) => limit.Element + " " + (limit switch
    {
        { Min: { } min, Max: { } max } => texts["requirements.limit.between", Number(min), Number(max), "%"],
        { Min: { } min } => texts["requirements.limit.at-least", Number(min), "%"],
        _ => texts["requirements.limit.at-most", Number(limit.Max ?? 0), "%"],
    });

    private static string Number(decimal value) => NumberText.Show(value);
}
