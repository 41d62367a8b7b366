using System.Text.Json;

namespace Yuheng.Core.Tests.Credentials;

/// <summary>
/// The part of JSON Schema 2020-12 that the UNTP schema uses: type, required, enum, const, properties,
/// additionalProperties, items, prefixItems, minItems, $ref, allOf, contains, format uri.
/// </summary>
internal static class UntpSchema
{
    public static IReadOnlyList<string> Faults(JsonElement value, JsonElement schema, JsonElement root, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var target = root.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]);
            return Faults(value, target, root, at);
        }

        var faults = new List<string>();
        if (schema.TryGetProperty("type", out var type) && !IsOfType(value, type.GetString()!))
        {
            return [at + ": type"];
        }

        if (schema.TryGetProperty("enum", out var words)
            && !words.EnumerateArray().Any(w => JsonElement.DeepEquals(w, value)))
        {
            faults.Add(at + ": enum");
        }

        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value))
        {
            faults.Add(at + ": const");
        }

        if (schema.TryGetProperty("format", out var format) && format.GetString() == "uri"
            && !Uri.TryCreate(value.GetString(), UriKind.Absolute, out _))
        {
            faults.Add(at + ": uri");
        }

        faults.AddRange(value.ValueKind == JsonValueKind.Object ? OfObject(value, schema, root, at) : []);
        faults.AddRange(value.ValueKind == JsonValueKind.Array ? OfArray(value, schema, root, at) : []);
        return faults;
    }

    private static IEnumerable<string> OfObject(JsonElement value, JsonElement schema, JsonElement root, string at)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().ToArray() : [];
        foreach (var name in required.Where(n => !value.TryGetProperty(n.GetString()!, out _)))
        {
            yield return $"{at}.{name}: required";
        }

        schema.TryGetProperty("properties", out var properties);
        var closed = schema.TryGetProperty("additionalProperties", out var more)
            && more.ValueKind == JsonValueKind.False;
        foreach (var member in value.EnumerateObject())
        {
            if (properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(member.Name, out var inner))
            {
                foreach (var fault in Faults(member.Value, inner, root, $"{at}.{member.Name}"))
                {
                    yield return fault;
                }
            }
            else if (closed)
            {
                yield return $"{at}.{member.Name}: additional";
            }
        }
    }

    private static IEnumerable<string> OfArray(JsonElement value, JsonElement schema, JsonElement root, string at)
    {
        var first = schema.TryGetProperty("prefixItems", out var prefix) ? prefix.EnumerateArray().ToArray() : [];
        schema.TryGetProperty("items", out var items);
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var inner = index < first.Length ? first[index] : items;
            var faults = inner.ValueKind == JsonValueKind.Object ? Faults(item, inner, root, $"{at}[{index}]") : [];
            foreach (var fault in faults)
            {
                yield return fault;
            }

            index++;
        }

        if (schema.TryGetProperty("minItems", out var fewest) && index < fewest.GetInt32())
        {
            yield return at + ": minItems";
        }

        var all = schema.TryGetProperty("allOf", out var rules) ? rules.EnumerateArray().ToArray() : [];
        foreach (var rule in all.Where(r => !value.EnumerateArray().Any(v =>
            JsonElement.DeepEquals(v, r.GetProperty("contains").GetProperty("const")))))
        {
            yield return $"{at}: contains {rule.GetProperty("contains").GetProperty("const")}";
        }
    }

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => throw new InvalidOperationException(type),
    };
}
