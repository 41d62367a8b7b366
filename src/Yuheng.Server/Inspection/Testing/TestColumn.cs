using System.Globalization;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Testing;

/// <summary>How a result is entered.</summary>
public enum EntryForm
{
    /// <summary>A number: a count of drops, a length.</summary>
    Number,

    /// <summary>Conforms or not; entered by exception.</summary>
    Finding,

    /// <summary>Shares of the elements of an analysis.</summary>
    Elements,
}

/// <summary>A characteristic as it is entered at a bench.</summary>
/// <param name="Code">Its code: <c>shell</c>.</param>
/// <param name="Requirements">Every requirement that it answers; the first gives the conditions.</param>
/// <param name="Items">Samples to test.</param>
public sealed record TestColumn(string Code, IReadOnlyList<Requirement> Requirements, int Items)
{
    /// <summary>The requirement that gives conditions and unit.</summary>
    public Requirement First => Requirements[0];

    /// <summary>How it is entered.</summary>
    public EntryForm Form => First.Limit?.Kind switch
    {
        LimitKind.Composition => EntryForm.Elements,
        LimitKind.Attribute => EntryForm.Finding,
        _ => EntryForm.Number,
    };

    /// <summary>Unit of the numbers: what a bench counts, or the unit of the limit.</summary>
    public string Unit => Form != EntryForm.Number ? ""
        : !IsLeak ? First.Limit?.Unit ?? ""
        : First.Medium == "gas" ? "bubbles" : "drops";

    /// <summary>Whether leakage is counted.</summary>
    public bool IsLeak => First.Limit?.Kind == LimitKind.NoneVisible
        || (First.Limit?.Unit is { } unit
            && Core.Quantities.Unit.Get(unit).Dimension is Dimension.Leakage or Dimension.Drops or Dimension.Bubbles);

    /// <summary>Whether a test has a medium, a pressure or a time that must be recorded.</summary>
    public bool HasConditions =>
        First.Medium is not null || First.TestPressure is not null || First.MinDurationSeconds is not null;

    /// <summary>Least number that conforms, where numbers compare as they are written.</summary>
    public decimal? Least => IsLeak ? null : First.Limit?.Lower;

    /// <summary>Greatest number that conforms; 0 where nothing may be seen.</summary>
    public decimal? Most => First.Limit?.Kind == LimitKind.NoneVisible ? 0 : IsLeak ? null : First.Limit?.Upper;

    /// <summary>
    /// Columns of a lot's plan in the order of its requirements, without evidence that is not sampled.
    /// </summary>
    public static IReadOnlyList<TestColumn> Of(LotPlan plan)
    {
        var items = plan.Plan.Groups.ToDictionary(g => g.Group, g => g.Items, StringComparer.Ordinal);
        return
        [
            .. plan.Sheet.Requirements.GroupBy(r => r.Id)
                .Select(g => new TestColumn(g.Key, [.. g], g.Max(r => items.GetValueOrDefault(r.Group))))
                .Where(c => c.Items > 0),
        ];
    }

    /// <summary>Its name.</summary>
    public string Name(T t) => t.Say(First.Name);

    /// <summary>Every limit with its clause.</summary>
    public string Limits(T t) =>
        string.Join("; ", Requirements.Select(r => $"{LimitText.Of(t, r)}, {LimitText.Clause(r)}").Distinct());

    /// <summary>A number as a form field holds it.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
