using System.Diagnostics;

namespace Yuheng.Bench.Data;

/// <summary>Clients that ask, wait for the answer, and ask again, for a time.</summary>
internal static class Load
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(6);

    /// <summary>Runs an action from a number of clients after a warm-up and prints a row of figures.</summary>
    public static async Task Row(string name, int clients, Func<int, Task> act)
    {
        await Drive(clients, WarmUp, act);
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var waits = await Drive(clients, Measured, act);
        var seconds = watch.Elapsed.TotalSeconds;
        var each = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / waits.Count;
        waits.Sort();
        Console.WriteLine(
            $"{name,-28} {clients,4} {waits.Count / seconds,10:F0}/s  p50 {waits[waits.Count / 2],6:F2} ms  "
            + $"p99 {waits[waits.Count * 99 / 100],6:F2} ms  CPU {each,5:F0} µs each");
    }

    private static async Task<List<double>> Drive(int clients, TimeSpan time, Func<int, Task> act)
    {
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var waits = new List<double>();
            while (Stopwatch.GetTimestamp() < end)
            {
                var began = Stopwatch.GetTimestamp();
                await act(client);
                waits.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            return waits;
        })));
        return [.. all.SelectMany(w => w)];
    }
}
