using System.Text;
using Shouldly;
using Yuheng.Core.Credentials;

namespace Yuheng.Core.Tests.Credentials;

public sealed class CredentialVerifierTests
{
    [Fact]
    public void A_credential_as_issued_is_valid_in_each_of_its_three_forms()
    {
        var jwt = CredentialIssue.AsJwt(Sample.Credential, Sample.Key);
        byte[][] forms =
        [
            Encoding.UTF8.GetBytes(jwt + "\n"),
            CredentialIssue.Enveloped(jwt),
            CredentialIssue.WithProof(Sample.Credential, Sample.Key, Sample.Released),
            CredentialIssue.WithProof(Sample.Credential, Sample.P256Key, Sample.Released),
            Encoding.UTF8.GetBytes(CredentialIssue.AsJwt(Sample.Credential, Sample.P256Key)),
        ];
        foreach (var form in forms)
        {
            var report = CredentialVerifier.Verify(form, Sample.Inputs);

            report.Checks.ShouldAllBe(c => c.Result == CheckResult.Ok);
            report.Verdict.ShouldBe(CredentialVerdict.Valid);
            report.Word.Code.ShouldBe(PublicWord.Valid);
            report.Summary!.Id.ShouldBe(Sample.Facts.Id);
        }
    }

    [Fact]
    public void A_changed_value_in_an_embedded_form_is_a_forgery()
    {
        var json = Encoding.UTF8.GetString(CredentialIssue.WithProof(Sample.Credential, Sample.Key, Sample.Released));

        var report = Verify(json.Replace("\"1.90\"", "\"1.99\"", StringComparison.Ordinal));

        Result(report, CheckKind.Signature).ShouldBe(CheckResult.Failed);
        report.Word.Code.ShouldBe(PublicWord.Forged);
    }

    [Theory]
    [InlineData("2026-02-28T23:59:59Z", CredentialVerdict.NotValid, PublicWord.NotYetValid)]
    [InlineData("2026-03-01T00:00:00Z", CredentialVerdict.Valid, PublicWord.Valid)]
    [InlineData("2028-03-01T00:00:00Z", CredentialVerdict.NotValid, PublicWord.Expired)]
    public void Validity_is_from_the_first_instant_to_before_the_last(
        string at, CredentialVerdict verdict, string word)
    {
        var report = CredentialVerifier.Verify(Sample.Jwt, Sample.Inputs with { At = DateTimeOffset.Parse(at, null) });

        report.Verdict.ShouldBe(verdict);
        report.Word.Code.ShouldBe(word);
    }

    [Theory]
    [InlineData("revocation", PublicWord.Revoked, "credentials.status.revoked")]
    [InlineData("suspension", PublicWord.Suspended, "credentials.status.suspended")]
    public void A_set_bit_of_the_issuers_list_withdraws_the_credential(string purpose, string word, string reason)
    {
        var other = purpose == "revocation" ? "suspension" : "revocation";
        var report = CredentialVerifier.Verify(Sample.Jwt, Sample.Inputs with
        {
            StatusLists = [Sample.List(purpose, b => b[Sample.Index] = true), Sample.List(other)],
        });

        report.Verdict.ShouldBe(CredentialVerdict.NotValid);
        report.Word.Code.ShouldBe(word);
        Reason(report, CheckKind.Status).ShouldBe(reason);
    }

    [Fact]
    public void The_bit_of_another_credential_changes_nothing() =>
        CredentialVerifier.Verify(Sample.Jwt, Sample.Inputs with
        {
            StatusLists =
            [
                Sample.List("revocation", b => (b[Sample.Index - 1], b[Sample.Index + 1]) = (true, true)),
                Sample.List("suspension"),
            ],
        }).Verdict.ShouldBe(CredentialVerdict.Valid);

    [Fact]
    public void Without_the_issuers_document_or_a_list_nothing_can_be_told()
    {
        var noDocument = CredentialVerifier.Verify(Sample.Jwt, Sample.Inputs with { DidDocuments = [] });
        var noList = CredentialVerifier.Verify(
            Sample.Jwt, Sample.Inputs with { StatusLists = [Sample.List("revocation")] });

        noDocument.Verdict.ShouldBe(CredentialVerdict.CannotTell);
        noDocument.Word.Code.ShouldBe(PublicWord.CannotTell);
        Reason(noDocument, CheckKind.Key).ShouldBe("credentials.key.document-missing");
        noList.Verdict.ShouldBe(CredentialVerdict.CannotTell);
        Reason(noList, CheckKind.Status).ShouldBe("credentials.status.missing");
    }

