using System.Text.Json.Serialization;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Packs;

/// <summary>Strict reading of packs: an unknown member, a missing one or a wrong word is refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(KebabEnum<Confidence>)])]
[JsonSerializable(typeof(Pack))]
[JsonSerializable(typeof(Catalogue))]
internal sealed partial class PackJson : JsonSerializerContext;
