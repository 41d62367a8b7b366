using Yuheng.Core;

namespace Yuheng.Server.Inspection.Import;

/// <summary>How one kind of bench writes its export: columns, tests, media and units by name. Data, not code.</summary>
/// <param name="Name">Name of the profile.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Tests">Names of tests: shell, seat-liquid, seat-gas-low, backseat.</param>
/// <param name="Media">Names of media.</param>
/// <param name="PressureUnits">Units of pressure.</param>
/// <param name="TimeUnits">Units of time.</param>
/// <param name="LeakageUnits">Units of leakage.</param>
internal sealed record BenchProfile(
    string Name,
    IReadOnlyList<ImportColumn> Columns,
    IReadOnlyList<Word> Tests,
    IReadOnlyList<Word> Media,
    IReadOnlyList<Word> PressureUnits,
    IReadOnlyList<Word> TimeUnits,
    IReadOnlyList<Word> LeakageUnits)
{
    private readonly Dictionary<string, WordList> _units = new()
    {
        ["pressure"] = new WordList(PressureUnits),
        ["time"] = new WordList(TimeUnits),
        ["leakage"] = new WordList(LeakageUnits),
    };

    /// <summary>All profiles.</summary>
    public static IReadOnlyList<BenchProfile> All { get; } = Words.Load<IReadOnlyList<BenchProfile>>("benches.json");

    /// <summary>Columns by heading.</summary>
    public ColumnList ColumnList { get; } = new(Columns);

    /// <summary>Tests by name.</summary>
    public WordList TestList { get; } = new(Tests);

    /// <summary>Media by name.</summary>
    public WordList MediumList { get; } = new(Media);

    /// <summary>Units of a dimension by name.</summary>
    public WordList Units(string dimension) => _units[dimension];

    /// <summary>The profile of a name.</summary>
    /// <exception cref="Refused"><c>profile-unknown</c>.</exception>
    public static BenchProfile Named(string name) => All.FirstOrDefault(profile => profile.Name == name)
        ?? throw new Refused("refused.import.profile-unknown", name, string.Join(", ", All.Select(p => p.Name)))
        {
            Field = "profile",
        };
}
