namespace Yuheng.Server.Shell;

/// <summary>Who asks and in which zone; sign-in sets both, the shell and the modules read them.</summary>
public static class ViewerAccess
{
    /// <summary>Who makes this request: anonymous unless sign-in has said otherwise.</summary>
    public static Viewer Viewer(this HttpContext http) =>
        http.Features.Get<Viewer>() ?? Server.Viewer.Anonymous(Guid.Empty, http.Language());

    /// <summary>Says who makes this request; called by sign-in only.</summary>
    public static void SetViewer(this HttpContext http, Viewer viewer) => http.Features.Set(viewer);

    /// <summary>What the pages show of the zone.</summary>
    public static ZoneFace ZoneFace(this HttpContext http) => http.Features.Get<ZoneFace>() ?? Shell.ZoneFace.None;

    /// <summary>Says which zone the request is for.</summary>
    public static void SetZoneFace(this HttpContext http, ZoneFace face) => http.Features.Set(face);
}
