using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Yuheng.Server.Inspection;

/// <summary>
/// The source of the public value that fixes a draw: a setting of the zone. <c>file</c> reads lines "instant value"
/// from
/// <c>public-values.txt</c> in the data directory, put there from a source that nobody here can choose (a lottery, a
/// beacon); <c>demo</c> derives it from the closing time and says so, for a synthetic zone only.
/// </summary>
public sealed class PublicValues(Settings settings, Registry.Zones zones, TimeProvider time)
{
    /// <summary>Values of a hundred years of days.</summary>
    private const int MostLines = 40_000;

    /// <summary>The first value that became known after declarations closed, or null while there is none.</summary>
    public async Task<FixedValue?> After(DateTimeOffset closedAt, CancellationToken cancellation)
    {
        var source = await zones.Setting(Registry.ZoneSetting.DrawSource, cancellation) ?? "file";
        return source == "demo" && zones.Current is { Synthetic: true }
            ? Demo(closedAt)
            : await File(closedAt, cancellation);
    }

    private static FixedValue Demo(DateTimeOffset closedAt)
    {
        var text = "yuheng demo public value " + closedAt.ToString("O", CultureInfo.InvariantCulture);
        var value = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new FixedValue(value, "demo: SHA-256 of the closing time; synthetic, protects nothing", closedAt);
    }

    private async Task<FixedValue?> File(DateTimeOffset closedAt, CancellationToken cancellation)
    {
        var path = settings.Place("public-values.txt");
        if (!System.IO.File.Exists(path))
        {
            return null;
        }

        var lines = await System.IO.File.ReadAllLinesAsync(path, cancellation);
        return lines
            .Take(MostLines)
            .Select(Line)
            .OfType<FixedValue>()
            .Where(v => v.KnownAt >= closedAt && v.KnownAt <= time.GetUtcNow())
            .OrderBy(v => v.KnownAt)
            .FirstOrDefault();
    }

    private static FixedValue? Line(string line)
    {
        var parts = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return
            parts.Length >= 2
            && DateTimeOffset.TryParse(
                parts[0],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var at
            )
            ? new FixedValue(parts[1], parts.Length == 3 ? parts[2] : "file", at.ToUniversalTime())
            : null;
    }
}
