using System.Globalization;

namespace Yuheng.Core.Workflows;

/// <summary>
/// What is known about a matter when a step is taken, by name, each value in its invariant written form.
/// </summary>
public sealed class Facts
{
    private readonly SortedDictionary<string, string> _values;

    /// <summary>Facts by name.</summary>
    public Facts(IEnumerable<KeyValuePair<string, string>> values) =>
        _values = new SortedDictionary<string, string>(new Dictionary<string, string>(values), StringComparer.Ordinal);

    /// <summary>Nothing known.</summary>
    public static Facts None { get; } = new([]);

    /// <summary>Facts given as pairs.</summary>
    public static Facts Of(params IReadOnlyList<(string Name, string Value)> facts) =>
        new(facts.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    /// <summary>The value, or null.</summary>
    public string? this[string name] => _values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Whether the condition holds.</summary>
    public bool Satisfy(Guard guard)
    {
        if (this[guard.Fact] is not { } value)
        {
            return false;
        }

        return guard.Test switch
        {
            GuardTest.Present => true,
            GuardTest.Is => value == guard.Value,
            GuardTest.OneOf => guard.Value.Split('|').Contains(value),
            GuardTest.AtLeast => Number(value) >= Number(guard.Value),
            GuardTest.AtMost => Number(value) <= Number(guard.Value),
            GuardTest.NotAfter => Day(value) is { } day && Day(this[guard.Value]) is { } limit && day <= limit,
            GuardTest.NoneOf => this[guard.Value] is { } other && !value.Split('|').Intersect(other.Split('|')).Any(),
            _ => false,
        };
    }

    /// <summary>A fact that is a day, or null.</summary>
    public DateOnly? DayOf(string name) => Day(this[name]);

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
