using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Yuheng.Server.Data;

namespace Yuheng.Server.Operations;

/// <summary>
/// <c>/metrics</c>: counters in the plain text format that collectors read, without a collector's library. Listens to
/// the product's own meter from the start.
/// </summary>
internal sealed class MetricsPage : IDisposable
{
    /// <summary>
    /// Series at most: a label comes from a fixed set of codes, and a bug there must not eat the memory.
    /// </summary>
    private const int MostSeries = 1_000;

    private readonly ConcurrentDictionary<string, long> _series = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();
    private readonly Commands _commands;
    private readonly Marks _marks;

    public MetricsPage(Commands commands, Marks marks)
    {
        _commands = commands;
        _marks = marks;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == DomainMetrics.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(Count);
        _listener.Start();
    }

    public string Write()
    {
        var text = new StringBuilder();
        var families = _series.GroupBy(s => s.Key.Split('{')[0], StringComparer.Ordinal);
        foreach (var family in families.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {family.Key}_total counter\n");
            foreach (var (key, value) in family.OrderBy(s => s.Key, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"{family.Key}_total{key[family.Key.Length..]} {value}\n");
            }
        }

        Append(text, "yuheng_writer_queue_depth", "gauge", _commands.QueueDepth);
        Append(text, "yuheng_writer_groups_total", "counter", _commands.Groups);
        Append(text, "yuheng_writer_commands_total", "counter", _commands.Answered);
        Append(text, "yuheng_writer_failed_groups_total", "counter", _commands.FailedGroups);
        if (_marks.AgeSeconds(Marks.Backup) is { } backup)
        {
            Append(text, "yuheng_backup_age_seconds", "gauge", backup);
        }

        if (_marks.AgeSeconds(Marks.RestoreDrill) is { } drill)
        {
            Append(text, "yuheng_restore_drill_age_seconds", "gauge", drill);
        }

        using var process = Process.GetCurrentProcess();
        Append(text, "process_cpu_seconds_total", "counter", process.TotalProcessorTime.TotalSeconds);
        Append(text, "process_resident_memory_bytes", "gauge", process.WorkingSet64);
        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Count(
        Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var key = new StringBuilder(instrument.Name);
        for (var i = 0; i < tags.Length; i++)
        {
            var label = Convert.ToString(tags[i].Value, CultureInfo.InvariantCulture) ?? "";
            key.Append(i == 0 ? '{' : ',').Append(tags[i].Key).Append("=\"").Append(Escape(label)).Append('"');
        }

        var name = key.Append(tags.Length > 0 ? "}" : "").ToString();
        if (_series.ContainsKey(name) || _series.Count < MostSeries)
        {
            _series.AddOrUpdate(name, value, (_, old) => old + value);
        }
    }

    private static string Escape(string label) => label
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    private static void Append(StringBuilder text, string name, string type, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {type}\n{name} {value}\n");
}
