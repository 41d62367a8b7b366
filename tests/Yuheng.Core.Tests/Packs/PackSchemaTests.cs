using System.Text.Json;
using Shouldly;
using Yuheng.Core.Packs;

namespace Yuheng.Core.Tests.Packs;

public sealed class PackSchemaTests
{
    private static readonly string Place = Path.Combine(Repository.Root, "packs", "schema", "requirements.schema.json");

    [Fact]
    public void The_schema_beside_the_packs_is_what_the_loader_reads()
    {
        if (Environment.GetEnvironmentVariable("YUHENG_WRITE_SCHEMA") == "1")
        {
            File.WriteAllText(Place, PackSchema.Text());
        }

        File.ReadAllText(Place).ShouldBe(PackSchema.Text());
    }

    [Fact]
    public void The_schema_closes_every_object_and_names_what_is_required()
    {
        var root = JsonDocument.Parse(PackSchema.Text()).RootElement;

        root.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
        root.GetProperty("required").EnumerateArray().Select(r => r.GetString())
            .ShouldBe(["id", "version", "title", "standard", "edition", "purposes", "source", "confidence"]);
    }
}
