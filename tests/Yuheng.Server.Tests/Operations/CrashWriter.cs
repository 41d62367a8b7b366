using System.Globalization;
using System.Text;
using Yuheng.Core;
using Yuheng.Server.Data;

namespace Yuheng.Server.Tests.Operations;

/// <summary>
/// Eight clients who declare lot after lot until the process is killed. A lot that was answered is told on standard
/// output; one that was not is declared again under the same idempotency key by the next process.
/// </summary>
internal static class CrashWriter
{
    public const string Variable = "YUHENG_CRASH_WRITER";

    public const int Writers = 8;

    public static readonly Viewer Clerk = new(
        Guid.Parse("01900000-0000-7000-8000-000000000001"), Guid.Parse("01900000-0000-7000-8000-000000000002"),
        Guid.Parse("01900000-0000-7000-8000-000000000003"), PartyKind.Enterprise, "n", "p", [Role.FirmClerk],
        Language.English);

    /// <summary>Writes on from what was answered: <c>FOLDER|5,3,…</c>, the last number of each writer.</summary>
    public static async Task Run(string from)
    {
        var parts = from.Split('|');
        var last = parts[1].Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        await using var database = Composition.Open(new Settings(parts[0], null));
        await using var commands = new Commands(database, TimeProvider.System);
        var answers = Console.OpenStandardOutput();
        await Task.WhenAll(last.Select((n, writer) => Task.Run(() => Declare(commands, writer, n, answers))));
    }

    /// <summary>A lot's number as its firm writes it.</summary>
    public static string Number(int writer, int n) => string.Create(CultureInfo.InvariantCulture, $"{writer}-{n}");

    private static async Task Declare(Commands commands, int writer, int last, Stream answers)
    {
        for (var n = last + 1; ; n++)
        {
            var number = Number(writer, n);
            var key = new OnceKey(number, Encoding.UTF8.GetBytes(number));
            var id = await commands.Run(
                Clerk,
                (work, c) => work.Once(key, () => Declare(work, number, c), c),
                CancellationToken.None);
            var line = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{writer} {n} {id}\n"));
            lock (answers)
            {
                answers.Write(line);
                answers.Flush();
            }
        }
    }

    private static async Task<string> Declare(Work work, string number, CancellationToken cancellation)
    {
        var lot = Lots.Example(work, await work.Next("lot", cancellation), number);
        await work.Insert(lot, cancellation);
        await work.Journal("lot.declared", lot.Id, new { lot.Number }, cancellation);
        return lot.Id.ToString();
    }
}
