using Yuheng.Core.Workflows;

namespace Yuheng.Core.Supervision;

/// <summary>A scheme of supervision, as its dated pack writes it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">Name.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day, or null while it is in force.</param>
/// <param name="Basis"><c>statutory</c> or <c>voluntary</c>.</param>
/// <param name="Status"><c>historic</c> or <c>in-force</c>.</param>
/// <param name="Note">What a reader must know about it.</param>
/// <param name="Classes">Classes or levels, 1 best.</param>
/// <param name="Risks">Grades, least first; <c>any</c> where the scheme knows none.</param>
/// <param name="Modes">Modes of supervision.</param>
/// <param name="Matrix">Class by risk to modes, the stricter first where the scheme leaves a choice.</param>
/// <param name="MatrixSource">Where the matrix comes from.</param>
/// <param name="MatrixConfidence">V, S, C, M or D.</param>
/// <param name="Rules">Rules with article and confidence, to be shown.</param>
/// <param name="Triggers">What lowers a class at once.</param>
public sealed record Scheme(
    string Id,
    Bilingual Title,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string Basis,
    string Status,
    Bilingual Note,
    IReadOnlyList<SchemeClass> Classes,
    IReadOnlyList<string> Risks,
    IReadOnlyList<SchemeMode> Modes,
    IReadOnlyList<SchemeCell> Matrix,
    string MatrixSource,
    string MatrixConfidence,
    IReadOnlyList<SchemeRule> Rules,
    IReadOnlyList<LevelTrigger> Triggers)
{
    /// <summary>A scheme from a pack, checked.</summary>
    /// <exception cref="System.Text.Json.JsonException">The text is not a scheme.</exception>
    /// <exception cref="Refused">The scheme breaks a rule; it is named.</exception>
    public static Scheme Load(ReadOnlySpan<byte> json) =>
        SchemeCheck.Checked(SupervisionPacks.Load(json, SupervisionJson.Default.Scheme));

    /// <summary>Whether the scheme holds on a day.</summary>
    public bool IsValidOn(DateOnly day) => ValidFrom <= day && !(day > ValidTo);

    /// <summary>A mode by identifier.</summary>
    /// <exception cref="Refused">The scheme has no such mode.</exception>
    public SchemeMode Mode(string id) => Modes.FirstOrDefault(m => m.Id == id)
        ?? throw new Refused("refused.supervision.mode", Id, id);

    /// <summary>The modes of a cell, the stricter first.</summary>
    /// <exception cref="Refused">The scheme has no such class.</exception>
    public IReadOnlyList<SchemeMode> Cell(int @class, RiskGrade risk)
    {
        var cell = Matrix.FirstOrDefault(c => c.Class == @class && (c.Risk == "any" || c.Risk == risk.Word()))
            ?? throw new Refused("refused.supervision.class", Id, @class.ToString(DrawCommitment.Invariant));
        return [.. cell.Modes.Select(Mode)];
    }
}

/// <summary>A class of a scheme.</summary>
public sealed record SchemeClass(int Class, Bilingual Name);

/// <summary>A mode of supervision.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name.</param>
/// <param name="Strictness">1 laxest.</param>
/// <param name="Inspection"><c>documents</c> (few lots drawn), <c>drawn</c>, <c>every-lot</c> or <c>every-
/// piece</c>.</param>
/// <param name="Probability">Chance that a lot is inspected.</param>
/// <param name="Floor">Least chance, however few inspectors there are.</param>
/// <param name="VisitsPerYear">Planned visits of a firm in a year.</param>
/// <param name="Confidence">Mark of these numbers.</param>
public sealed record SchemeMode(
    string Id,
    Bilingual Name,
    int Strictness,
    string Inspection,
    decimal Probability,
    decimal Floor,
    int VisitsPerYear,
    string Confidence)
{
    /// <summary>Whether every lot is inspected.</summary>
    public bool IsCertain => Probability == 1;
}

/// <summary>A cell of the matrix.</summary>
public sealed record SchemeCell(int Class, string Risk, IReadOnlyList<string> Modes);

/// <summary>A rule of a scheme, for the reader.</summary>
public sealed record SchemeRule(string Id, Bilingual Text, string Article, string Confidence);

/// <summary>What lowers a class or level at once.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Event">Kind of event.</param>
/// <param name="Consecutive">How many in a row.</param>
/// <param name="FromClasses">Classes it applies to.</param>
/// <param name="To">Class afterwards.</param>
/// <param name="Source">Where the rule comes from.</param>
/// <param name="Confidence">Mark.</param>
/// <param name="Text">The rule in words.</param>
public sealed record LevelTrigger(
    string Id,
    string Event,
    int Consecutive,
    IReadOnlyList<int> FromClasses,
    int To,
    string Source,
    string Confidence,
    Bilingual Text);
