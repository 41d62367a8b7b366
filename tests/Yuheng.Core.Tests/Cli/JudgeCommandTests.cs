using Shouldly;
using Yuheng.Cli;

namespace Yuheng.Core.Tests.Cli;

public sealed class JudgeCommandTests
{
    private const string Rate = "\"group\":\"leakage-limit\",\"standard\":\"ISO 5208\",\"edition\":\"2015\","
        + "\"medium\":\"gas\"";

    [Theory]
    [InlineData("{" + Rate + ",\"dn\":0,\"input\":{\"rate\":\"D\"}}", "size-unknown")]
    [InlineData("{" + Rate + ",\"dn\":65.5,\"input\":{\"rate\":\"D\"}}", "size-unknown")]
    [InlineData("{" + Rate + ",\"dn\":50,\"pn\":\"16\",\"input\":{\"rate\":\"D\"}}", "not-a-number")]
    [InlineData("{" + Rate + ",\"dn\":50,\"pn\":0,\"input\":{\"rate\":\"D\"}}", "not-a-rating")]
    [InlineData("{" + Rate + ",\"dn\":50,\"nps\":3,\"input\":{\"rate\":\"D\"}}", "dn-nps-disagree")]
    [InlineData("{" + Rate + ",\"dn\":50,\"input\":{\"rate\":\"H\"}}", "rate-not-defined")]
    [InlineData("{" + Rate + ",\"dn\":50,\"input\":{\"rate\":\"D\",\"x\":1}}", "unknown-member")]
    [InlineData("{" + Rate + ",\"dn\":50,\"clause\":\"4\",\"input\":{\"rate\":\"D\"}}", "unknown-member")]
    [InlineData("{\"group\":\"nothing\",\"standard\":\"ISO 5208\"}", "group-unknown")]
    [InlineData("{\"group\":\"leakage-limit\",\"standard\":\"ISO 1\",\"edition\":\"2015\"}", "standard-unknown")]
    [InlineData("{\"group\":\"leakage-limit\"}", "missing-member")]
    [InlineData("{\"group\":\"leakage-verdict\",\"standard\":\"ISO 5208\",\"edition\":\"2015\","
        + "\"medium\":\"gas\",\"dn\":50,"
        + "\"input\":{\"rate\":\"D\",\"measured\":3}}", "unit-missing")]
    [InlineData("{\"group\":\"leakage-verdict\",\"standard\":\"ISO 5208\",\"edition\":\"2015\","
        + "\"medium\":\"gas\",\"dn\":50,"
        + "\"input\":{\"rate\":\"D\",\"measured\":3,\"unit\":\"mmHg\"}}", "unit-unknown")]
    [InlineData("{\"group\":\"pressure-verdict\",\"standard\":\"GB/T 13927\",\"edition\":\"2022\","
        + "\"input\":{\"applied_MPa\":1e309}}",
        "not-a-number")]
    [InlineData("{\"group\":\"duration-verdict\",\"standard\":\"EN 12266-1\",\"edition\":\"2012\",\"dn\":15,"
        + "\"test\":\"P10 shell\","
        + "\"input\":{\"held_s\":-3,\"pressure_ok\":true}}", "below-zero")]
    [InlineData("{\"group\":\"composition-verdict\",\"standard\":\"EN 12165\",\"input\":{\"alloy\":\"CW617N\","
        + "\"result_percent\":{\"Cu\":80,\"Pb\":60}}}", "analysis-impossible")]
    [InlineData("{\"group\":\"composition-verdict\",\"standard\":\"EN 12165\",\"input\":{\"alloy\":\"CW1\"}}",
        "alloy-unknown")]
    [InlineData("{\"group\":\"edition\",\"standard\":\"API 598\",\"input\":{\"date\":\"2024-02-30\"}}", "not-a-day")]
    [InlineData("{\"group\":\"flow\",\"standard\":\"EN 1267\",\"input\":{\"Q_m3_per_h\":1,\"dp_bar\":0,\"rho\":1000}}",
        "not-above-zero")]
    [InlineData("{\"group\":\"lead-content\",\"standard\":\"NSF/ANSI/CAN 372\",\"input\":{\"components\":[]}}",
        "components")]
    [InlineData("{\"group\":\"thread\",\"standard\":\"ISO 7-1\",\"input\":{\"size\":\"7/8\"}}", "thread-unknown")]
    [InlineData("[1]", "not-an-object")]
    [InlineData("{", "not-json")]
    public void What_cannot_be_read_is_refused(string line, string code) => JudgeRunner.ErrorOf(line).ShouldBe(code);

