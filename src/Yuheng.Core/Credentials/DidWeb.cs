namespace Yuheng.Core.Credentials;

/// <summary>
/// Identifiers of the method <c>did:web</c>: a host, a port written <c>%3A</c>, and parts of a path between colons,
/// <c>did:web:zone.example:firm:0001</c>.
/// </summary>
public static class DidWeb
{
    private const string Prefix = "did:web:";

    /// <summary>The identifier of an origin (<c>https://zone.example</c>) and the parts of a path.</summary>
    /// <exception cref="Refused">The origin is no absolute http(s) address (<c>origin</c>).</exception>
    public static string Of(string origin, params IReadOnlyList<string> path)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
        {
            throw new Refused("refused.credentials.origin", origin);
        }

        var host = uri.IsDefaultPort ? uri.IdnHost : $"{uri.IdnHost}%3A{uri.Port}";
        return Prefix + string.Join(':', [host, .. path.Select(Uri.EscapeDataString)]);
    }

    /// <summary>
    /// Where the document of an identifier is published: <c>/.well-known/did.json</c>, or <c>/path/did.json</c>; null
    /// when it is not a <c>did:web</c>. The method demands https.
    /// </summary>
    public static string? DocumentAddress(string did)
    {
        if (!did.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = did[Prefix.Length..].Split(':');
        if (parts.Any(p => p.Length == 0 || p.AsSpan().ContainsAny("/?#@\\")))
        {
            return null;
        }

        var host = parts[0].Replace("%3A", ":", StringComparison.OrdinalIgnoreCase);
        var path = parts.Length == 1 ? ".well-known" : string.Join('/', parts[1..]);
        return $"https://{host}/{path}/did.json";
    }
}
