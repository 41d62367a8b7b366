using System.Globalization;
using Yuheng.Core;

namespace Yuheng.Cli.Verify;

/// <summary>The arguments of <c>verify</c> as they were understood.</summary>
internal sealed record VerifyArguments(
    IReadOnlyList<string> Files,
    IReadOnlyList<string> DidFiles,
    IReadOnlyList<string> StatusFiles,
    DateTimeOffset At,
    bool Json,
    Language Language)
{
    // A day alone is its first instant in UTC.
    private static readonly string[] TimeForms =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd",
    ];

    /// <summary>
    /// Reads the arguments; null when they are wrong usage. <c>--did</c> and <c>--status</c> take all that follow.
    /// </summary>
    public static VerifyArguments? TryRead(string[] arguments, TimeProvider clock)
    {
        List<string> files = [], dids = [], statuses = [];
        var (at, json, language) = (clock.GetUtcNow(), false, Language.English);
        var into = files;
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--did":
                    into = dids;
                    break;
                case "--status":
                    into = statuses;
                    break;
                case "--json":
                    (json, into) = (true, files);
                    break;
                case "--at" when i + 1 < arguments.Length && TryTime(arguments[i + 1], out at):
                    (i, into) = (i + 1, files);
                    break;
                case "--lang" when i + 1 < arguments.Length && arguments[i + 1] is "zh" or "en":
                    language = arguments[++i] == "zh" ? Language.Chinese : Language.English;
                    into = files;
                    break;
                case ['-', ..]:
                    return null;
                default:
                    into.Add(arguments[i]);
                    break;
            }
        }

        return files.Count == 0 ? null : new VerifyArguments(files, dids, statuses, at, json, language);
    }

    private static bool TryTime(string text, out DateTimeOffset at) => DateTimeOffset.TryParseExact(
        text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at);
}
