using System.Text.Json;
using System.Text.Json.Serialization;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>The bytes in which facts and verdicts are stored and replayed: one form for one content.</summary>
[JsonSerializable(typeof(RequirementQuestion))]
[JsonSerializable(typeof(RequirementAnswer))]
[JsonSerializable(typeof(LotFacts))]
[JsonSerializable(typeof(LotVerdict))]
[JsonSerializable(typeof(TestOutcome))]
[JsonSerializable(typeof(Observation))]
public sealed partial class JudgingJson : JsonSerializerContext
{
    /// <summary>The bytes of facts.</summary>
    public static byte[] Bytes(LotFacts facts) => JsonSerializer.SerializeToUtf8Bytes(facts, Default.LotFacts);

    /// <summary>The bytes of a verdict.</summary>
    public static byte[] Bytes(LotVerdict verdict) => JsonSerializer.SerializeToUtf8Bytes(verdict, Default.LotVerdict);

    /// <summary>Facts read back.</summary>
    /// <exception cref="JsonException">Not facts, or a member that is not known.</exception>
    public static LotFacts Facts(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, Default.LotFacts)!;

    /// <summary>A verdict read back.</summary>
    /// <exception cref="JsonException">Not a verdict, or a member that is not known.</exception>
    public static LotVerdict Verdict(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize(bytes, Default.LotVerdict)!;
}

// Reading is strict: an unknown or doubled member is no fact.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(KebabEnum<Confidence>)])]
partial class JudgingJson;
