using System.Text.Json.Serialization;

namespace Yuheng.Core.Workflows;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(MachineData))]
[JsonSerializable(typeof(CalendarData))]
[JsonSerializable(typeof(LegalTerms))]
internal sealed partial class WorkflowJson : JsonSerializerContext;

/// <summary>Reads the packs that are embedded in the engines.</summary>
internal static class WorkflowPacks
{
    public static Stream Open(string name) =>
        typeof(WorkflowPacks).Assembly.GetManifestResourceStream("packs/" + name)
            ?? throw new FileNotFoundException("no embedded pack " + name);

    /// <summary>A name in both languages.</summary>
    public static bool IsComplete(Bilingual? text) => text is { Zh.Length: > 0, En.Length: > 0 };
}

/// <summary>A name or sentence of a pack, in both languages.</summary>
public sealed record Bilingual(string Zh, string En)
{
    /// <summary>The text in one of them.</summary>
    public string In(Language language) => language == Language.Chinese ? Zh : En;
}
