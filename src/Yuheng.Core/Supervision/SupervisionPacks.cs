using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Yuheng.Core.Supervision;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Scheme))]
[JsonSerializable(typeof(RoleBindings))]
[JsonSerializable(typeof(Catalogue))]
[JsonSerializable(typeof(CreditSystems))]
[JsonSerializable(typeof(ProductEngine))]
[JsonSerializable(typeof(BandEngine))]
[JsonSerializable(typeof(AlertRules))]
[JsonSerializable(typeof(LevelSheet))]
[JsonSerializable(typeof(OverseasRules))]
[JsonSerializable(typeof(LegalGuards))]
internal sealed partial class SupervisionJson : JsonSerializerContext;

/// <summary>Reads the packs of supervision that are embedded in the engines.</summary>
internal static class SupervisionPacks
{
    public static T Embedded<T>(string name, JsonTypeInfo<T> type)
    {
        using var stream = typeof(SupervisionPacks).Assembly.GetManifestResourceStream($"packs/supervision/{name}.json")
            ?? throw new FileNotFoundException("no embedded pack " + name);
        return JsonSerializer.Deserialize(stream, type) ?? throw new JsonException(name);
    }

    public static T Load<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json, type) ?? throw new JsonException();
}
