using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Yuheng.Core.Packs;

namespace Yuheng.Core.Tests.Packs;

public sealed class PackLoaderTests
{
    [Fact]
    public void The_packs_of_the_program_hold_together()
    {
        var packs = PackSet.Embedded;

        packs.All.Count().ShouldBeGreaterThan(40);
        packs.Hash.Length.ShouldBe(64);
        packs.Pins.ShouldAllBe(p => p.Hash.Length == 64);
        packs.CataloguePin.Id.ShouldBe("catalogue");
    }

    [Fact]
    public void The_hash_turns_on_the_content_not_on_the_form()
    {
        var plain = Pack();
        var (_, first) = Read(plain.ToJsonString());
        var (_, spaced) = Read(plain.ToJsonString(new() { WriteIndented = true }));
        var reversed = new JsonObject(plain.Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
        var (_, other) = Read(reversed.ToJsonString());
        plain["version"] = "2";
        var (_, changed) = Read(plain.ToJsonString());

        spaced.Hash.ShouldBe(first.Hash);
        other.Hash.ShouldBe(first.Hash);
        changed.Hash.ShouldNotBe(first.Hash);
    }

    [Fact]
    public void An_added_pack_changes_the_hash_of_the_set() =>
        PackLoader.LoadEmbedded([File(Pack())]).Hash.ShouldNotBe(PackSet.Embedded.Hash);

    [Fact]
    public void An_added_pack_is_found_by_standard_and_edition()
    {
        var packs = PackLoader.LoadEmbedded([File(Pack())]);

        packs.Find("q/yh 1", "2024").ShouldNotBeNull().Id.ShouldBe("own-standard");
        packs.Find("Q/YH 1", "2019").ShouldBeNull();
        packs.Find("Q/YH 1", null).ShouldBeNull();
        packs.EditionsOf("nothing").ShouldBeEmpty();
        Should.Throw<Refused>(() => packs.Get("nothing")).Code.ShouldBe("unknown-pack");
    }

    [Theory]
    [InlineData("unknown", "1", "unreadable")]
    [InlineData("id", "\"iso-5208-2015\"", "id-twice")]
    [InlineData("id", "\"\"", "nameless")]
    [InlineData("source", "\"\"", "without-source")]
    [InlineData("source", "null", "unreadable")]
    [InlineData("purposes", "[]", "without-purpose")]
    [InlineData("validTo", "\"2020-01-01\"", "dates-reversed")]
    [InlineData("validFrom", "\"2020-02-30\"", "unreadable")]
    [InlineData("confidence", "\"certain\"", "unreadable")]
    [InlineData("confidence", "1", "unreadable")]
    [InlineData("references", "[\"nothing\"]", "reference-unknown")]
    [InlineData("references", "[\"own-standard\"]", "reference-cycle")]
    [InlineData("sameAs", "\"own-standard\"", "reference-cycle")]
    [InlineData("pressures", "[{\"test\":\"shell\",\"clause\":\"1\"}]", "pressure-without-rule")]
    [InlineData("pressures", "[{\"test\":\"shell\",\"clause\":\"1\",\"min\":3}]", "limit-without-unit")]
    [InlineData("pressures", "[{\"test\":\"shell\",\"clause\":\"1\",\"min\":3,\"unit\":\"mmHg\"}]", "unit-unknown")]
    [InlineData("datedRules", "[{\"rule\":\"x\",\"clause\":\"1\",\"limit\":3}]", "limit-without-unit")]
    [InlineData("durations", "[{\"test\":\"shell\",\"clause\":\"1\",\"valves\":\"any\",\"bands\":[]}]",
        "duration-bands")]
    public void A_pack_that_does_not_hold_together_is_refused(string member, string value, string code)
    {
        var pack = Pack();
        pack[member] = JsonNode.Parse(value);

        Should.Throw<Refused>(() => PackLoader.LoadEmbedded([File(pack)])).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("{\"limit\":\"maximum\",\"upper\":3}", "limit-without-unit")]
    [InlineData("{\"limit\":\"maximum\",\"unit\":\"mm\"}", "limit-form")]
    [InlineData("{\"limit\":\"range\",\"lower\":3,\"upper\":2,\"unit\":\"mm\"}", "limit-form")]
    [InlineData("{\"limit\":\"none-visible\",\"upper\":0,\"unit\":\"mm3/s\"}", "limit-form")]
    [InlineData("{\"limit\":\"leak-rate\"}", "limit-form")]
    [InlineData("{\"limit\":\"leak-rows\"}", "limit-form")]
    [InlineData("{\"limit\":\"minimum\",\"lower\":3,\"unit\":\"furlong\"}", "unit-unknown")]
    [InlineData("{\"limit\":\"attribute\",\"pressure\":\"shell\"}", "rule-unknown")]
    [InlineData("{\"limit\":\"never\"}", "unreadable")]
    public void A_requirement_without_a_sound_limit_is_refused(string row, string code)
    {
        var requirement = JsonNode.Parse(row)!.AsObject();
        requirement["id"] = "x";
        requirement["kind"] = "dimension";
        requirement["class"] = "B";
        requirement["group"] = "dimension";
        requirement["clause"] = "1";
        var pack = Pack();
        pack["requirements"] = new JsonArray(requirement);

        Should.Throw<Refused>(() => PackLoader.LoadEmbedded([File(pack)])).Code.ShouldBe(code);
    }

    [Fact]
    public void Editions_that_overlap_are_refused()
    {
        var next = Pack();
        next["id"] = "own-standard-2025";
        next["edition"] = "2025";
        next["validFrom"] = "2025-01-01";

        Should.Throw<Refused>(() => PackLoader.LoadEmbedded([File(Pack()), File(next)])).Code.ShouldBe(
            "editions-overlap");
        next["coexists"] = true;
        PackLoader.LoadEmbedded([File(Pack()), File(next)])
            .InForce("Q/YH 1", new DateOnly(2025, 6, 1)).Count.ShouldBe(2);
        next["edition"] = "2024";
        Should.Throw<Refused>(() => PackLoader.LoadEmbedded([File(Pack()), File(next)])).Code.ShouldBe("edition-twice");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"a\",\"id\":\"b\"}")]
    [InlineData("{\"id\":")]
    public void What_is_no_pack_is_refused(string text) =>
        Should.Throw<Refused>(() => Read(text)).Code.ShouldBe("unreadable");

    [Fact]
    public void Too_many_packs_are_refused() => Should.Throw<Refused>(() =>
        PackLoader.LoadEmbedded([.. Enumerable.Repeat(File(Pack()), PackLoader.MostPacks + 1)])).Code.ShouldBe(
            "too-many");

    [Fact]
    public void Every_limit_names_where_it_stands() => PackSet.Embedded.All.SelectMany(p => p.Requirements)
        .ShouldAllBe(r => r.Clause.Length > 0);

    private static JsonObject Pack() => JsonNode.Parse("""
        {"id": "own-standard", "version": "1", "title": {"zh": "x", "en": "x"}, "standard": "Q/YH 1", "edition": "2024",
         "validFrom": "2024-01-01", "purposes": ["lot-sample"], "source": "test", "confidence": "high"}
        """)!.AsObject();

    private static (string, byte[]) File(JsonObject pack) => ("own.json", Encoding.UTF8.GetBytes(pack.ToJsonString()));

    private static (Pack Pack, PackPin Pin) Read(string text) =>
        PackLoader.ReadPack("own.json", Encoding.UTF8.GetBytes(text));
}
