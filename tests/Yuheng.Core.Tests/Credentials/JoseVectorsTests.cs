using Shouldly;
using Yuheng.Core.Credentials;

namespace Yuheng.Core.Tests.Credentials;

/// <summary>The JOSE vectors of the VC-JOSE-COSE test suite that concern credentials with EdDSA and ES256.</summary>
public sealed class JoseVectorsTests
{
    [Theory]
    [InlineData("credential-jose-minimal.txt", "vm-p256.json", CredentialVerdict.Valid)]
    [InlineData("credential-issuer-match-signed.txt", "vm-ed25519.json", CredentialVerdict.Valid)]
    [InlineData("credential-jose-unknown-extensions.txt", "vm-ed25519.json", CredentialVerdict.NotValid)]
    [InlineData("credential-minimal.json", "vm-ed25519.json", CredentialVerdict.NotValid)]
    [InlineData("presentation-single.json", "vm-ed25519.json", CredentialVerdict.NotValid)]
    [InlineData("credential-jose-bad-signature.txt", "vm-ed25519.json", CredentialVerdict.NotValid)]
    [InlineData("credential-jose-bad-media-type.txt", "vm-ed25519.json", CredentialVerdict.NotValid)]
    [InlineData("presentation-jose-bad-media-type.txt", "vm-ed25519.json", CredentialVerdict.NotValid)]
    [InlineData("credential-jose-vc-vp-claims.txt", "vm-ed25519.json", CredentialVerdict.NotValid)]
    [InlineData("presentation-jose-bad-credential.txt", "vm-ed25519.json", CredentialVerdict.NotValid)]
    public void The_suites_expectation_is_met(string file, string key, CredentialVerdict expected)
    {
        var folder = Path.Combine(SharedData.Folder("trust"), "vc", "jose-cose");
        var document = DidDocument.TryParse(File.ReadAllBytes(Path.Combine(folder, key)), KeyAlgorithm.All)!;
        var inputs = new VerifierInputs { DidDocuments = [document], At = Sample.Asked };

        var report = CredentialVerifier.Verify(File.ReadAllBytes(Path.Combine(folder, file)), inputs);

        report.Verdict.ShouldBe(expected, string.Join("; ", report.Checks));
    }

    // The same two, typed, so that they bite without the folder: RFC 8037 appendix A.4 and RFC 7515 appendix A.3.
    [Theory]
    [InlineData(
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AI"
            + "bQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg",
        """{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""")]
    [InlineData(
        "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9"
            + "pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqP"
            + "P3-Kg6NU1Q",
        """
        {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
        "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
        """)]
    public void The_signatures_of_the_RFCs_verify(string jws, string jwk)
    {
        var parsed = CompactJws.TryParse(jws)!;
        var key = PublicKey.FromJwk(System.Text.Json.JsonElement.Parse(jwk), KeyAlgorithm.All)!;

        key.Algorithm.JoseName.ShouldBe(parsed.Header.Text("alg"));
        key.Verifies(parsed.SigningInput, parsed.Signature).ShouldBeTrue();
    }
}
