using System.Text;
using Yuheng.Core.Credentials;

namespace Yuheng.Server.Tests.Credentials;

/// <summary>What a buyer would have in a folder: a credential, the issuer's document, two status lists.</summary>
internal sealed class OfflineFiles : IDisposable
{
    public const string Did = "did:web:zone.example";
    private const string Scheme = "https://zone.example/scheme";
    private const int Index = 94_567;

    private static readonly CredentialParty Firm =
        new("did:web:zone.example:firm:1", "玉环某阀门厂", "91331083MA2XXXXXX1");

    private readonly string _folder = Directory.CreateTempSubdirectory("yuheng-offline").FullName;
    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;

    public static ISigningKey Key { get; } = new Ed25519SigningKey(Did + "#1", Seed(1));

    public static ISigningKey P256Key { get; } = new P256SigningKey(Did + "#2", Seed(2));

    public static ISigningKey Stranger { get; } = new Ed25519SigningKey(Did + "#9", Seed(9));

    public string Document => Write("did.json", DidDocument.Compose(Did, [Method(Key), Method(P256Key)]));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public string List(string purpose, bool set = false, ISigningKey? key = null, int days = 6)
    {
        var bits = new BitstringStatusList(BitstringStatusList.MinimumLength) { [Index] = set };
        var publication =
            new StatusPublication(Address(purpose), Did, purpose, _now.AddDays(days - 7), _now.AddDays(days));
        var json = StatusListCredential.Compose(publication, bits);
        return Write(purpose + ".jwt", Encoding.UTF8.GetBytes(CredentialIssue.AsJwt(json, key ?? Key)));
    }

    public byte[] Credential(DateTimeOffset? until = null) => LotCredential.Compose(
        new LotCredentialFacts
        {
            Id = "https://zone.example/credentials/1",
            Number = "YH26-0001",
            CheckAddress = "https://zone.example/c/1",
            ValidFrom = _now.AddDays(-60),
            ValidUntil = until ?? _now.AddDays(600),
            Synthetic = true,
            Drawn = true,
            AssessorLevel = "3rdParty",
            AssessmentLevel = "scheme-cab",
            AttestationType = "inspection",
            IssuedTo = Firm,
            Maker = Firm,
            Exporter = Firm,
            Lot = new("https://zone.example/lots/1", "00123", 71_020m, "H87", ["H-77"], ["DE"]),
            Product = new("https://zone.example/products/1", new("球阀", "Ball valve"), "Q11F-16T", []),
            Decision = "conforming",
            Characteristics = [WallThickness],
            Status =
            [
                new("revocation", Address("revocation"), Index),
                new("suspension", Address("suspension"), Index),
            ],
        },
        new LotCredentialIssuer(Did, "Zone", Scheme, "Voluntary lot verification", "https://zone.example/ctx/1"));

    public string Jwt(byte[] credential, ISigningKey key) =>
        Write("lot.jwt", Encoding.UTF8.GetBytes(CredentialIssue.AsJwt(credential, key)));

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static AssessedCharacteristic WallThickness => new()
    {
        Key = "wall-thickness",
        Name = new("壁厚", "Wall thickness"),
        Class = "A",
        Standard = "GB/T 8464-2008",
        Clause = "5.2",
        Limit = "≥ 1.7",
        Unit = "mm",
        UnitCode = "MMT",
        Values = [new("17", "2.10", "conforming")],
        Count = new(80, 0, 0, 1),
        Result = "conforming",
        Date = new DateOnly(2026, 2, 27),
        PartyLevel = "third",
    };

    private static string Address(string purpose) => $"https://zone.example/status/{purpose}/1";

    private static VerificationMethod Method(ISigningKey key) => new(key.KeyId, key.PublicKey, null, null);

    private static byte[] Seed(byte value) => [.. Enumerable.Repeat(value, 32)];
}
