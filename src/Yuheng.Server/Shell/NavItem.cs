namespace Yuheng.Server.Shell;

/// <summary>
/// An entry of the navigation; a module registers its own with <c>services.AddSingleton(new NavItem(…))</c>.
/// </summary>
/// <param name="Href">Where it leads.</param>
/// <param name="Text">Key of its text.</param>
/// <param name="Order">Place in the line, ascending.</param>
/// <param name="Roles">Roles that see it; none: every signed-in person.</param>
public sealed record NavItem(string Href, string Text, int Order, params Role[] Roles)
{
    /// <summary>Whether readers who have not signed in see it too.</summary>
    public bool ForEveryone { get; init; }

    /// <summary>Whether a viewer sees it.</summary>
    public bool IsFor(Viewer viewer) =>
        ForEveryone || (viewer.IsSignedIn && (Roles.Length == 0 || viewer.Is(Roles)));
}
