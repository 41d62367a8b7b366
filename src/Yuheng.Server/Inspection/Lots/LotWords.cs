using System.Collections.Frozen;
using System.Globalization;
using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;
using Yuheng.Server.Shell;
using Yuheng.Server.Shell.Pieces;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>How lots, states and limits are said on pages.</summary>
internal static class LotWords
{
    private static readonly FrozenDictionary<string, Tone> Tones = new Dictionary<string, Tone>
    {
        ["released"] = Tone.Good,
        ["releasable"] = Tone.Good,
        ["exported"] = Tone.Good,
        ["held"] = Tone.Bad,
        ["refused"] = Tone.Bad,
        ["revoked"] = Tone.Bad,
        ["recalled"] = Tone.Bad,
        ["rework"] = Tone.Unsure,
        ["retest"] = Tone.Unsure,
        ["cannot-judge"] = Tone.Unsure,
        ["expired"] = Tone.Unsure,
    }.ToFrozenDictionary();

    /// <summary>Name of a state.</summary>
    public static string State(string state, T texts) => LotMachine.Name(state, texts.Language);

    /// <summary>All states, to filter by.</summary>
    public static IReadOnlyList<Choice> States(T texts) =>
    [
        .. LotMachine.Machine.Data.States.Where(s => s.Id != "draft").Select(s => new Choice(s.Id, State(s.Id, texts))),
    ];

    /// <summary>Colour of a state.</summary>
    public static Tone ToneOf(string state) => Tones.GetValueOrDefault(state, Tone.Neutral);

    /// <summary>A market by name and code: Germany (DE).</summary>
    public static string Market(string code, T texts) => Import.Words.Countries.Find(code) is { } country
        ? $"{(texts.Language == Language.Chinese ? country.Zh : country.En)} ({country.Code})"
        : code;

    /// <summary>A list of markets as stored.</summary>
    public static string Markets(string codes, T texts) =>
        string.Join(texts["inspection.lots.comma"], codes.Split(',').Select(code => Market(code, texts)));

    /// <summary>
    /// A word of the import's lists (seat, unit) in the reader's language; the code where none is known.
    /// </summary>
    public static string Named(Import.WordList words, string code, T texts) => words.Find(code) is { } word
        ? texts.Language == Language.Chinese ? word.Zh : word.En
        : code;

    /// <summary>The limit with its unit.</summary>
    public static string Limit(Requirement requirement, T texts) => requirement.Limit switch
    {
        null => requirement.Unknown is { } unknown ? texts.Say(unknown) : texts["inspection.lots.limit-unknown"],
        { Kind: LimitKind.NoneVisible } => texts["inspection.lots.limit-none-visible"],
        { Kind: LimitKind.Composition, Elements: var elements } => Composition(elements, texts),
        { Lower: { } lower, Upper: { } upper } limit =>
            texts["inspection.lots.limit-range", Number(lower), Number(upper), limit.Unit ?? ""].Trim(),
        { Lower: { } lower } limit => texts["inspection.lots.limit-min", Number(lower), limit.Unit ?? ""].Trim(),
        { Upper: { } upper } limit => texts["inspection.lots.limit-max", Number(upper), limit.Unit ?? ""].Trim(),
        _ => texts["inspection.lots.limit-conforms"],
    };

    /// <summary>The pressure, medium and hold of a test in one line, or nothing.</summary>
    public static string Conditions(Requirement requirement, T texts)
    {
        List<string> parts = [];
        if (requirement.Medium is { } medium)
        {
            parts.Add(texts["inspection.lots.medium." + medium]);
        }

        if (requirement.TestPressure is { } demand)
        {
            parts.Add(demand.Max is { } max
                ? texts["inspection.lots.pressure-between", demand.Min.ToString(), max.ToString()]
                : texts["inspection.lots.pressure-least", demand.Min.ToString()]);
        }

        if (requirement.MinDurationSeconds is { } seconds)
        {
            parts.Add(texts["inspection.lots.hold", seconds.ToString(CultureInfo.InvariantCulture)]);
        }

        return string.Join(texts["inspection.lots.comma"], parts);
    }

    /// <summary>Where a requirement is written.</summary>
    public static ClauseRef Clause(Requirement requirement, T texts) => requirement.Pack is null
        ? new ClauseRef(texts["inspection.lots.contract"], "", requirement.Clause)
        : new ClauseRef(
            requirement.Standard, requirement.Edition == Undated ? "" : requirement.Edition, requirement.Clause);

    /// <summary>What the packs write where a document has no edition.</summary>
    private const string Undated = "undated";

    /// <summary>How sure a limit is.</summary>
    public static CertaintyNote Certainty(Confidence confidence) => new(confidence switch
    {
        Confidence.High => CertaintyLevel.High,
        Confidence.Medium => CertaintyLevel.Medium,
        _ => CertaintyLevel.Low,
    });

    /// <summary>A text in the reader's language.</summary>
    public static string Say(Bilingual? text, T texts) =>
        text is null ? "" : texts.Language == Language.Chinese ? text.Zh : text.En;

    private static string Composition(IReadOnlyList<ElementLimit> elements, T texts) => elements.Count == 0
        ? texts["inspection.lots.limit-conforms"]
        : string.Join(texts["inspection.lots.comma"], elements.Select(Element));

    private static string Element(ElementLimit element) => (element.Min, element.Max) switch
    {
        ({ } least, { } most) => $"{element.Element} {Number(least)}\u2013{Number(most)} %",
        ({ } least, null) => $"{element.Element} \u2265 {Number(least)} %",
        (null, { } most) => $"{element.Element} \u2264 {Number(most)} %",
        _ => element.Element,
    };

    private static string Number(decimal number) => NumberText.Show(number);
}
