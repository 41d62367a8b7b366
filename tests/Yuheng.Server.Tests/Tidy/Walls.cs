using System.Text.RegularExpressions;

namespace Yuheng.Server.Tests.Tidy;

/// <summary>One type uses another.</summary>
/// <param name="From">Full name of the type that uses.</param>
/// <param name="To">Full name of the type that is used.</param>
public sealed record Use(string From, string To);

/// <summary>The walls of docs/ARCHITECTURE.md over the uses between types.</summary>
public static partial class Walls
{
    /// <summary>
    /// Modules in the order of the day: a module calls the doors of those before it, never of those after.
    /// </summary>
    public static readonly string[] Modules =
    [
        "Registry", "Requirements", "Inspection", "Papers", "Supervision", "Improvement", "Cases", "Public",
        "Association", "Zone",
    ];

    /// <summary>What no engine may touch: pages, databases, files, clock, chance, the machine's culture.</summary>
    private static readonly string[] ForbiddenToCore =
    [
        "Microsoft.", "System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.FileStream",
        "System.Random",
        "System.TimeProvider", "System.Net.Http", "System.Data.", "System.Environment", "System.Threading.Tasks.Task",
        "System.Globalization.RegionInfo", "Npgsql",
    ];

    /// <summary>Uses that break the wall around Core.</summary>
    public static IEnumerable<Use> Core(IEnumerable<Use> uses, string root) => uses
        .Where(u => In(u.From, root))
        .Where(u => In(u.To, root.Replace(".Core", ".Server")) || In(u.To, root.Replace(".Core", ".Cli"))
            || ForbiddenToCore.Any(f => u.To == f
            || (f.EndsWith('.') ? u.To.StartsWith(f, StringComparison.Ordinal) : In(u.To, f)))
            || (u.To.StartsWith("NSec", StringComparison.Ordinal) && !In(u.From, root + ".Credentials")))
        .Where(u => !IsCompilerWord(u.To));

    /// <summary>Uses of a room (Shell, Data) that lead into a module or another forbidden room.</summary>
    public static IEnumerable<Use> Room(IEnumerable<Use> uses, string root, string room, params string[] forbidden) =>
        uses
        .Where(u => In(u.From, $"{root}.{room}"))
        .Where(u => Modules.Concat(forbidden).Any(m => In(u.To, $"{root}.{m}")));

    /// <summary>Uses between modules other than through the door of a module before.</summary>
    public static IEnumerable<Use> BetweenModules(IEnumerable<Use> uses, string root) => uses
        .Select(u => (Use: u, From: ModuleOf(u.From, root), To: ModuleOf(u.To, root)))
        .Where(u => u.From >= 0 && u.To >= 0 && u.From != u.To)
        .Where(u => u.To > u.From || !IsDoor(u.Use.To, $"{root}.{Modules[u.To]}", Modules[u.To]))
        .Select(u => u.Use);

    /// <summary>Uses by the command line of the server or of databases.</summary>
    public static IEnumerable<Use> Cli(IEnumerable<Use> uses, string root) => uses
        .Where(u => In(u.From, root))
        .Where(u => In(u.To, root.Replace(".Cli", ".Server")) || In(u.To, "Microsoft.EntityFrameworkCore")
            || In(u.To, "Microsoft.AspNetCore") || In(u.To, "Microsoft.Data"));

    /// <summary>
    /// A measured value or a limit held as a binary fraction: properties of these names are decimals.
    /// </summary>
    public static bool IsMeasuredName(string property) => Measured().IsMatch(property);

    private static int ModuleOf(string type, string root) => Array.FindIndex(Modules, m => In(type, $"{root}.{m}"));

    /// <summary>
    /// The door is what is marked <see cref="DoorAttribute"/>, and the class named after the module with what is
    /// nested in it.
    /// </summary>
    private static bool IsDoor(string type, string module, string name) =>
        Doors.Contains(type) || type == $"{module}.{name}"
            || type.StartsWith($"{module}.{name}+", StringComparison.Ordinal)
        || type.StartsWith($"{module}.{name}/", StringComparison.Ordinal);

    private static readonly HashSet<string> Doors =
    [
        .. typeof(Program).Assembly.GetTypes()
            .Where(t => t.IsDefined(typeof(DoorAttribute), false))
            .Select(t => t.FullName!),
    ];

    private static bool In(string type, string space) => type.StartsWith(space + ".", StringComparison.Ordinal)
        || type.StartsWith(space + "+", StringComparison.Ordinal) || type == space;

    /// <summary>Attributes that the compiler writes.</summary>
    private static bool IsCompilerWord(string type) =>
        type.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal);

    [GeneratedRegex("^(?:Measured|Limit|Reading|Minimum|Maximum)(?:Value)?$")]
    private static partial Regex Measured();
}
