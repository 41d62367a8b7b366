using System.Text;
using System.Text.Json;
using Shouldly;
using Yuheng.Core.Credentials;

namespace Yuheng.Core.Tests.Credentials;

public sealed class LotCredentialTests
{
    [Fact]
    public void It_has_what_the_UNTP_schema_requires()
    {
        var root = JsonElement.Parse(Sample.Credential);
        var attestation = root.GetProperty("credentialSubject");
        var assessment = attestation.GetProperty("conformityAssessment")[0];

        Missing(root, "@context", "id", "issuer", "validFrom", "name", "credentialSubject").ShouldBeEmpty();
        Missing(
            attestation, "id", "name", "assessorLevel", "assessmentLevel", "attestationType", "issuedToParty",
            "referenceScheme").ShouldBeEmpty();
        Missing(
            assessment, "id", "name", "assessmentCriteria", "assessmentDate", "assessedPerformance",
            "conformityTopic").ShouldBeEmpty();
        root.GetProperty("@context").EnumerateArray().Select(c => c.GetString()).ShouldBe(
        [
            "https://www.w3.org/ns/credentials/v2", "https://vocabulary.uncefact.org/untp/0.7.0/context/",
            Sample.Issuer.ContextAddress,
        ]);
    }

    [Fact]
    public void It_satisfies_the_published_schema()
    {
        var path = Path.Combine(SharedData.Folder("untp"), "artefacts", "0.7.0", "ConformityCredential.json");
        var schema = JsonElement.Parse(File.ReadAllText(path));
        var untp = JsonElement.Parse(LotCredential.Compose(
            Sample.Facts, Sample.Issuer with { StatusIndexForm = StatusIndexForm.UntpInteger }));

        UntpSchema.Faults(untp, schema, schema, "$").ShouldBeEmpty();
    }

    [Fact]
    public void The_check_of_the_schema_bites()
    {
        var path = Path.Combine(SharedData.Folder("untp"), "artefacts", "0.7.0", "ConformityCredential.json");
        var schema = JsonElement.Parse(File.ReadAllText(path));
        var w3c = JsonElement.Parse(Sample.JsonWith("\"3rdParty\"", "\"supreme\""));

        var faults = UntpSchema.Faults(w3c, schema, schema, "$");

        faults.ShouldContain("$.credentialSubject.assessorLevel: enum");
        faults.ShouldContain("$.credentialStatus: type");
    }

    [Fact]
    public void Its_own_members_are_defined_and_redefine_nothing()
    {
        var folder = SharedData.Folder("untp");
        var known = Names(File.ReadAllText(Path.Combine(folder, "artefacts", "0.7.0", "untp-context-0.7.0.jsonld")));
        known.UnionWith(Names(File.ReadAllText(Path.Combine(folder, "artefacts", "vcdm", "credentials-v2.jsonld"))));
        var used = Names(Encoding.UTF8.GetString(LotCredential.Compose(
            Sample.Facts with { Synthetic = true, Replaces = "https://zone.example/credentials/0" }, Sample.Issuer)));

        LotContext.Terms.Intersect(known).ShouldBeEmpty();
        used.Except(known).Except(LotContext.Terms).ShouldBeEmpty();
    }

    [Fact]
    public void Its_context_defines_each_term_and_has_no_vocab()
    {
        var context = JsonElement.Parse(LotContext.Compose("https://zone.example/ctx/1")).GetProperty("@context");

        context.GetProperty("lotNumber").GetString().ShouldBe("https://zone.example/ctx/1#lotNumber");
        context.TryGetProperty("@vocab", out _).ShouldBeFalse();
        context.GetPropertyCount().ShouldBe(LotContext.Terms.Count);
    }

    [Fact]
    public void Numbers_stay_as_they_were_written()
    {
        var json = Encoding.UTF8.GetString(Sample.Credential);

        json.ShouldContain("\"lotNumber\":\"00123\"");
        json.ShouldContain("\"batchNumber\":\"00123\"");
        json.ShouldContain("\"measuredValue\":\"2.10\"");
        json.ShouldContain("\"value\":1.90,\"unit\":\"MMT\"");
        json.ShouldContain("\"statusListIndex\":\"94567\"");
    }

    [Fact]
    public void Maker_exporter_clause_limit_and_laboratory_are_signed()
    {
        var json = Encoding.UTF8.GetString(Sample.Credential);
        foreach (var fact in (string[])["玉环某阀门厂", "玉环某进出口公司", "5.2", "≥ 1.7", "CNAS L0000", "71020", "H-77"])
        {
            json.ShouldContain(fact);
        }
    }

    [Fact]
    public void Made_up_data_say_so_inside_the_signed_content()
    {
        var credential = LotCredential.Compose(Sample.Facts with { Synthetic = true }, Sample.Issuer);
        var jwt = CredentialIssue.AsJwt(credential, Sample.Key);

        CredentialVerifier.Verify(Encoding.UTF8.GetBytes(jwt), Sample.Inputs).Summary!.Synthetic.ShouldBeTrue();
        CredentialVerifier.Verify(Sample.Jwt, Sample.Inputs).Summary!.Synthetic.ShouldBeFalse();
    }

    [Fact]
    public void A_lot_that_was_not_drawn_says_so()
    {
        var facts = Sample.Facts with { Drawn = false, AttestationType = "declaration", Sampling = [] };

        var json = Encoding.UTF8.GetString(LotCredential.Compose(facts, Sample.Issuer));

        json.ShouldContain("\"lotDrawn\":false");
        json.ShouldContain(Texts.OfCore.Say(Language.English, "credentials.lot.statement-not-drawn"));
        Should.Throw<Refused>(() => LotCredential.Compose(Sample.Facts with { Drawn = false }, Sample.Issuer))
            .Code.ShouldBe("not-drawn");
    }

    [Fact]
    public void It_never_says_certification_nor_claims_an_authoritys_mandate()
    {
        Code(Sample.Facts with { AttestationType = "certification" }).ShouldBe("word");
        Code(Sample.Facts with { AssessmentLevel = "authority-mandate" }).ShouldBe("word");
        Code(Sample.Facts with { AssessorLevel = "supreme" }).ShouldBe("word");
        Encoding.UTF8.GetString(Sample.Credential).ShouldNotContain("certif", Case.Insensitive);
    }

    [Fact]
    public void Nothing_assessed_or_a_validity_that_ends_first_is_refused()
    {
        Code(Sample.Facts with { Characteristics = [] }).ShouldBe("nothing-assessed");
        Code(Sample.Facts with { ValidUntil = Sample.Released }).ShouldBe("validity");
    }

    [Fact]
    public void The_same_facts_give_the_same_bytes() => Sample.Credential.ShouldBe(Sample.Credential);

    private static string Code(LotCredentialFacts facts) =>
        Should.Throw<Refused>(() => LotCredential.Compose(facts, Sample.Issuer)).Code;

    private static IEnumerable<string> Missing(JsonElement element, params string[] members) =>
        members.Where(m => !element.TryGetProperty(m, out _));

    private static HashSet<string> Names(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                names.Add(reader.GetString()!);
            }
        }

        return names;
    }
}
