using Microsoft.EntityFrameworkCore;
using Yuheng.Server.Data;
using Yuheng.Server.Operations;

namespace Yuheng.Server;

/// <summary>The administrator's verbs besides <c>serve</c>.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, Func<string[], Task<int>>> All = new(StringComparer.Ordinal)
    {
        ["migrate"] = Migrate,
        ["init"] = args => Call(args, Init.Run),
        ["backup"] = args => Call(args, Backup.Run),
        ["journal"] = args => Call(args, JournalCheck.Run),
        ["replay"] = args => Call(args, Inspection.Replay.Run),
        ["schema"] = Schema,
    };

    /// <summary>
    /// Runs a verb, or gives null where the program is to serve: no word, an option, or <c>serve</c>.
    /// </summary>
    /// <returns>The exit code; an unknown word is wrong usage, and does not start a server by mistake.</returns>
    public static async Task<int?> TryRun(string[] args) => args switch
    {
        ["help" or "--help" or "-h", ..] => await Call(args[1..], call => Usage(call, 0)),
        [] or ["serve" or ['-', ..], ..] => null,
        [var word, ..] when All.TryGetValue(word, out var verb) => await verb(args[1..]),
        _ => await Call(args, call => Usage(call, VerbCall.WrongUsage)),
    };

    /// <summary>Settings of a verb's arguments.</summary>
    internal static Settings SettingsOf(string[] args) =>
        Settings.From(new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build());

    private static Task<int> Call(string[] args, Func<VerbCall, Task<int>> verb) =>
        new VerbCall(args, Composition.Texts, Composition.Open).Run(verb);

    private static async Task<int> Usage(VerbCall call, int code)
    {
        await call.Say("operations.usage", string.Join(", ", All.Keys.Append("serve").Order(StringComparer.Ordinal)));
        return code;
    }

    private static async Task<int> Migrate(string[] args)
    {
        await using var database = Composition.Open(SettingsOf(args));
        foreach (var name in await Migrator.Run(database, CancellationToken.None))
        {
            await Console.Out.WriteLineAsync(name);
        }

        return 0;
    }

    /// <summary>
    /// Prints the tables that the model wants, for writing a migration: <c>schema PREFIX [--postgres …]</c>.
    /// </summary>
    private static async Task<int> Schema(string[] args)
    {
        await using var database = Composition.Open(SettingsOf(args[1..]));
        await using var db = database.Read(Sight.Whole(Guid.Empty));
        foreach (
            var statement in db.Database.GenerateCreateScript().Split(";\n", StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var plain = statement.Replace("\"", "", StringComparison.Ordinal).Trim();
            if (
                plain.Contains(" TABLE " + args[0] + "_", StringComparison.Ordinal)
                || plain.Contains(" ON " + args[0] + "_", StringComparison.Ordinal)
            )
            {
                await Console.Out.WriteLineAsync(plain + ";");
            }
        }

        return 0;
    }
}
