using System.Globalization;
using System.Text;
using System.Text.Json;
using Yuheng.Core;
using Yuheng.Core.Supervision;

namespace Yuheng.Cli.Draw;

/// <summary>
/// <c>yuheng draw verify FILE [--lang zh]</c>: repeats published draws. Needs no server and no network.
/// </summary>
public static class DrawVerify
{
    private const string Usage = "usage: yuheng draw verify FILE [--lang zh|en]";

    /// <summary>0 all equal, 1 with the first difference named (or the file is no record), 64 wrong usage.</summary>
    public static int Run(CommandCall call)
    {
        if (!TryArguments(call.Arguments, out var file, out var language))
        {
            call.Error.WriteLine(Usage);
            return Commands.WrongUsage;
        }

        if (!File.Exists(file))
        {
            call.Error.WriteLine($"{file}: no such file\n{Usage}");
            return Commands.WrongUsage;
        }

        var (phrase, equal) = Answer(file);
        call.Output.Write(Encoding.UTF8.GetBytes(Texts.OfCore.Say(language, phrase) + "\n"));
        return equal ? 0 : 1;
    }

    private static (Phrase Phrase, bool Equal) Answer(string file)
    {
        try
        {
            if (new FileInfo(file).Length > DrawFile.LargestBytes)
            {
                throw new Refused("refused.supervision.draw-file-too-large");
            }

            var draws = DrawFile.Read(File.ReadAllBytes(file));
            if (draws.Count == 0)
            {
                return (Phrase.Of("supervision.draw.not-a-record", "0"), false);
            }

            return DrawVerifier.FirstDifference(draws) is { } difference
                ? (difference.Phrase, false)
                : (Phrase.Of(
                    "supervision.draw.all-equal",
                    Number(draws.Count),
                    Number(draws.Sum(d => d.Lots.Count)),
                    Number(draws.Sum(d => d.Visits.Count))), true);
        }
        catch (JsonException wrong)
        {
            return (Phrase.Of("supervision.draw.not-a-record", wrong.Message), false);
        }
        catch (Refused refused)
        {
            return (refused.Phrase, false);
        }
    }

    private static bool TryArguments(string[] arguments, out string file, out Language language)
    {
        (file, language) = ("", Language.English);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--lang" && i + 1 < arguments.Length && arguments[i + 1] is "zh" or "en")
            {
                language = arguments[++i] == "zh" ? Language.Chinese : Language.English;
            }
            else if (file.Length == 0 && !arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                file = arguments[i];
            }
            else
            {
                return false;
            }
        }

        return file.Length > 0;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
