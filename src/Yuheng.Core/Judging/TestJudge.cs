using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>
/// Judges one observation by one requirement, in the order that no form may change: is the requirement known, was the
/// instrument valid, were the conditions met, then compare, then the decision rule.
/// </summary>
public static class TestJudge
{
    /// <summary>The outcome with its reasons. Pure: the same two records give the same outcome.</summary>
    public static TestOutcome Judge(Requirement requirement, Observation observation)
    {
        if (requirement.Id != observation.Characteristic)
        {
            return Because(requirement, TestStatus.NotApplicable, "judging.test.other-characteristic");
        }

        return Known(requirement)
            ?? Instrument(requirement, observation)
            ?? Conditions(requirement, observation)
            ?? TestComparison.Compare(requirement, observation);
    }

    internal static string ClauseOf(Requirement r) => r.Standard + " " + r.Edition + ", " + r.Clause;

    internal static TestOutcome Because(
        Requirement requirement, TestStatus status, string code, params IReadOnlyList<string> args) =>
        Because(requirement, status, Phrase.Of(code, args), null);

    internal static TestOutcome Because(Requirement requirement, TestStatus status, Phrase says,
        (string? Measured, string? Limit, string? Unit, string Rule)? compared) => new()
    {
        Status = status,
        Reasons =
        [
            new TestReason(ClauseOf(requirement), says, compared?.Measured, compared?.Limit, compared?.Unit,
                compared?.Rule ?? "order"),
        ],
    };

    private static TestOutcome? Known(Requirement requirement)
    {
        if (requirement.Unknown is { } unknown)
        {
            return Because(requirement, TestStatus.CannotJudge, unknown, null);
        }

        return requirement.Edition.Length == 0 || requirement.Limit is null
            ? Because(requirement, TestStatus.CannotJudge, "judging.test.edition-missing", requirement.Standard)
            : null;
    }

    // A pressure that no valid gauge has read is not known. Findings without an instrument need none.
    private static TestOutcome? Instrument(Requirement requirement, Observation observation)
    {
        if (observation.Gauge is null)
        {
            return requirement.TestPressure is null && observation.Value is null
                ? null
                : Because(requirement, TestStatus.CannotJudge, "judging.test.gauge-not-named");
        }

        if (observation.GaugeDue is not { } due)
        {
            return Because(requirement, TestStatus.CannotJudge, "judging.test.gauge-due-unknown", observation.Gauge);
        }

        return observation.Day <= due
            ? null
            : Because(requirement, TestStatus.InvalidTest,
                Phrase.Of("judging.test.gauge-expired", observation.Gauge, Day(due), Day(observation.Day)),
                (Day(observation.Day), Day(due), null, "<="));
    }

    private static TestOutcome? Conditions(Requirement requirement, Observation observation)
    {
        if (requirement.Medium is { } medium && observation.Medium != medium)
        {
            return observation.Medium is { } other
                ? Because(requirement, TestStatus.InvalidTest, Phrase.Of("judging.test.other-medium", other, medium),
                    (other, medium, null, "="))
                : Because(requirement, TestStatus.CannotJudge, "judging.test.medium-missing");
        }

        return Pressure(requirement, observation) ?? Hold(requirement, observation);
    }

    private static TestOutcome? Pressure(Requirement requirement, Observation observation)
    {
        if (requirement.TestPressure is not { } demand)
        {
            return null;
        }

        if (observation.Pressure is not { } pressure || Unit.Get(pressure.Unit).Dimension != Dimension.Pressure)
        {
            return Because(requirement, TestStatus.CannotJudge, "judging.test.pressure-missing");
        }

        if (pressure.CompareTo(demand.Min) < 0)
        {
            return Because(requirement, TestStatus.InvalidTest,
                Phrase.Of("judging.test.pressure-too-low", pressure.ToString(), demand.Min.ToString()),
                (NumberText.Show(pressure.Value), demand.Min.ToString(), pressure.Unit, ">="));
        }

        return demand.Max is { } max && pressure.CompareTo(max) > 0
            ? Because(requirement, TestStatus.InvalidTest,
                Phrase.Of("judging.test.pressure-too-high", pressure.ToString(), max.ToString()),
                (NumberText.Show(pressure.Value), max.ToString(), pressure.Unit, "<="))
            : null;
    }

    // A leak in a test that was cut short is found again in the repeated one; a test without leak that was cut short
    // shows nothing.
    private static TestOutcome? Hold(Requirement requirement, Observation observation)
    {
        if (requirement.MinDurationSeconds is not { } seconds)
        {
            return null;
        }

        if (observation.Hold is not { } hold || Unit.Get(hold.Unit).Dimension != Dimension.Time)
        {
            return Because(requirement, TestStatus.CannotJudge, "judging.test.hold-missing");
        }

        var wanted = new Reading(seconds, "s");
        foreach (var time in observation.Observed is { } observed ? (ReadOnlySpan<Reading>)[hold, observed] : [hold])
        {
            if (time.CompareTo(wanted) < 0)
            {
                return Because(requirement, TestStatus.InvalidTest,
                    Phrase.Of("judging.test.hold-too-short", time.ToString(), wanted.ToString()),
                    (NumberText.Show(time.Value), wanted.ToString(), time.Unit, ">="));
            }
        }

        return null;
    }

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
