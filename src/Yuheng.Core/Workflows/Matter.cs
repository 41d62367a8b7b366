using System.Collections.Immutable;
using System.Globalization;

namespace Yuheng.Core.Workflows;

/// <summary>
/// One matter on a machine: its history and where it stands. A value: a step gives a new one. The history alone gives
/// the standing again, so nothing but events needs to be kept.
/// </summary>
public sealed record Matter(
    Machine Machine,
    WorkingDayCalendar Calendar,
    Standing Standing,
    ImmutableList<Happening> History)
{
    /// <summary>A matter that begins on a day.</summary>
    public static Matter Begin(Machine machine, WorkingDayCalendar calendar, DateOnly on, Facts facts) =>
        new(machine, calendar, machine.Enter(machine.Data.Initial, on, facts, calendar), []);

    /// <summary>The matter after an event.</summary>
    /// <exception cref="Refused">The step may not be taken, or it would lie before the last one.</exception>
    public Matter After(Happening happening)
    {
        if (happening.On < Standing.Since)
        {
            throw new Refused("refused.workflows.before-last-step", Iso(happening.On), Iso(Standing.Since));
        }

        var step = Machine.Step(Standing.State, happening.Event, happening.Roles, happening.Facts);
        var standing = Machine.Enter(step.To, happening.On, happening.Facts, Calendar);
        return this with { Standing = standing, History = History.Add(happening) };
    }

    /// <summary>Runs a history again.</summary>
    public static Matter Replay(Matter begun, IEnumerable<Happening> history) =>
        history.Aggregate(begun, (matter, happening) => matter.After(happening));

    /// <summary>
    /// What is to be said on a day: the reminders of that day, and from the day after the deadline the lapse or the
    /// escalation. Pure: the caller notes which were sent.
    /// </summary>
    public IReadOnlyList<Notice> NoticesOn(DateOnly day)
    {
        if (Standing.Deadline is not { } deadline)
        {
            return [];
        }

        var state = Machine.State(Standing.State);
        if (day > deadline.Due)
        {
            return state.Overdue is { Event: { } lapse }
                ? [new Notice(NoticeKind.Lapse, "system", lapse, deadline)]
                : [new Notice(NoticeKind.Escalation, state.Overdue!.EscalateTo!, null, deadline)];
        }

        var left = Calendar.WorkingDaysUntil(day, deadline.Due);
        return Calendar.IsWorkingDay(day) && (state.Due!.RemindBefore ?? []).Contains(left)
            ? [new Notice(NoticeKind.Reminder, Standing.Owner!, null, deadline)]
            : [];
    }

    private static string Iso(DateOnly day) => day.ToString("o", CultureInfo.InvariantCulture);
}

/// <summary>An event as it happened.</summary>
/// <param name="Event">Name of the event.</param>
/// <param name="On">Day in the zone.</param>
/// <param name="Roles">Roles of the one who acted.</param>
/// <param name="Facts">What was known.</param>
public sealed record Happening(string Event, DateOnly On, IReadOnlyCollection<string> Roles, Facts Facts);

/// <summary>Kinds of notice.</summary>
public enum NoticeKind
{
    /// <summary>To the owner, before the deadline.</summary>
    Reminder,

    /// <summary>To someone else, after it.</summary>
    Escalation,

    /// <summary>The system's own step after it.</summary>
    Lapse,
}

/// <summary>Something to be said or done because of a deadline.</summary>
public sealed record Notice(NoticeKind Kind, string To, string? Event, Deadline Deadline);
