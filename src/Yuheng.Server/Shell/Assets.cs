using System.Collections.Concurrent;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Yuheng.Server.Shell;

/// <summary>One file of wwwroot: its bytes, also packed, and the hash that names this content.</summary>
/// <param name="Plain">As written.</param>
/// <param name="Brotli">Packed once, at the highest level.</param>
/// <param name="Gzip">For clients without Brotli.</param>
/// <param name="Hash">First characters of SHA-256, in the address of the file.</param>
/// <param name="ContentType">Media type.</param>
public sealed record Asset(byte[] Plain, byte[] Brotli, byte[] Gzip, string Hash, string ContentType);

/// <summary>
/// Style and scripts, which travel inside the program. Their address carries a hash of the content, so that a browser
/// keeps them for a year and still sees a new version at once.
/// </summary>
public sealed class Assets
{
    private const string Prefix = "wwwroot/";

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".html"] = "text/html; charset=utf-8",
        [".json"] = "application/json",
        [".txt"] = "text/plain; charset=utf-8",
        [".webmanifest"] = "application/manifest+json",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
    };

    private readonly Assembly _assembly = typeof(Assets).Assembly;
    private readonly Dictionary<string, string> _resources;
    private readonly ConcurrentDictionary<string, Asset> _read = new(StringComparer.Ordinal);

    /// <summary>The files that were embedded at build time.</summary>
    public Assets() => _resources = _assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(n => n[Prefix.Length..].Replace('\\', '/'), StringComparer.Ordinal);

    /// <summary>Paths of all files, below wwwroot.</summary>
    public IReadOnlyCollection<string> Paths => _resources.Keys;

    /// <summary>The address of a file, with the hash of its content. An unknown file is a bug and throws.</summary>
    public string Url(string path) => $"/{path}?v={Find(path)?.Hash ?? throw new FileNotFoundException(path)}";

    /// <summary>A file by its path below wwwroot, or null.</summary>
    public Asset? Find(string path) =>
        _resources.TryGetValue(path, out var resource) ? _read.GetOrAdd(path, _ => Read(path, resource)) : null;

    private Asset Read(string path, string resource)
    {
        using var stream = _assembly.GetManifestResourceStream(resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var plain = copy.ToArray();
        var type = ContentTypes.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream");
        var hash = Convert.ToHexStringLower(SHA256.HashData(plain))[..12];
        var brotli = Packed(plain, to => new BrotliStream(to, CompressionLevel.SmallestSize));
        return new Asset(
            plain,
            brotli,
            Packed(plain, to => new GZipStream(to, CompressionLevel.SmallestSize)),
            hash,
            type);
    }

    private static byte[] Packed(byte[] plain, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed))
        {
            stream.Write(plain);
        }

        return packed.ToArray();
    }
}

/// <summary>Answers the files of wwwroot before anything else looks at the request.</summary>
internal sealed class AssetServer(RequestDelegate next, Assets assets)
{
    public async Task Invoke(HttpContext http)
    {
        var reading = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var asset = reading && http.Request.Path.Value is ['/', .. var path] ? assets.Find(path) : null;
        if (asset is null)
        {
            await next(http);
            return;
        }

        var headers = http.Response.Headers;
        var tag = $"\"{asset.Hash}\"";
        headers.ETag = tag;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = http.Request.Query["v"] == asset.Hash
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await Send(http, asset);
    }

    private static async Task Send(HttpContext http, Asset asset)
    {
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        var (encoding, body) = accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? ("br", asset.Brotli)
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? ("gzip", asset.Gzip)
            : ("identity", asset.Plain);
        http.Response.Headers.ContentEncoding = encoding;
        http.Response.ContentType = asset.ContentType;
        http.Response.ContentLength = body.Length;
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }
    }
}
