using System.Text;
using System.Text.Json;
using Shouldly;
using Yuheng.Core.Credentials;

namespace Yuheng.Core.Tests.Credentials;

public sealed class DataIntegrityTests
{
    // VC-DI-EDDSA 1.0 appendix B.2: the alumni credential, its key and its proof value.
    private const string Unsigned = """
        {"@context":["https://www.w3.org/ns/credentials/v2","https://www.w3.org/ns/credentials/examples/v2"],
        "id":"urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33","type":["VerifiableCredential","AlumniCredential"],
        "name":"Alumni Credential","description":"A minimum viable example of an Alumni Credential.",
        "issuer":"https://vc.example/issuers/5678","validFrom":"2023-01-01T00:00:00Z",
        "credentialSubject":{"id":"did:example:abcdefgh","alumniOf":"The School of Examples"}}
        """;

    private const string ProofValue =
        "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX";

    private static readonly DateTimeOffset Created = new(2023, 2, 24, 23, 36, 38, TimeSpan.Zero);

    [Fact]
    public void The_published_proof_is_made_to_the_letter()
    {
        var secured = JsonElement.Parse(DataIntegrity.Secure(JsonElement.Parse(Unsigned), AlumniKey(), Created));

        secured.GetProperty("proof").Text("proofValue").ShouldBe(ProofValue);
        DataIntegrity.Verify(secured, secured.GetProperty("proof"), AlumniKey().PublicKey).ShouldBeTrue();
    }

    [Theory]
    [InlineData("The School of Examples", "The School of Example")]
    [InlineData("2023-02-24T23:36:38Z", "2023-02-24T23:36:39Z")]
    [InlineData("aX\"", "aY\"")]
    public void A_proof_fails_after_any_change(string text, string other)
    {
        var json = Encoding.UTF8.GetString(
            DataIntegrity.Secure(JsonElement.Parse(Unsigned), AlumniKey(), Created));
        var altered = JsonElement.Parse(json.Replace(text, other, StringComparison.Ordinal));

        DataIntegrity.Verify(altered, altered.GetProperty("proof"), AlumniKey().PublicKey).ShouldBeFalse();
    }

    [Fact]
    public void A_context_added_after_signing_is_not_covered_and_fails()
    {
        var json = Encoding.UTF8.GetString(
            DataIntegrity.Secure(JsonElement.Parse(Unsigned), AlumniKey(), Created));
        var at = json.IndexOf("examples/v2\"", StringComparison.Ordinal) + "examples/v2\"".Length;
        var altered = JsonElement.Parse(json.Insert(at, ",\"https://evil.example\""));

        DataIntegrity.Verify(altered, altered.GetProperty("proof"), AlumniKey().PublicKey).ShouldBeFalse();
    }

    [Theory]
    [InlineData("eddsa/eddsa-jcs-2022", "JCS", "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")]
    [InlineData("ecdsa-jcs-p256", "JCSECDSAP256", "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP")]
    public void The_published_documents_verify_and_their_intermediate_values_agree(string set, string name, string key)
    {
        var folder = Path.Combine(SharedData.Folder("trust"), "vc", set);
        string Text(string file) => File.ReadAllText(Path.Combine(folder, file)).Trim();
        var signed = JsonElement.Parse(Text($"signed{name}.json"));
        var document = JsonElement.Parse(
            File.ReadAllText(Path.Combine(SharedData.Folder("trust"), "vc", "unsigned.json")));
        var options = JsonElement.Parse(Text($"proofConfig{name}.json"));

        Encoding.UTF8.GetString(CanonicalJson.Of(document)).ShouldBe(Text($"canonDoc{name}.txt"));
        Encoding.UTF8.GetString(CanonicalJson.Of(options)).ShouldBe(Text($"proofCanon{name}.txt"));
        Convert.ToHexStringLower(DataIntegrity.HashData(options, document)).ShouldBe(Text($"combinedHash{name}.txt"));
        DataIntegrity.Verify(signed, signed.GetProperty("proof"), PublicKey.FromMultibase(key, KeyAlgorithm.All)!)
            .ShouldBeTrue();
    }

    [Fact]
    public void An_ecdsa_proof_is_made_and_verifies()
    {
        var secured = JsonElement.Parse(DataIntegrity.Secure(JsonElement.Parse(Unsigned), Sample.P256Key, Created));
        var proof = secured.GetProperty("proof");

        proof.Text("cryptosuite").ShouldBe("ecdsa-jcs-2019");
        DataIntegrity.Verify(secured, proof, Sample.P256Key.PublicKey).ShouldBeTrue();
        DataIntegrity.Verify(secured, proof, Sample.Key.PublicKey).ShouldBeFalse();
    }

    private static Ed25519SigningKey AlumniKey()
    {
        const string Name = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
        Multibase.TryDecode("z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq", out var secret);
        return new Ed25519SigningKey($"did:key:{Name}#{Name}", secret.AsSpan(2));
    }
}
