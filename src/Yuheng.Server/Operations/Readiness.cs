using System.Data.Common;
using Yuheng.Core;
using Yuheng.Server.Data;

namespace Yuheng.Server.Operations;

/// <summary>
/// One more thing that must hold before the server takes work; a module registers its own (the key ring).
/// </summary>
/// <param name="Name">Name in the answer of <c>/health/ready</c>, in kebab case.</param>
/// <param name="Holds">Whether it holds now.</param>
public sealed record ReadinessCheck(string Name, Func<CancellationToken, Task<bool>> Holds);

/// <summary>What <c>/health/ready</c> answers.</summary>
/// <param name="Status"><c>ready</c>, or <c>degraded</c> where reading may still work but writing does not.</param>
/// <param name="Checks">Each check by name: <c>ok</c> or <c>failed</c>.</param>
public sealed record ReadinessAnswer(string Status, IReadOnlyDictionary<string, string> Checks)
{
    /// <summary>Whether every check held.</summary>
    public bool IsReady => Status == "ready";
}

/// <summary>
/// Whether the server can take work: a command is written through the one writer, the disk has room, the schema is the
/// program's. The answer is kept for a moment, so that asking often does not become load.
/// </summary>
internal sealed class Readiness(
    Database database, Commands commands, Settings settings, TimeProvider time, IEnumerable<ReadinessCheck> more)
{
    /// <summary>
    /// Below this the next backup or a day of lots may not fit; SQLite fails a commit when the disk is full.
    /// </summary>
    private const long LeastFreeBytes = 256L * 1024 * 1024;

    /// <summary>A probe that waits longer counts as failed: callers of the API would wait as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Balancers ask every few seconds; anyone may ask, so the probe writes at most once in this time.
    /// </summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (DateTimeOffset At, ReadinessAnswer Answer)? _last;

    public async Task<ReadinessAnswer> Ask(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (_last is not { } last || time.GetUtcNow() - last.At > KeptFor)
            {
                _last = last = (time.GetUtcNow(), await Check(cancellation));
            }

            return last.Answer;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<ReadinessAnswer> Check(CancellationToken cancellation)
    {
        IEnumerable<ReadinessCheck> all =
        [
            new("schema", async c => (await Migrator.Pending(database, c)).Count == 0),
            new("disk", _ => Task.FromResult(FreeBytes() >= LeastFreeBytes)),
            new("write", WriteProbe),
            .. more,
        ];
        var checks = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var check in all)
        {
            checks[check.Name] = await Holds(check, cancellation) ? "ok" : "failed";
        }

        return new ReadinessAnswer(checks.Values.All(c => c == "ok") ? "ready" : "degraded", checks);
    }

    // A row of no zone, raised by one: as durable as a lot would be.
    private async Task<bool> WriteProbe(CancellationToken cancellation) =>
        await commands.RunUnrecorded(
            Viewer.Anonymous(Guid.Empty, Language.English), (work, c) => work.Next("readiness", c), cancellation) > 0;

    private long FreeBytes() => new DriveInfo(settings.DataDirectory).AvailableFreeSpace;

    private static async Task<bool> Holds(ReadinessCheck check, CancellationToken cancellation)
    {
        try
        {
            return await check.Holds(cancellation).WaitAsync(Patience, cancellation);
        }
        catch (Exception failed) when (failed is DbException or IOException or Refused or TimeoutException)
        {
            // The very thing a probe is for: what failed is named in the answer, and the cause stands in the writer's
            // log.
            return false;
        }
    }
}
