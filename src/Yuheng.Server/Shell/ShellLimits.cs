using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Yuheng.Server.Shell;

/// <summary>How much one client may send, and how fast.</summary>
public static class ShellLimits
{
    /// <summary>12 MB: ten photos of 300 KB and a workbook of 1,000 rows fit many times over.</summary>
    public const long MostBodyBytes = 12 * 1024 * 1024;

    /// <summary>Name of the strict policy, for sign-in and other guessable things: 20 a minute and address.</summary>
    public const string Strict = "strict";

    /// <summary>An office of fifty people behind one address opens about this many pages at once.</summary>
    private const int Burst = 600;

    /// <summary>Requests a second and address in the long run.</summary>
    private const int PerSecond = 60;

    /// <summary>Guesses a minute and address.</summary>
    private const int StrictPerMinute = 20;

    /// <summary>Open connections: two cores answer a few hundred requests a second, the rest would only wait.</summary>
    private const int Connections = 5000;

    internal static void Kestrel(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MostBodyBytes;
        kestrel.Limits.MaxConcurrentConnections = Connections;
        kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        kestrel.Limits.MaxRequestLineSize = 8 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }

    internal static void Rates(RateLimiterOptions rates)
    {
        rates.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        rates.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time)
                ? time
                : TimeSpan.FromSeconds(1);
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            rejected.HttpContext.Response.Headers.RetryAfter =
                seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        rates.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Address(http) is { } address
            ? RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = Burst,
                TokensPerPeriod = PerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            })
            : RateLimitPartition.GetNoLimiter(""));
        rates.AddPolicy(Strict, http => Address(http) is { } address
            ? RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = StrictPerMinute,
                Window = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter(""));
    }

    /// <summary>
    /// The client's address, a /64 for IPv6 (one household has as many addresses as it likes). Null on the machine
    /// itself: a proxy there names the client in X-Forwarded-For, so what is left is local work.
    /// </summary>
    private static string? Address(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        if (address is null || IPAddress.IsLoopback(address))
        {
            return null;
        }

        return address.IsIPv4MappedToIPv6 || address.GetAddressBytes() is not { Length: 16 } bytes
            ? address.MapToIPv4().ToString()
            : Convert.ToHexString(bytes.AsSpan(0, 8));
    }
}
