using Yuheng.Cli.Judge;
using Yuheng.Cli.Sampling;
using Yuheng.Cli.Spc;

namespace Yuheng.Cli;

/// <summary>The verbs of <c>yuheng</c>: each is one file in a folder of its engine, listed here.</summary>
public static class Commands
{
    /// <summary>Wrong usage: an unknown verb, a missing argument (contract of the command line).</summary>
    public const int WrongUsage = 64;

    private static readonly Dictionary<string, Func<CommandCall, int>> Verbs = new(StringComparer.Ordinal)
    {
        ["draw verify"] = Draw.DrawVerify.Run,
        ["judge"] = JudgeCommand.Run,
        ["sampling plan"] = PlanCommand.Run,
        ["sampling design"] = DesignCommand.Run,
        ["sampling oc"] = OcCommand.Run,
        ["sampling switch"] = SwitchCommand.Run,
        ["verify"] = Verify.VerifyCommand.Run,
        ["sampling variables"] = VariablesCommand.Run,
        ["spc chart"] = ChartCommand.Run,
        ["spc rules"] = RulesCommand.Run,
    };

    /// <summary>Runs one call. The longest matching verb wins (<c>sampling plan</c> before <c>sampling</c>).</summary>
    /// <returns>The exit code: 0 answered, 1 a line failed, 64 wrong usage.</returns>
    public static int Run(string[] args, Stream input, Stream output, TextWriter error)
    {
        for (var words = Math.Min(2, args.Length); words > 0; words--)
        {
            if (Verbs.TryGetValue(string.Join(' ', args[..words]), out var verb))
            {
                return verb(new CommandCall(args[words..], input, output, error));
            }
        }

        error.WriteLine("usage: yuheng VERB\n" + string.Join('\n', Verbs.Keys.Order().Select(v => "  " + v)));
        return WrongUsage;
    }
}
