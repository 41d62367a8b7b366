using System.Text;
using CsCheck;
using Shouldly;
using Yuheng.Core.Credentials;

namespace Yuheng.Core.Tests.Credentials;

public sealed class HostileInputTests
{
    [Fact]
    public void Every_altered_byte_of_a_signed_text_is_noticed()
    {
        var jwt = Sample.Jwt;
        Gen.Select(Gen.Int[0, jwt.Length - 1], Gen.Byte).Where(c => jwt[c.Item1] != c.Item2).Sample(change =>
        {
            var altered = jwt.ToArray();
            altered[change.Item1] = change.Item2;
            // A space at the very end is no part of the text.
            return change.Item1 == jwt.Length - 1 && change.Item2 is 9 or 10 or 13 or 32
                || CredentialVerifier.Verify(altered, Sample.Inputs).Verdict == CredentialVerdict.NotValid;
        });
    }

    [Fact]
    public void The_issuers_name_altered_in_the_payload_is_a_failure_not_a_missing_document()
    {
        var parts = Encoding.UTF8.GetString(Sample.Jwt).Split('.');
        Base64UrlText.TryDecode(parts[1], out var payload);
        var altered = Encoding.UTF8.GetString(payload)
            .Replace("\"id\":\"did:web:zone.example\"", "\"id\":\"did:web:zona.example\"", StringComparison.Ordinal);

        Verify($"{parts[0]}.{Base64UrlText.Encode(Encoding.UTF8.GetBytes(altered))}.{parts[2]}")
            .Verdict.ShouldBe(CredentialVerdict.NotValid);
    }

    [Fact]
    public void No_alteration_of_any_file_makes_the_verifier_throw()
    {
        byte[][] files =
        [
            Sample.Jwt,
            CredentialIssue.WithProof(Sample.Credential, Sample.Key, Sample.Released),
            CredentialIssue.Enveloped(CredentialIssue.AsJwt(Sample.Credential, Sample.Key)),
            DidDocument.Compose(Sample.Did, [Sample.Method(Sample.Key)]),
            StatusListCredential.Compose(Sample.Publication("revocation"), new BitstringStatusList(0)),
        ];
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, 20_000], Gen.Byte.Array[0, 6]).Sample(change =>
        {
            var file = files[change.Item1];
            var at = change.Item2 % file.Length;
            byte[] altered = [.. file[..at], .. change.Item3, .. file[Math.Min(at + 3, file.Length)..]];
            CredentialVerifier.Verify(altered, Sample.Inputs);
            DidDocument.TryParse(altered, KeyAlgorithm.All);
            StatusList.TryParse(altered);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("a.b.c")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"EnvelopedVerifiableCredential","id":"data:text/plain,a.b.c"}""")]
    public void What_is_no_credential_is_not_valid_and_throws_nothing(string text) =>
        Verify(text).Verdict.ShouldBe(CredentialVerdict.NotValid);

    [Fact]
    public void A_file_that_is_too_large_is_not_read()
    {
        var report = CredentialVerifier.Verify(new byte[4_194_305], Sample.Inputs);

        report.Verdict.ShouldBe(CredentialVerdict.NotValid);
        report.Summary.ShouldBeNull();
    }

    private static VerificationReport Verify(string text) =>
        CredentialVerifier.Verify(Encoding.UTF8.GetBytes(text), Sample.Inputs);
}
