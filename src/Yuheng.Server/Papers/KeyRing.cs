using System.Security.Cryptography;
using System.Text.Json;
using Yuheng.Core.Credentials;

namespace Yuheng.Server.Papers;

/// <summary>
/// The platform's signing keys in the data directory, readable by their owner only. The newest signs; older ones stay
/// in the
/// DID document, so that what they signed keeps verifying.
/// </summary>
public sealed class KeyRing(Settings settings, TimeProvider time)
{
    private readonly Lock _lock = new();
    private IReadOnlyList<StoredKey>? _keys;

    /// <summary>One key as kept in its file.</summary>
    private sealed record StoredKey(string Name, DateTimeOffset CreatedAt, string Seed);

    /// <summary>The key that signs now; made at first use.</summary>
    public ISigningKey Current(string did)
    {
        var key = Keys()[^1];
        return new Ed25519SigningKey(did + "#" + key.Name, Convert.FromHexString(key.Seed));
    }

    /// <summary>The DID document of the platform.</summary>
    public byte[] Document(string did) =>
        DidDocument.Compose(
            did,
            [
                .. Keys()
                    .Reverse()
                    .Select(k =>
                    {
                        using var key = new Ed25519SigningKey(did + "#" + k.Name, Convert.FromHexString(k.Seed));
                        return new VerificationMethod(key.KeyId, key.PublicKey, null, null);
                    }),
            ]
        );

    /// <summary>Makes a new key that signs from now on.</summary>
    public void Rotate()
    {
        lock (_lock)
        {
            _keys = [.. Keys(), Make(Keys().Count + 1)];
        }
    }

    private IReadOnlyList<StoredKey> Keys()
    {
        lock (_lock)
        {
            if (_keys is null)
            {
                var files = Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.json") : [];
                var read = files
                    .Order(StringComparer.Ordinal)
                    .Select(f => JsonSerializer.Deserialize<StoredKey>(File.ReadAllBytes(f))!);
                _keys = [.. read];
                _keys = _keys.Count == 0 ? [Make(1)] : _keys;
            }

            return _keys;
        }
    }

    private string Folder => settings.Place("keys");

    private StoredKey Make(int number)
    {
        var name = $"key-{number:0000}";
        var key = new StoredKey(name, time.GetUtcNow(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Folder);
        }
        else
        {
            Directory.CreateDirectory(
                Folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(Path.Combine(Folder, name + ".json"), options);
        JsonSerializer.Serialize(file, key);
        return key;
    }
}
