using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yuheng.Server.Data;

/// <summary>
/// How what changed is written into the journal: names in camel case, enums by name, Chinese as it is.
/// </summary>
public static class JournalJson
{
    /// <summary>The options; also for answers kept under idempotency keys.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };
}
