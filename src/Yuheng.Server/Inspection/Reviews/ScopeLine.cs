using Yuheng.Server.Data;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Inspection.Reviews;

/// <summary>A standard that was tested by, and the line of the laboratory's scope that covers it on a day.</summary>
/// <param name="Standard">The standard.</param>
/// <param name="Scope">The line; null where the standard lies outside the scope.</param>
[Door]
public sealed record ScopeLine(string Standard, LaboratoryScope? Scope)
{
    /// <summary>
    /// Every standard that the tested characteristics are judged by, outside ones first. A limit of the contract's own
    /// has
    /// no method that a scope could name; papers show such a result as outside the scope.
    /// </summary>
    public static async Task<IReadOnlyList<ScopeLine>> Of(
        Db db,
        (Guid Laboratory, DateOnly Day) at,
        (LotPlan Plan, IReadOnlySet<string> Tested) of,
        CancellationToken cancellation
    )
    {
        var scope = await Registry.Registry.Scope(db, at.Laboratory, at.Day, cancellation);
        return
        [
            .. of
                .Plan.Sheet.Requirements.Where(r => r.Pack is not null && of.Tested.Contains(r.Id))
                .Select(r => r.Standard)
                .Distinct()
                .Select(standard => new ScopeLine(standard, scope.FirstOrDefault(line => Covers(line, standard))))
                .OrderBy(line => line.Scope is not null),
        ];
    }

    /// <summary>Whether a line of a scope covers a standard, as a whole or by a clause of it.</summary>
    public static bool Covers(LaboratoryScope line, string standard) =>
        line.Method == standard || line.Method.StartsWith(standard + "-", StringComparison.Ordinal);
}
