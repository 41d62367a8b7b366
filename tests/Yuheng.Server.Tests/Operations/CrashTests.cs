using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Operations;

namespace Yuheng.Server.Tests.Operations;

public sealed class CrashTests
{
    /// <summary>Each costs a process start, a second on a busy machine.</summary>
    private const int Kills = 20;

    private const int LongestLifeMilliseconds = 600;

    [Fact]
    public async Task Every_answered_lot_is_found_exactly_once_after_twenty_kills()
    {
        await using var test = await TestDatabase.Create(DatabaseKind.Sqlite);
        var answered = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var last = new int[CrashWriter.Writers];
        var moments = new Random(20261124);
        for (var kill = 0; kill < Kills; kill++)
        {
            var lines = await LetWriteAndKill(test.Folder, last, moments.Next(LongestLifeMilliseconds));
            lines.ShouldNotBeEmpty($"nothing was answered before kill {kill}");
            foreach (var (writer, n, id) in lines)
            {
                n.ShouldBe(last[writer] + 1);
                last[writer] = n;
                answered.Add(CrashWriter.Number(writer, n), id);
            }
        }

        await using var db = test.Database.Read(Sight.Whole(CrashWriter.Clerk.ZoneId));
        var stored = await db.Set<Lot>().Select(l => new { l.Number, l.Id }).ToListAsync();
        stored.GroupBy(l => l.Number).ShouldAllBe(g => g.Count() == 1);
        var ids = stored.ToDictionary(l => l.Number, l => l.Id, StringComparer.Ordinal);
        answered.ShouldAllBe(a => ids.GetValueOrDefault(a.Key) == a.Value);

        // Each writer had at most one unanswered lot when its last process died; all before were asked again.
        (stored.Count - answered.Count).ShouldBeInRange(0, CrashWriter.Writers);
        (await db.Set<JournalEntry>().CountAsync()).ShouldBe(stored.Count);
        (await JournalCheck.All(test.Database, CancellationToken.None)).ShouldHaveSingleItem().BrokenAt.ShouldBeNull();
        (await SqliteCopy.Look(test.Database.SqlitePath)).Rows["inspection_lot"].ShouldBe(stored.Count);
        TestContext.Current.SendDiagnosticMessage($"{answered.Count} lots answered over {Kills} kills");
    }

    private static async Task<List<(int Writer, int N, Guid Id)>> LetWriteAndKill(
        string folder, int[] last, int milliseconds)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "yuheng-server"))
        {
            RedirectStandardOutput = true, UseShellExecute = false,
        };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(CrashTests).Assembly.Location;
        start.Environment[CrashWriter.Variable] = folder + "|" + string.Join(',', last);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput;
        var first = await output.ReadLineAsync();
        first.ShouldNotBeNull("the writer ended by itself");
        var rest = output.ReadToEndAsync();
        await Task.Delay(milliseconds);
        process.Kill();
        var text = first + "\n" + await rest;
        await process.WaitForExitAsync();

        // A line cut short was not heard by anybody.
        var heard = text[..(text.LastIndexOf('\n') + 1)];
        return [.. heard.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    private static (int Writer, int N, Guid Id) Parse(string line)
    {
        var words = line.Split(' ');
        var (writer, n) = (words[0], words[1]);
        return (Whole(writer), Whole(n), Guid.Parse(words[2]));
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
