using System.Text;
using BenchmarkDotNet.Attributes;
using Yuheng.Core.Credentials;

namespace Yuheng.Bench.Credentials;

/// <summary>Issuing and verifying the credential of a lot with few and with many measured values.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class CredentialBenchmarks
{
    private const string Did = "did:web:zone.example";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly LotCredentialIssuer Issuer =
        new(Did, "Zone", "https://zone.example/scheme", "Voluntary lot verification", "https://zone.example/ctx/1");

    private readonly Ed25519SigningKey _key = new(Did + "#1", new byte[32]);
    private readonly BitstringStatusList _bits = new(BitstringStatusList.MinimumLength) { [5] = true };
    private byte[] _credential = [];
    private byte[] _jwt = [];
    private byte[] _proof = [];
    private VerifierInputs _inputs = null!;

    /// <summary>Measured values in the credential.</summary>
    [Params(2, 400)]
    public int Values { get; set; }

    /// <summary>Issues what is then verified.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _credential = Compose();
        _jwt = Encoding.UTF8.GetBytes(CredentialIssue.AsJwt(_credential, _key));
        _proof = CredentialIssue.WithProof(_credential, _key, Now);
        var method = new VerificationMethod(_key.KeyId, _key.PublicKey, null, null);
        _inputs = new VerifierInputs
        {
            At = Now.AddDays(1),
            DidDocuments = [DidDocument.TryParse(DidDocument.Compose(Did, [method]), KeyAlgorithm.All)!],
            StatusLists = [StatusList.TryParse(StatusListJwt())!],
        };
        if (CredentialVerifier.Verify(_jwt, _inputs).Verdict != CredentialVerdict.Valid)
        {
            throw new InvalidOperationException("the benchmark verifies what is not valid");
        }
    }

    /// <summary>Facts to JSON.</summary>
    [Benchmark]
    public byte[] Compose() => LotCredential.Compose(Facts(Values), Issuer);

    /// <summary>JSON to <c>vc+jwt</c>.</summary>
    [Benchmark]
    public string IssueJwt() => CredentialIssue.AsJwt(_credential, _key);

    /// <summary>All five checks, the status list's signature among them.</summary>
    [Benchmark]
    public VerificationReport VerifyJwt() => CredentialVerifier.Verify(_jwt, _inputs);

    /// <summary>JSON to an embedded proof.</summary>
    [Benchmark]
    public byte[] IssueProof() => CredentialIssue.WithProof(_credential, _key, Now);

    /// <summary>All five checks over canonical JSON.</summary>
    [Benchmark]
    public VerificationReport VerifyProof() => CredentialVerifier.Verify(_proof, _inputs);

    /// <summary>A status list of 131,072 places, packed and signed.</summary>
    [Benchmark]
    public byte[] StatusListJwt() => Encoding.UTF8.GetBytes(CredentialIssue.AsJwt(
        StatusListCredential.Compose(
            new("https://zone.example/status/1", Did, "revocation", Now, Now.AddDays(7)), _bits),
        _key));

    private static LotCredentialFacts Facts(int values)
    {
        var firm = new CredentialParty("did:web:zone.example:firm:1", "Some Valve Works", "91331083MA2XXXXXX1");
        return new LotCredentialFacts
        {
            Id = "https://zone.example/credentials/1",
            Number = "YH26-0001",
            CheckAddress = "https://zone.example/c/1",
            ValidFrom = Now,
            ValidUntil = Now.AddMonths(24),
            Drawn = true,
            AssessorLevel = "3rdParty",
            AssessmentLevel = "scheme-cab",
            AttestationType = "inspection",
            IssuedTo = firm,
            Maker = firm,
            Exporter = firm,
            Lot = new("https://zone.example/lots/1", "00123", 71_020m, "H87", ["H-77"], ["DE"]),
            Product = new("https://zone.example/products/1", new("Ball valve", "Ball valve"), "Q11F-16T", []),
            Decision = "conforming",
            Characteristics = [WallThickness(values)],
            Status = [new("revocation", "https://zone.example/status/1", 94_567)],
        };
    }

    private static AssessedCharacteristic WallThickness(int values) => new()
    {
        Key = "wall-thickness",
        Name = new("Wall thickness", "Wall thickness"),
        Class = "A",
        Standard = "GB/T 8464-2008",
        Clause = "5.2",
        UnitCode = "MMT",
        Values = [.. Enumerable.Range(1, values).Select(i => new MeasuredValue($"{i}", "2.10", "conforming"))],
        Result = "conforming",
        Date = new DateOnly(2026, 2, 27),
        PartyLevel = "third",
    };
}
