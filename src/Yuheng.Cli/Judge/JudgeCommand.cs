using Yuheng.Core;
using Yuheng.Core.Packs;

namespace Yuheng.Cli.Judge;

/// <summary>
/// <c>yuheng judge [--packs DIR]</c>: one case a line, judged by the packs; <c>--packs</c> adds the pack files of a
/// folder.
/// </summary>
public static class JudgeCommand
{
    /// <summary>A pack is a few dozen kilobytes; a larger file is not one.</summary>
    private const long LargestPack = 4 * 1024 * 1024;

    /// <summary>Runs the verb.</summary>
    public static int Run(CommandCall call)
    {
        if (CommandOptions.Parse(call, "--packs") is not { } options)
        {
            return Commands.WrongUsage;
        }

        PackSet packs;
        try
        {
            packs = options.Values("--packs") is [] ? PackSet.Embedded : PackLoader.LoadEmbedded(Others(options));
        }
        catch (Refused refused)
        {
            call.Error.WriteLine(CliTexts.All.Say(options.Language, refused.Phrase));
            return Commands.WrongUsage;
        }

        return JsonLines.Run(call, options, exchange => CaseGroups.Answer(packs, exchange));
    }

    private static List<(string Name, byte[] Content)> Others(CommandOptions options)
    {
        var files = new List<(string, byte[])>();
        foreach (var folder in options.Values("--packs"))
        {
            if (!Directory.Exists(folder))
            {
                throw new Refused("refused.judge.folder-missing", folder) { Field = "--packs" };
            }

            foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
            {
                if (new FileInfo(file).Length > LargestPack || files.Count >= PackLoader.MostPacks)
                {
                    throw new Refused("refused.judge.folder-too-large", file) { Field = "--packs" };
                }

                files.Add((Path.GetFileName(file), File.ReadAllBytes(file)));
            }
        }

        return files;
    }
}
