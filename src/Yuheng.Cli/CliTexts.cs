using Yuheng.Core;

namespace Yuheng.Cli;

/// <summary>The sentences of the command line: those of the engines and its own.</summary>
public static class CliTexts
{
    /// <summary>All texts that a verb may say.</summary>
    public static Texts All { get; } = new(typeof(Texts).Assembly, typeof(CliTexts).Assembly);
}
