using System.Text;
using Yuheng.Core.Credentials;

namespace Yuheng.Core.Tests.Credentials;

/// <summary>One lot, one issuer, two status lists: what the tests of verification alter one thing of.</summary>
internal static class Sample
{
    public const string Did = "did:web:zone.example";
    public const string KeyId = Did + "#2026";
    public const string RevocationList = "https://zone.example/status/revocation/1";
    public const string SuspensionList = "https://zone.example/status/suspension/1";
    public const int Index = 94_567;

    public static readonly DateTimeOffset Released = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Asked = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public static readonly LotCredentialIssuer Issuer = new(
        Did, "Yuhuan valve zone", "https://zone.example/scheme", "Voluntary lot verification",
        "https://zone.example/ctx/1");

    public static ISigningKey Key { get; } = new Ed25519SigningKey(KeyId, Seed(1));

    public static ISigningKey OtherKey { get; } = new Ed25519SigningKey(KeyId, Seed(2));

    public static ISigningKey P256Key { get; } = new P256SigningKey(Did + "#p256", Seed(3));

    public static LotCredentialFacts Facts => new()
    {
        Id = "https://zone.example/credentials/0001",
        Number = "YH26-0001",
        CheckAddress = "https://zone.example/c/YH260001",
        ValidFrom = Released,
        ValidUntil = Released.AddMonths(24),
        Drawn = true,
        AssessorLevel = "3rdParty",
        AssessmentLevel = "scheme-cab",
        AttestationType = "inspection",
        IssuedTo = new("did:web:zone.example:firm:1", "玉环某阀门厂", "91331083MA2XXXXXX1", "Some Valve Works"),
        Maker = new("did:web:zone.example:firm:1", "玉环某阀门厂", "91331083MA2XXXXXX1"),
        Exporter = new("did:web:zone.example:firm:2", "玉环某进出口公司", "91331083MA2XXXXXX2"),
        Lot = new("https://zone.example/lots/1", "00123", 71_020m, "H87", ["H-77"], ["DE"]),
        Product = new("https://zone.example/products/1", new("球阀", "Ball valve"), "Q11F-16T", [new("DN", "15")]),
        Decision = "conforming",
        Characteristics =
        [
            new()
            {
                Key = "wall-thickness",
                Name = new("壁厚", "Wall thickness"),
                Class = "A",
                Safety = true,
                Standard = "GB/T 8464-2008",
                Clause = "5.2",
                Limit = "≥ 1.7",
                Unit = "mm",
                UnitCode = "MMT",
                Values = [new("17", "2.10", "conforming"), new("203", "1.90", "conforming")],
                Count = new(80, 0, 0, 1),
                Result = "conforming",
                Date = new DateOnly(2026, 2, 27),
                PartyLevel = "third",
                Laboratory = new("did:web:zone.example:lab:1", "玉环检测中心", "CNAS L0000"),
            },
        ],
        Sampling = [new("GB/T 2828.1-2012", "single", "normal", "II", "0.65", "N", null)],
        Rules = ["gb-t-13927-2008@1"],
        Status = [new("revocation", RevocationList, Index), new("suspension", SuspensionList, Index)],
    };

    public static byte[] Credential => LotCredential.Compose(Facts, Issuer);

    public static byte[] Jwt => Encoding.UTF8.GetBytes(CredentialIssue.AsJwt(Credential, Key));

    public static DidDocument Document { get; } = DidDocument.TryParse(
        DidDocument.Compose(Did, [Method(Key), Method(P256Key)]), KeyAlgorithm.All)!;

    public static VerifierInputs Inputs => new()
    {
        DidDocuments = [Document],
        StatusLists = [List("revocation"), List("suspension")],
        At = Asked,
    };

    public static VerificationMethod Method(ISigningKey key) => new(key.KeyId, key.PublicKey, null, null);

    public static byte[] Seed(byte value) => [.. Enumerable.Repeat(value, 32)];

    public static StatusList List(string purpose, Action<BitstringStatusList>? change = null) =>
        StatusList.TryParse(ListJwt(Publication(purpose), Key, change))!;

    public static StatusPublication Publication(string purpose) => new(
        purpose == "revocation" ? RevocationList : SuspensionList, Did, purpose, Asked.AddDays(-1), Asked.AddDays(6));

    public static byte[] ListJwt(
        StatusPublication publication, ISigningKey key, Action<BitstringStatusList>? change = null)
    {
        var bits = new BitstringStatusList(BitstringStatusList.MinimumLength);
        change?.Invoke(bits);
        return Encoding.UTF8.GetBytes(CredentialIssue.AsJwt(StatusListCredential.Compose(publication, bits), key));
    }

    /// <summary>The credential with one text replaced by another, signed anew by the issuer.</summary>
    public static byte[] JwtWith(string text, string other) =>
        Encoding.UTF8.GetBytes(CredentialIssue.AsJwt(JsonWith(text, other), Key));

    /// <summary>The credential before signing, with one text replaced by another.</summary>
    public static byte[] JsonWith(string text, string other) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Credential).Replace(text, other, StringComparison.Ordinal));
}
