using System.Globalization;

namespace Yuheng.Core.Supervision;

/// <summary>
/// What lowers a class at once: counted over the events of one firm and product family, in their order.
/// </summary>
public static class LevelTriggers
{
    /// <summary>
    /// Kinds of event that a history may hold. A firm's own tests before declaration are not among them.
    /// </summary>
    public static IReadOnlySet<string> Kinds { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "spot-lot-passed", "spot-lot-failed", "major-claim", "penalty", "forged-paper", "held-lot-exported",
        "inspection-refused", "illegal-smelting",
    };

    /// <summary>The class after the events.</summary>
    /// <exception cref="Refused">An event is of an unknown kind.</exception>
    public static LevelAfter Apply(Scheme scheme, LevelHistory before, IReadOnlyList<QualityEvent> events)
    {
        var (level, since) = (before.Level, before.Since);
        var failedInARow = 0;
        List<Phrase>? reasons = null;
        foreach (var happened in events)
        {
            if (!Kinds.Contains(happened.Kind))
            {
                throw new Refused("refused.supervision.event-kind", happened.Kind);
            }

            failedInARow = happened.Kind switch
            {
                "spot-lot-failed" => failedInARow + 1,
                "spot-lot-passed" => 0,
                _ => failedInARow,
            };
            if (Met(scheme, happened, level, failedInARow) is not { } trigger)
            {
                continue;
            }

            (reasons ??= []).Add(Phrase.Of(
                "supervision.level.trigger",
                trigger.Id,
                happened.Id,
                happened.On.ToString("o", CultureInfo.InvariantCulture),
                trigger.To.ToString(CultureInfo.InvariantCulture),
                trigger.Confidence));

            // The count begins again at the new class: one failed lot does not lower it twice.
            (level, since, failedInARow) = (trigger.To, happened.On, 0);
        }

        return new LevelAfter(new LevelHistory(level, since), reasons ?? (IReadOnlyList<Phrase>)[]);
    }

    private static LevelTrigger? Met(Scheme scheme, QualityEvent happened, int level, int failedInARow)
    {
        LevelTrigger? worst = null;
        foreach (var trigger in scheme.Triggers)
        {
            var met = trigger.Event == happened.Kind
                && trigger.FromClasses.Contains(level)
                && (trigger.Consecutive == 1 || failedInARow >= trigger.Consecutive);
            if (met && (worst is null || trigger.To > worst.To))
            {
                worst = trigger;
            }
        }

        return worst;
    }
}

/// <summary>Something that happened to a firm's product family.</summary>
/// <param name="Id">Lot, case or record.</param>
/// <param name="Kind">One of <see cref="LevelTriggers.Kinds"/>.</param>
/// <param name="On">Day.</param>
public sealed record QualityEvent(string Id, string Kind, DateOnly On);

/// <summary>The class after events, with the triggers met.</summary>
public sealed record LevelAfter(LevelHistory Level, IReadOnlyList<Phrase> Reasons);
