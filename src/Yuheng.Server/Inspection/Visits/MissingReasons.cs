namespace Yuheng.Server.Inspection.Visits;

/// <summary>
/// Why a drawn unit could not be taken, as a sampler chooses it; the published record keeps the code.
/// </summary>
public static class MissingReasons
{
    /// <summary>The codes.</summary>
    public static readonly IReadOnlyList<string> Codes = ["not-found", "damaged", "shipped", "other"];
}
