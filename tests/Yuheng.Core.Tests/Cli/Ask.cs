using System.Text;
using System.Text.Json;
using Shouldly;
using Yuheng.Cli;

namespace Yuheng.Core.Tests.Cli;

/// <summary>Asks a verb of the command line as a script would, through its streams.</summary>
internal static class Ask
{
    public static JsonElement One(string verb, string line) => Many(verb, line).Answers.Single();

    public static string Error(string verb, string line)
    {
        var (code, answers) = Many(verb, line);
        code.ShouldBe(1);
        answers[0].GetProperty("error").GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        return answers[0].GetProperty("error").GetProperty("code").GetString()!;
    }

    public static (int Code, IReadOnlyList<JsonElement> Answers) Many(string verb, string lines)
    {
        var output = new MemoryStream();
        var code = Commands.Run(
            verb.Split(' '), new MemoryStream(Encoding.UTF8.GetBytes(lines)), output, TextWriter.Null);
        var text = Encoding.UTF8.GetString(output.ToArray());
        return (code, [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)]);
    }

    public static double[] Numbers(this JsonElement answer, string name) =>
        [.. answer.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    public static double Number(this JsonElement answer, string name) => answer.GetProperty(name).GetDouble();

    public static string Text(this JsonElement answer, string name) => answer.GetProperty(name).ToString();

    private static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }
}