    [Fact]
    public void A_stale_list_cannot_clear_but_its_revocation_still_counts()
    {
        var later = Sample.Inputs with { At = Sample.Asked.AddDays(6) };

        var stale = CredentialVerifier.Verify(Sample.Jwt, later);
        var revoked = CredentialVerifier.Verify(Sample.Jwt, later with
        {
            StatusLists = [Sample.List("revocation", b => b[Sample.Index] = true), Sample.List("suspension")],
        });

        stale.Verdict.ShouldBe(CredentialVerdict.CannotTell);
        Reason(stale, CheckKind.Status).ShouldBe("credentials.status.stale");
        revoked.Word.Code.ShouldBe(PublicWord.Revoked);
    }

    [Fact]
    public void A_list_that_is_not_the_issuers_or_of_another_purpose_is_not_relied_on()
    {
        var publication = Sample.Publication("revocation");
        var byOther = StatusList.TryParse(Sample.ListJwt(publication, Sample.OtherKey))!;
        var wrongPurpose = StatusList.TryParse(
            Sample.ListJwt(publication with { Purpose = "suspension" }, Sample.Key))!;

        StatusReason(byOther).ShouldBe("credentials.status.not-the-issuers");
        StatusReason(wrongPurpose).ShouldBe("credentials.status.other-purpose");
    }

    [Fact]
    public void The_newest_of_two_copies_of_a_list_counts()
    {
        var old = Sample.Publication("suspension") with { ValidFrom = Sample.Asked.AddDays(-3) };
        var lifted = StatusList.TryParse(Sample.ListJwt(old, Sample.Key, b => b[Sample.Index] = true))!;

        CredentialVerifier.Verify(Sample.Jwt, Sample.Inputs with
        {
            StatusLists = [lifted, Sample.List("revocation"), Sample.List("suspension")],
        }).Verdict.ShouldBe(CredentialVerdict.Valid);
    }

    [Fact]
    public void An_index_beyond_the_list_cannot_be_told_and_one_that_is_no_index_is_malformed()
    {
        var beyond = CredentialVerifier.Verify(Sample.JwtWith("\"94567\"", "\"131072\""), Sample.Inputs);
        var malformed = CredentialVerifier.Verify(Sample.JwtWith("\"94567\"", "\"-1\""), Sample.Inputs);

        Reason(beyond, CheckKind.Status).ShouldBe("credentials.status.out-of-range");
        beyond.Verdict.ShouldBe(CredentialVerdict.CannotTell);
        malformed.Verdict.ShouldBe(CredentialVerdict.NotValid);
        Reason(malformed, CheckKind.Shape).ShouldBe("credentials.shape.member");
    }

    [Fact]
    public void The_integer_index_of_UNTP_is_read_too()
    {
        var untp = LotCredential.Compose(
            Sample.Facts, Sample.Issuer with { StatusIndexForm = StatusIndexForm.UntpInteger });
        var jwt = Encoding.UTF8.GetBytes(CredentialIssue.AsJwt(untp, Sample.Key));

        CredentialVerifier.Verify(jwt, Sample.Inputs).Verdict.ShouldBe(CredentialVerdict.Valid);
        CredentialVerifier.Verify(jwt, Sample.Inputs with
        {
            StatusLists = [Sample.List("revocation", b => b[Sample.Index] = true)],
        }).Word.Code.ShouldBe(PublicWord.Revoked);
    }

    [Fact]
    public void A_key_that_the_issuer_has_not_published_is_unknown()
    {
        using var stranger = new Ed25519SigningKey(Sample.Did + "#other", Sample.Seed(9));
        using var elsewhere = new Ed25519SigningKey("did:web:evil.example#1", Sample.Seed(9));
        foreach (var key in new[] { stranger, elsewhere })
        {
            var report = Verify(CredentialIssue.AsJwt(Sample.Credential, key));

            report.Verdict.ShouldBe(CredentialVerdict.NotValid);
            report.Word.Code.ShouldBe(PublicWord.KeyUnknown);
        }
    }

    [Fact]
    public void Another_key_under_the_issuers_key_name_is_a_forgery() =>
        Verify(CredentialIssue.AsJwt(Sample.Credential, Sample.OtherKey)).Word.Code.ShouldBe(PublicWord.Forged);

    [Fact]
    public void A_key_revoked_by_its_issuer_no_longer_counts()
    {
        var revoked = Sample.Method(Sample.Key) with { UnusableFrom = Sample.Asked };
        var document = DidDocument.TryParse(DidDocument.Compose(Sample.Did, [revoked]), KeyAlgorithm.All)!;

        var report = CredentialVerifier.Verify(Sample.Jwt, Sample.Inputs with { DidDocuments = [document] });

        report.Word.Code.ShouldBe(PublicWord.KeyRevoked);
    }

    [Fact]
    public void A_retired_key_still_verifies_what_it_signed()
    {
        var document = DidDocument.TryParse(
            DidDocument.Compose(Sample.Did, [Sample.Method(Sample.P256Key), Sample.Method(Sample.Key)]),
            KeyAlgorithm.All)!;

        CredentialVerifier.Verify(Sample.Jwt, Sample.Inputs with { DidDocuments = [document] })
            .Verdict.ShouldBe(CredentialVerdict.Valid);
    }