    [Theory]
    [InlineData("leakage-limit", "API 598")]
    [InlineData("leakage-verdict", "ISO 5208")]
    [InlineData("leakage-resolution", "API 598")]
    [InlineData("leakage-default-rate", "GB/T 13927")]
    [InlineData("pressure-verdict", "GB/T 13927")]
    [InlineData("duration", "EN 12266-1")]
    [InlineData("duration-verdict", "EN 12266-1")]
    [InlineData("required-tests", "API 598")]
    [InlineData("scope", "EN 331")]
    [InlineData("test-pressure", "ISO 5208")]
    public void Without_an_edition_nothing_is_judged(string group, string standard)
    {
        foreach (var edition in new[] { "", "1066" })
        {
            var answer = JudgeRunner.One(
                $"{{\"id\":1,\"group\":\"{group}\",\"standard\":\"{standard}\",\"edition\":\"{edition}\","
                    + $"\"dn\":50,\"input\":{{}}}}");

            answer["status"]!.GetValue<string>().ShouldBe("cannot-judge");
            answer["reasons"]!.AsArray().Count.ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void A_missing_observation_never_passes()
    {
        foreach (var input in new[]
        {
            "\"held_s\":15,\"visible_leak\":false", "\"applied_MPa\":2.4,\"visible_leak\":false",
                "\"applied_MPa\":2.4,\"held_s\":15",
            "\"applied_MPa\":null,\"held_s\":null,\"visible_leak\":null",
        })
        {
            JudgeRunner.One("{\"group\":\"pressure-verdict\",\"standard\":\"GB/T 13927\","
                + "\"edition\":\"2022\",\"valveType\":\"ball\","
                + "\"dn\":15,\"pn\":16,\"test\":\"shell\",\"medium\":\"water\",\"input\":{" + input + "}}")["status"]!
                .GetValue<string>().ShouldBe("cannot-judge");
        }
    }

    [Fact]
    public void The_answer_names_pack_reasons_and_confidence_and_speaks_chinese()
    {
        var line = "{\"id\":\"a\"," + Rate + ",\"dn\":50,\"input\":{\"rate\":\"D\"}}";
        var answer = JudgeRunner.One(line);

        answer["id"]!.GetValue<string>().ShouldBe("a");
        answer["pack"]!["id"]!.GetValue<string>().ShouldBe("iso-5208-2015");
        answer["confidence"]!.GetValue<string>().ShouldBe("medium");
        answer["reasons"]![0]!["clause"]!.GetValue<string>().ShouldBe("Table 4");

        using var output = new MemoryStream();
        Commands.Run(["judge", "--lang", "zh"], new MemoryStream(System.Text.Encoding.UTF8.GetBytes(line)), output,
            TextWriter.Null);
        System.Text.Encoding.UTF8.GetString(output.ToArray()).ShouldContain("\u6CC4\u6F0F\u7B49\u7EA7 D");
    }

    [Fact]
    public void Packs_of_a_folder_are_added()
    {
        var folder = Directory.CreateTempSubdirectory("packs");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "own.json"), """
                {"id": "own", "version": "1", "title": {"zh": "x", "en": "x"}, "standard": "Q/YH 1", "edition": "2024",
                 "purposes": ["lot-sample"], "source": "test", "confidence": "high",
                 "durations": [{"test": "shell", "clause": "5", "valves": "any", "bands": [{"seconds": 42}]}]}
                """);
            Run(folder.FullName, out var output).ShouldBe(0);
            output.ShouldContain("\"min_duration_s\":42");

            File.WriteAllText(Path.Combine(folder.FullName, "bad.json"), "{}");
            Run(folder.FullName, out _).ShouldBe(64);
            Run(Path.Combine(folder.FullName, "missing"), out _).ShouldBe(64);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    [Fact]
    public void Wrong_usage_is_said() =>
        Commands.Run(["judge", "--pack"], Stream.Null, Stream.Null, TextWriter.Null).ShouldBe(64);

    private static int Run(string folder, out string output)
    {
        var question = "{\"group\":\"duration\",\"standard\":\"Q/YH 1\",\"edition\":\"2024\",\"dn\":15,"
            + "\"test\":\"shell\",\"input\":{}}";
        using var written = new MemoryStream();
        var exit = Commands.Run(
            ["judge", "--packs", folder], new MemoryStream(System.Text.Encoding.UTF8.GetBytes(question)),
            written, TextWriter.Null);
        output = System.Text.Encoding.UTF8.GetString(written.ToArray());
        return exit;
    }
}
