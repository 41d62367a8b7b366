using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Yuheng.Core.Packs;

/// <summary>The JSON schema of a pack, derived from what the loader reads, so that the two cannot differ.</summary>
public static class PackSchema
{
    /// <summary>The schema (JSON Schema 2020-12).</summary>
    public static JsonObject Of()
    {
        var schema = PackJson.Default.Pack.GetJsonSchemaAsNode(new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
        }).AsObject();
        var named = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Requirement pack",
        };
        foreach (var (name, value) in schema.ToList())
        {
            schema.Remove(name);
            named[name] = value;
        }

        return named;
    }

    /// <summary>The schema as it is kept beside the packs.</summary>
    public static string Text() => Of().ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n";
}
