using System.Text.Json;

namespace Yuheng.Core.Workflows;

/// <summary>Terms of law and of the scheme, as dated data: how long, from what, by which clause, how sure.</summary>
public sealed record LegalTerms(string Id, Bilingual Title, IReadOnlyList<LegalTerm> Terms)
{
    /// <summary>The embedded terms.</summary>
    public static LegalTerms China { get; } = Embedded();

    /// <summary>The term in force on the day on which it starts.</summary>
    /// <exception cref="Refused">There is none of that name on that day.</exception>
    public LegalTerm On(string id, DateOnly start) =>
        Terms.FirstOrDefault(t => t.Id == id && !(start < t.From) && !(start > t.To))
        ?? throw new Refused("refused.workflows.no-such-term", id, start.ToString("o", Culture));

    /// <summary>The last day of a term that starts on a day.</summary>
    public Deadline DeadlineOf(string id, DateOnly start, WorkingDayCalendar calendar) =>
        calendar.DeadlineOf(start, On(id, start).Term);

    private static System.Globalization.CultureInfo Culture => System.Globalization.CultureInfo.InvariantCulture;

    private static LegalTerms Embedded()
    {
        using var stream = WorkflowPacks.Open("calendar/terms-cn.json");
        return JsonSerializer.Deserialize(stream, WorkflowJson.Default.LegalTerms) ?? throw new JsonException();
    }
}

/// <summary>A term.</summary>
/// <param name="Id">Identifier; two editions share one, with other days.</param>
/// <param name="What">What is to be done in it.</param>
/// <param name="Count">Length.</param>
/// <param name="Unit">In what it is counted.</param>
/// <param name="StartsAt">From what it runs.</param>
/// <param name="Source">Clause, or <c>design</c>.</param>
/// <param name="Confidence">V, S, C, M or D; an M or D term is never shown as law.</param>
/// <param name="From">First day of the edition, or null.</param>
/// <param name="To">Last day, or null.</param>
public sealed record LegalTerm(
    string Id,
    Bilingual What,
    int Count,
    TermUnit Unit,
    string StartsAt,
    string Source,
    string Confidence,
    DateOnly? From,
    DateOnly? To)
{
    /// <summary>The length.</summary>
    public Term Term => new(Count, Unit);
}
