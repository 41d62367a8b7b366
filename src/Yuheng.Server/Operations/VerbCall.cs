using Yuheng.Core;
using Yuheng.Server.Data;

namespace Yuheng.Server.Operations;

/// <summary>One call of an operator's verb: words in order, options by name, and where it reads and writes.</summary>
internal sealed class VerbCall
{
    /// <summary>Exit code for wrong usage, as the command line's.</summary>
    public const int WrongUsage = 64;

    private readonly IConfiguration _options;
    private readonly Texts _texts;

    public VerbCall(string[] args, Texts texts, Func<Settings, Database> open)
    {
        (Words, _options) = Parse(args);
        _texts = texts;
        Settings = Settings.From(_options);
        Open = () => open(Settings);
    }

    /// <summary>Arguments that are neither options nor their values.</summary>
    public IReadOnlyList<string> Words { get; }

    public Settings Settings { get; }

    /// <summary>Opens the database that the settings name.</summary>
    public Func<Database> Open { get; }

    public TextReader Input { get; init; } = Console.In;

    public TextWriter Output { get; init; } = Console.Out;

    public TextWriter Error { get; init; } = Console.Error;

    /// <summary>Whether somebody sits at the keyboard who can be asked.</summary>
    public bool CanAsk { get; init; } = !Console.IsInputRedirected;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary><c>--lang zh</c> for Chinese, English otherwise.</summary>
    public Language Language => _options["lang"] == "zh" ? Language.Chinese : Language.English;

    /// <summary>The value of an option, or null.</summary>
    public string? Option(string name) => _options[name];

    /// <summary>Writes a sentence.</summary>
    public Task Say(string code, params IReadOnlyList<string> args) =>
        Output.WriteLineAsync(_texts.Say(Language, code, args));

    /// <summary>Writes how a verb is used, and gives the exit code for it.</summary>
    public async Task<int> Usage(string code)
    {
        await Error.WriteLineAsync(_texts.Say(Language, code));
        return WrongUsage;
    }

    /// <summary>Runs a verb; a refusal is worded on standard error and gives 1.</summary>
    public async Task<int> Run(Func<VerbCall, Task<int>> verb)
    {
        try
        {
            return await verb(this);
        }
        catch (Refused refused)
        {
            await Error.WriteLineAsync(_texts.Say(Language, refused.Phrase));
            return 1;
        }
    }

    private static (IReadOnlyList<string> Words, IConfiguration Options) Parse(string[] args)
    {
        var words = new List<string>();
        var options = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(args[i]);
                continue;
            }

            options.Add(args[i]);
            if (!args[i].Contains('=') && i + 1 < args.Length)
            {
                options.Add(args[++i]);
            }
        }

        return (words, new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine([.. options]).Build());
    }
}
