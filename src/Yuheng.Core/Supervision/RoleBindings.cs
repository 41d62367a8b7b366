using Yuheng.Core.Workflows;

namespace Yuheng.Core.Supervision;

/// <summary>Which authority holds a role on a day.</summary>
public sealed record RoleBindings(string Id, IReadOnlyList<RoleBinding> Bindings)
{
    /// <summary>The embedded bindings of the demonstration zone.</summary>
    public static RoleBindings Default { get; } =
        SupervisionPacks.Embedded("roles", SupervisionJson.Default.RoleBindings);

    /// <summary>
    /// The holder of a role on a day, or null where there is none (no statutory supervisor of valve lots today).
    /// </summary>
    public RoleBinding? Holder(string role, DateOnly day) =>
        Bindings.FirstOrDefault(b => b.Role == role && !(day < b.From) && !(day > b.To));
}

/// <summary>A role held from a day to a day.</summary>
public sealed record RoleBinding(
    string Role,
    Bilingual Authority,
    DateOnly? From,
    DateOnly? To,
    string Source,
    string Confidence);
