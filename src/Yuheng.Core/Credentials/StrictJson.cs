using System.Text.Json;
using System.Text.Unicode;

namespace Yuheng.Core.Credentials;

/// <summary>
/// JSON as signed documents need it: one reading only. Duplicate members, broken UTF-8, lone surrogates, numbers beyond
/// a double, comments, trailing commas and deep nesting are refused: two readers could understand them differently.
/// </summary>
public static class StrictJson
{
    /// <summary>Deepest nesting: a credential has about ten levels, and recursion must stay bounded.</summary>
    public const int MaxDepth = 40;

    private static readonly JsonDocumentOptions Options =
        new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth };

    /// <summary>Reads a document of at most <paramref name="maxBytes"/>; null when it is not strict JSON.</summary>
    public static JsonElement? TryParse(ReadOnlyMemory<byte> utf8, int maxBytes)
    {
        if (utf8.Length > maxBytes || !Utf8.IsValid(utf8.Span))
        {
            return null;
        }

        try
        {
            RefuseWhatHasNoValue(utf8.Span);
            using var document = JsonDocument.Parse(utf8, Options);
            return document.RootElement.Clone();
        }
        catch (Exception refusal) when (refusal is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A member's text; null when it is absent or not a string.</summary>
    public static string? Text(this JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(member, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>A member's value; null when it is absent or the element is no object.</summary>
    public static JsonElement? Member(this JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) ? value : null;

    /// <summary>The values of a member that may be one value or a list, as JSON-LD writes them.</summary>
    public static IReadOnlyList<JsonElement> OneOrMany(this JsonElement element, string member) =>
        element.Member(member) switch
        {
            null => [],
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray()],
            { } one => [one],
        };

    /// <summary>Whether a member is, or contains, the given text.</summary>
    public static bool Names(this JsonElement element, string member, string text) =>
        element.OneOrMany(member).Any(v => v.ValueKind == JsonValueKind.String && v.GetString() == text);

    // \ud800 is valid JSON but no text, 1e999 is valid JSON but no number that RFC 8785 could write: found here rather
    // than by some later reader.
    private static void RefuseWhatHasNoValue(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Number && !double.IsFinite(reader.GetDouble()))
            {
                throw new JsonException();
            }

            if (reader.ValueIsEscaped)
            {
                _ = reader.GetString();
            }
        }
    }
}