    [Theory]
    [InlineData("""{"alg":"none","kid":"did:web:zone.example#2026","typ":"vc+jwt"}""", PublicWord.Forged)]
    [InlineData("""{"alg":"NONE","kid":"did:web:zone.example#2026","typ":"vc+jwt"}""", PublicWord.Forged)]
    [InlineData("""{"alg":"HS256","kid":"did:web:zone.example#2026","typ":"vc+jwt"}""", PublicWord.Forged)]
    [InlineData("""{"alg":"ES256","kid":"did:web:zone.example#2026","typ":"vc+jwt"}""", PublicWord.Forged)]
    [InlineData("""{"alg":"EdDSA","kid":"did:web:zone.example#2026","typ":"JWT"}""", PublicWord.NotACredential)]
    [InlineData("""{"alg":"EdDSA","kid":"did:web:zone.example#2026"}""", PublicWord.NotACredential)]
    [InlineData(
        """{"alg":"EdDSA","kid":"did:web:zone.example#2026","typ":"vc+jwt","crit":["b64"],"b64":false}""",
        PublicWord.NotACredential)]
    [InlineData(
        """{"alg":"EdDSA","alg":"none","kid":"did:web:zone.example#2026","typ":"vc+jwt"}""", PublicWord.NotACredential)]
    public void A_header_that_lies_does_not_pass(string header, string word)
    {
        var input = Base64UrlText.Encode(Encoding.UTF8.GetBytes(header))
            + "." + Base64UrlText.Encode(Sample.Credential);

        var report = Verify(input + "." + Base64UrlText.Encode(Sample.Key.Sign(Encoding.ASCII.GetBytes(input))));

        report.Verdict.ShouldBe(CredentialVerdict.NotValid);
        report.Word.Code.ShouldBe(word);
    }

    [Theory]
    [InlineData("\"validFrom\":\"2026-03-01T00:00:00Z\"", "\"validFrom\":\"2026-03-01\"")]
    [InlineData("\"assessorLevel\":\"3rdParty\"", "\"assessorLevel\":\"supreme\"")]
    [InlineData("\"VerifiableCredential\"", "\"Something\"")]
    [InlineData("https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1")]
    [InlineData("\"synthetic\"", "\"id\"")]
    [InlineData("\"name\":\"Yuhuan valve zone\"", "\"name\":\"Yuhuan valve zone\",\"name\":\"Other\"")]
    [InlineData("\"type\":[\"DigitalConformityCredential\"", "\"vc\":{},\"type\":[\"DigitalConformityCredential\"")]
    [InlineData("\"type\":[\"DigitalConformity", "\"iss\":\"did:web:x\",\"type\":[\"DigitalConformity")]
    public void A_signed_document_of_a_wrong_form_is_not_valid(string text, string other)
    {
        var json = Encoding.UTF8.GetString(
            LotCredential.Compose(Sample.Facts with { Synthetic = true }, Sample.Issuer));
        json.ShouldContain(text);
        var altered = Encoding.UTF8.GetBytes(json.Replace(text, other, StringComparison.Ordinal));

        var report = Verify(CredentialIssue.AsJwt(altered, Sample.Key));

        Result(report, CheckKind.Shape).ShouldBe(CheckResult.Failed);
        report.Verdict.ShouldBe(CredentialVerdict.NotValid);
    }

    [Fact]
    public void A_suite_that_is_not_known_here_cannot_be_told()
    {
        var json = Encoding.UTF8.GetString(CredentialIssue.WithProof(Sample.Credential, Sample.Key, Sample.Released));

        Verify(json.Replace("eddsa-jcs-2022", "eddsa-rdfc-2022", StringComparison.Ordinal))
            .Verdict.ShouldBe(CredentialVerdict.CannotTell);
    }

    [Fact]
    public void Every_reason_has_a_sentence_in_both_languages()
    {
        var report = CredentialVerifier.Verify(Sample.Jwt, Sample.Inputs);
        foreach (var phrase in report.Checks.Select(c => c.Reason).Append(report.Word))
        {
            Texts.OfCore.Say(Language.Chinese, phrase).ShouldNotBe(Texts.OfCore.Say(Language.English, phrase));
        }
    }

    private static VerificationReport Verify(string text) =>
        CredentialVerifier.Verify(Encoding.UTF8.GetBytes(text), Sample.Inputs);

    private static string StatusReason(StatusList revocation) => Reason(
        CredentialVerifier.Verify(
            Sample.Jwt, Sample.Inputs with { StatusLists = [revocation, Sample.List("suspension")] }),
        CheckKind.Status);

    private static CheckResult Result(VerificationReport report, CheckKind kind) =>
        report.Checks.Single(c => c.Kind == kind).Result;

    private static string Reason(VerificationReport report, CheckKind kind) =>
        report.Checks.Single(c => c.Kind == kind).Reason.Code;
}
