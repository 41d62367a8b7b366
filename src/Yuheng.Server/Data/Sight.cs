namespace Yuheng.Server.Data;

/// <summary>
/// What a context may see. It starts from nothing and is widened by role, so that a forgotten case is blind.
/// </summary>
/// <param name="ZoneId">The one zone looked at.</param>
/// <param name="FirmId">The one firm whose rows are seen, or empty.</param>
/// <param name="AllFirms">Whether every firm's declared rows are seen.</param>
public sealed record Sight(Guid ZoneId, Guid FirmId, bool AllFirms)
{
    private static readonly Role[] SeeAll =
    [
        Role.Inspector,
        Role.Reviewer,
        Role.Assessor,
        Role.BenchOperator,
        Role.LaboratorySignatory,
        Role.GovernmentOfficer,
    ];

    /// <summary>
    /// A firm's people see their firm; those who inspect, test, review or govern see declared rows of all.
    /// </summary>
    public static Sight Of(Viewer viewer) =>
        viewer.ActsForFirm
            ? new Sight(viewer.ZoneId, viewer.PartyId, AllFirms: false)
            : new Sight(viewer.ZoneId, Guid.Empty, viewer.Is(SeeAll));

    /// <summary>The product's own work (public check by number, roll-ups, replay): all rows of one zone.</summary>
    public static Sight Whole(Guid zoneId) => new(zoneId, Guid.Empty, AllFirms: true);
}
