using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Yuheng.Cli;

namespace Yuheng.Core.Tests.Cli;

/// <summary>Asks <c>yuheng judge</c> as a user would, and compares answers as its contract says.</summary>
public static class JudgeRunner
{
    private static readonly string[] CaseMembers =
        ["id", "group", "standard", "edition", "valveType", "seat", "dn", "nps", "pn", "class", "test", "medium",
            "input"];

    /// <summary>Answers lines; the exit code and the answers.</summary>
    public static (int Exit, JsonObject[] Answers) Ask(params IReadOnlyList<string> lines)
    {
        using var output = new MemoryStream();
        var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        var exit = Commands.Run(["judge"], input, output, TextWriter.Null);
        var answers = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (exit, [.. answers.Select(a => JsonNode.Parse(a)!.AsObject())]);
    }

    /// <summary>One answer.</summary>
    public static JsonObject One(string line) => Ask(line).Answers[0];

    /// <summary>The error code of one line that must be refused.</summary>
    public static string ErrorOf(string line)
    {
        var (exit, answers) = Ask(line);
        exit.ShouldBe(1);
        return answers[0]["error"]!["code"]!.GetValue<string>();
    }

    /// <summary>The question of an example: what has been measured, without what is known of it.</summary>
    public static string Question(JsonElement example)
    {
        var question = new JsonObject();
        foreach (var member in example.EnumerateObject().Where(m => CaseMembers.Contains(m.Name)))
        {
            question[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }

        return question.ToJsonString();
    }

    /// <summary>What is wrong with an answer to an example; empty where nothing is.</summary>
    public static IEnumerable<string> Differences(JsonElement example, JsonObject answer)
    {
        var tolerance = example.TryGetProperty("tolerance", out var given) ? given : default;
        foreach (var member in example.GetProperty("expected").EnumerateObject())
        {
            var found = answer[member.Name];
            var text = found is null ? "null" : found.ToJsonString();
            if (!Same(member.Value, JsonDocument.Parse(text).RootElement, tolerance))
            {
                yield return $"{answer["id"]} {member.Name}: expected {member.Value.GetRawText()}, "
                    + $"got {answer.ToJsonString()}";
            }
        }
    }

    private static bool Same(JsonElement expected, JsonElement found, JsonElement tolerance)
    {
        if (expected.ValueKind != found.ValueKind)
        {
            return false;
        }

        switch (expected.ValueKind)
        {
            case JsonValueKind.Number:
                var (a, b) = (expected.GetDouble(), found.GetDouble());
                return Math.Abs(a - b) <= Math.Max(1e-9 * Math.Abs(a), Allowed(tolerance, Math.Abs(a)));
            case JsonValueKind.Array:
                return expected.GetArrayLength() == found.GetArrayLength()
                    && expected.EnumerateArray().Zip(found.EnumerateArray())
                        .All(x => Same(x.First, x.Second, tolerance));
            case JsonValueKind.String:
                return expected.GetString() == found.GetString();
            default:
                return true;
        }
    }

    private static double Allowed(JsonElement tolerance, double size)
    {
        if (tolerance.ValueKind != JsonValueKind.Object)
        {
            return 0;
        }

        return tolerance.TryGetProperty("abs", out var absolute) ? absolute.GetDouble()
            : tolerance.GetProperty("rel").GetDouble() * size;
    }
}
