using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yuheng.Core.Quantities;

/// <summary>Enumerations in JSON are words in kebab case (<c>none-visible</c>), never numbers.</summary>
public sealed class KebabEnum<T>()
    : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
