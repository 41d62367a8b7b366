using System.Text.Json;
using Yuheng.Core;

namespace Yuheng.Cli;

/// <summary>
/// The members of a question, read strictly: what is unknown, missing or of another type is refused and named. A member
/// that is null counts as absent.
/// </summary>
public readonly struct JsonRequest
{
    private readonly JsonElement _element;

    /// <summary>Wraps a JSON object; anything else is refused.</summary>
    /// <exception cref="Refused">The element is not an object.</exception>
    public JsonRequest(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new Refused("refused.line.not-an-object");
        }

        _element = element;
    }

    /// <summary>The object itself, for shapes that the typed readers do not cover.</summary>
    public JsonElement Element => _element;

    /// <summary>Refuses every member that is not named here.</summary>
    /// <exception cref="Refused">An unknown member.</exception>
    public void Only(params ReadOnlySpan<string> members)
    {
        foreach (var property in _element.EnumerateObject())
        {
            var known = false;
            foreach (var member in members)
            {
                known |= property.NameEquals(member);
            }

            if (!known)
            {
                throw Wrong("unknown-member", property.Name, string.Join(", ", members!));
            }
        }
    }

    /// <summary>Whether a member is there and not null.</summary>
    public bool Has(string member) => Find(member) is not null;

    /// <summary>A text that must be there.</summary>
    public string Text(string member) => TextOrNull(member) ?? throw Wrong("missing-member", member);

    /// <summary>A text, or null when the member is absent.</summary>
    public string? TextOrNull(string member) => Find(member) is { } value ? AsText(value, member) : null;

    /// <summary>A whole number that must be there; 5.0 is one, 5.5 is not.</summary>
    public long Count(string member) => CountOrNull(member) ?? throw Wrong("missing-member", member);

    /// <summary>A whole number, or null when the member is absent.</summary>
    public long? CountOrNull(string member) => Find(member) is { } value ? AsCount(value, member) : null;

    /// <summary>A finite number that must be there.</summary>
    public double Number(string member) => NumberOrNull(member) ?? throw Wrong("missing-member", member);

    /// <summary>A finite number, or null when the member is absent.</summary>
    public double? NumberOrNull(string member) => Find(member) is { } value ? AsNumber(value, member) : null;

    /// <summary>A decimal with its digits as written, that must be there.</summary>
    public decimal Decimal(string member) => DecimalOrNull(member) ?? throw Wrong("missing-member", member);

    /// <summary>A decimal with its digits as written, or null when the member is absent.</summary>
    public decimal? DecimalOrNull(string member) => Find(member) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDecimal(out var number) => number,
        _ => throw Wrong("not-a-number", member),
    };

    /// <summary>True or false, or the default when the member is absent.</summary>
    public bool Flag(string member, bool absent) => Find(member) switch
    {
        null => absent,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Wrong("not-a-flag", member),
    };

    /// <summary>A list of finite numbers that must be there.</summary>
    public double[] Numbers(string member) => [.. Items(member).Select(item => AsNumber(item, member))];

    /// <summary>A list of whole numbers that must be there.</summary>
    public long[] Counts(string member) => [.. Items(member).Select(item => AsCount(item, member))];

    /// <summary>A list of whole numbers or nulls that must be there.</summary>
    public long?[] CountsOrNulls(string member) =>
        [.. Items(member).Select(item => item.ValueKind == JsonValueKind.Null ? (long?)null : AsCount(item, member))];

    /// <summary>A list of texts that must be there.</summary>
    public string[] TextList(string member) => [.. Items(member).Select(item => AsText(item, member))];

    /// <summary>A list of objects that must be there.</summary>
    public JsonRequest[] Objects(string member) => [.. Items(member).Select(item => new JsonRequest(item))];

    /// <summary>An object, or null when the member is absent.</summary>
    public JsonRequest? ObjectOrNull(string member) => Find(member) is { } value ? new JsonRequest(value) : null;

    /// <summary>The items of a list that must be there.</summary>
    public IEnumerable<JsonElement> Items(string member) => Find(member) switch
    {
        null => throw Wrong("missing-member", member),
        { ValueKind: JsonValueKind.Array } value => value.EnumerateArray(),
        _ => throw Wrong("not-a-list", member),
    };

    /// <summary>A list item as a finite number.</summary>
    public static double AsNumber(JsonElement value, string member) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw Wrong("not-a-number", member);

    /// <summary>A list item as a whole number.</summary>
    public static long AsCount(JsonElement value, string member)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            if (value.TryGetInt64(out var count))
            {
                return count;
            }

            if (value.TryGetDecimal(out var number) && number == decimal.Truncate(number)
                && number is >= long.MinValue and <= long.MaxValue)
            {
                return (long)number;
            }
        }

        throw Wrong("not-a-whole-number", member);
    }

    private static string AsText(JsonElement value, string member)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw Wrong("not-a-text", member);
        }

        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair written as an escape: valid JSON, but no text.
            throw Wrong("not-a-text", member);
        }
    }

    private static Refused Wrong(string code, string member, params string[] more) =>
        new("refused.line." + code, [member, .. more]) { Field = member };

    private JsonElement? Find(string member) =>
        _element.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
