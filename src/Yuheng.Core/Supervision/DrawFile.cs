using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yuheng.Core.Supervision;

/// <summary>Reads and writes published draws: one object, an array, or one object after another (JSON Lines).</summary>
public static class DrawFile
{
    /// <summary>
    /// A month of draws of a large zone is some megabytes; a larger file is refused rather than loaded.
    /// </summary>
    public const int LargestBytes = 256 * 1024 * 1024;

    /// <summary>
    /// Writes Chinese and signs as themselves: the reader hashes what stands there. A file to download, never put
    /// into a
    /// page.
    /// </summary>
    private static readonly DrawJson Readable = new(new JsonSerializerOptions(DrawJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The draws of a file, in its order.</summary>
    /// <exception cref="JsonException">The text is not draws: a member is missing, unknown or of the wrong
    /// kind.</exception>
    /// <exception cref="Refused">The file is too large.</exception>
    public static IReadOnlyList<DrawRecord> Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > LargestBytes)
        {
            throw new Refused("refused.supervision.draw-file-too-large");
        }

        if (json.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowMultipleValues = true });
        var draws = new List<DrawRecord>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray)
            {
                continue;
            }

            draws.Add(JsonSerializer.Deserialize(ref reader, DrawJson.Default.DrawRecord)
                ?? throw new JsonException("a draw is an object"));
        }

        return draws;
    }

    /// <summary>A draw as published.</summary>
    public static byte[] Write(DrawRecord draw) =>
        JsonSerializer.SerializeToUtf8Bytes(draw, Readable.DrawRecord);

    /// <summary>The bytes of lower-case hexadecimal digits; anything else is empty, which no check accepts.</summary>
    internal static byte[] Bytes(string hex) =>
        hex.Length % 2 == 0 && hex.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'))
            ? Convert.FromHexString(hex)
            : [];
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    WriteIndented = false)]
[JsonSerializable(typeof(DrawRecord))]
internal sealed partial class DrawJson : JsonSerializerContext;
