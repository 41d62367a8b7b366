using System.Buffers.Text;
using System.Security.Cryptography;

namespace Yuheng.Server.Registry.Access;

/// <summary>Random keys that are shown once and kept only as their hash: sessions, API keys, invitations.</summary>
internal static class Secrets
{
    private const int Bytes = 32;

    /// <summary>A new key as base64url text.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 of a key; the keys have 256 random bits, so that a slow hash would add nothing.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key));
}
