using Yuheng.Core;

namespace Yuheng.Cli;

/// <summary>
/// The options of a call: <c>--lang zh|en</c>, known to every verb, and the verb's own <c>--name value</c> pairs.
/// </summary>
public sealed class CommandOptions
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    private CommandOptions()
    {
    }

    /// <summary>The language of sentences; English unless <c>--lang zh</c>.</summary>
    public Language Language { get; private set; } = Language.English;

    /// <summary>The values given for an option of the verb, in order; empty when it was not given.</summary>
    public IReadOnlyList<string> Values(string option) => _values.TryGetValue(option, out var values) ? values : [];

    /// <summary>
    /// Reads the arguments. Anything that is not <c>--lang</c> or one of <paramref name="own"/> with a value is wrong
    /// usage: it is written to the error stream and the answer is null (exit 64).
    /// </summary>
    public static CommandOptions? Parse(CommandCall call, params IReadOnlyList<string> own)
    {
        var options = new CommandOptions();
        for (var i = 0; i < call.Arguments.Length; i += 2)
        {
            var name = call.Arguments[i];
            var value = i + 1 < call.Arguments.Length ? call.Arguments[i + 1] : null;
            if (value is null || !options.Take(name, value, own))
            {
                var known = string.Join(", ", ["--lang zh|en", .. own.Select(option => option + " VALUE")]);
                call.Error.WriteLine($"wrong usage at '{name}'; options: {known}");
                return null;
            }
        }

        return options;
    }

    private bool Take(string name, string value, IReadOnlyList<string> own)
    {
        if (name == "--lang")
        {
            Language = value == "zh" ? Language.Chinese : Language.English;
            return value is "zh" or "en";
        }

        if (!own.Contains(name))
        {
            return false;
        }

        if (!_values.TryGetValue(name, out var values))
        {
            _values.Add(name, values = []);
        }

        values.Add(value);
        return true;
    }
}
