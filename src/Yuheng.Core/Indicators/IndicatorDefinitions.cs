using System.Text.Json;
using System.Text.Json.Serialization;
using Yuheng.Core.Workflows;

namespace Yuheng.Core.Indicators;

/// <summary>What each indicator means: read by pages, reports and people, never typed again elsewhere.</summary>
public sealed record IndicatorDefinitions(string Id, string Version, IReadOnlyList<IndicatorDefinition> Items)
{
    /// <summary>The embedded definitions, K01 to K30.</summary>
    public static IndicatorDefinitions Default { get; } =
        IndicatorJson.Embedded("indicators", IndicatorJson.Default.IndicatorDefinitions);

    /// <summary>A definition.</summary>
    /// <exception cref="Refused">There is none of that name.</exception>
    public IndicatorDefinition Of(string id) => Items.FirstOrDefault(i => i.Id == id)
        ?? throw new Refused("refused.indicators.unknown", id);
}

/// <summary>One definition.</summary>
/// <param name="Id">K01 to K30.</param>
/// <param name="Name">Name.</param>
/// <param name="Numerator">What is counted.</param>
/// <param name="Denominator">Out of what.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Kind"><c>share</c>, <c>valueShare</c>, <c>perExports</c>, <c>ratio</c>, <c>quantiles</c> or
/// <c>amount</c>.</param>
/// <param name="Confidence">Mark of the definition.</param>
/// <param name="Note">What to bear in mind.</param>
public sealed record IndicatorDefinition(
    string Id,
    Bilingual Name,
    Bilingual Numerator,
    Bilingual Denominator,
    string Unit,
    string Kind,
    string Confidence,
    Bilingual? Note);

/// <summary>The main performance characteristics of each product family, in the order of a row's bits.</summary>
public sealed record MainPerformance(
    string Id,
    string Version,
    string Source,
    string Confidence,
    IReadOnlyList<FamilyCharacteristics> Families)
{
    /// <summary>The embedded lists.</summary>
    public static MainPerformance Default { get; } =
        IndicatorJson.Embedded("main-performance", IndicatorJson.Default.MainPerformance);

    /// <summary>The list of a family.</summary>
    /// <exception cref="Refused">There is none.</exception>
    public FamilyCharacteristics Of(string family) => Families.FirstOrDefault(f => f.Family == family)
        ?? throw new Refused("refused.indicators.family", family);
}

/// <summary>The list of one family.</summary>
public sealed record FamilyCharacteristics(
    string Family,
    Bilingual Name,
    IReadOnlyList<MainCharacteristic> Characteristics)
{
    /// <summary>The identifiers, in the order of the bits.</summary>
    public IReadOnlyList<string> Ids => [.. Characteristics.Select(c => c.Id)];

    /// <summary>Bits of the characteristics named; others (dimension, marking) have none.</summary>
    public ulong Mask(IEnumerable<string> characteristics)
    {
        var mask = 0UL;
        foreach (var name in characteristics)
        {
            for (var i = 0; i < Characteristics.Count; i++)
            {
                mask |= Characteristics[i].Id == name ? 1UL << i : 0;
            }
        }

        return mask;
    }
}

/// <summary>
/// A main characteristic; a safety one has no redirection, no waiver and no acceptance number above 0.
/// </summary>
public sealed record MainCharacteristic(string Id, Bilingual Name, bool IsSafety);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(IndicatorDefinitions))]
[JsonSerializable(typeof(MainPerformance))]
internal sealed partial class IndicatorJson : JsonSerializerContext
{
    public static T Embedded<T>(string name, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        using var stream = typeof(IndicatorJson).Assembly.GetManifestResourceStream($"packs/indicators/{name}.json")
            ?? throw new FileNotFoundException("no embedded pack " + name);
        return JsonSerializer.Deserialize(stream, type) ?? throw new JsonException(name);
    }
}
