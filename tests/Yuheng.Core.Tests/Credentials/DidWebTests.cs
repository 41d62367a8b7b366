using System.Text;
using Shouldly;
using Yuheng.Core.Credentials;

namespace Yuheng.Core.Tests.Credentials;

public sealed class DidWebTests
{
    [Theory]
    [InlineData("https://zone.example", "did:web:zone.example", "https://zone.example/.well-known/did.json")]
    [InlineData("https://Zone.Example:443/", "did:web:zone.example", "https://zone.example/.well-known/did.json")]
    [InlineData("http://localhost:5080", "did:web:localhost%3A5080", "https://localhost:5080/.well-known/did.json")]
    public void An_origin_has_an_identifier_and_its_document_an_address(string origin, string did, string address)
    {
        DidWeb.Of(origin).ShouldBe(did);
        DidWeb.DocumentAddress(did).ShouldBe(address);
    }

    [Fact]
    public void A_firm_has_a_path_of_its_own()
    {
        DidWeb.Of("https://zone.example", "firm", "0001").ShouldBe("did:web:zone.example:firm:0001");
        DidWeb.DocumentAddress("did:web:zone.example%3A8443:firm:0001")
            .ShouldBe("https://zone.example:8443/firm/0001/did.json");
    }

    [Theory]
    [InlineData("did:key:z6Mk")]
    [InlineData("did:web:")]
    [InlineData("did:web:zone.example/evil")]
    [InlineData("did:web:a@b")]
    public void What_is_no_did_web_has_no_address(string did) => DidWeb.DocumentAddress(did).ShouldBeNull();

    [Fact]
    public void What_is_no_origin_is_refused() =>
        Should.Throw<Refused>(() => DidWeb.Of("zone.example")).Code.ShouldBe("origin");

    [Fact]
    public void A_composed_document_is_read_back_with_its_keys()
    {
        var read = Sample.Document;

        read.Id.ShouldBe(Sample.Did);
        read.AssertionMethods.Select(m => m.Id).ShouldBe([Sample.KeyId, Sample.Did + "#p256"]);
        read.AssertionMethods[0].Key!.ToMultibase().ShouldBe(Sample.Key.PublicKey.ToMultibase());
    }

    [Fact]
    public void Only_keys_for_assertion_under_the_issuers_own_control_count()
    {
        var key = Sample.Key.PublicKey.ToMultibase();
        var json = $$"""
            {"id":"did:web:a","verificationMethod":[
              {"id":"#1","type":"Multikey","controller":"did:web:a","publicKeyMultibase":"{{key}}"},
              {"id":"#2","type":"Multikey","controller":"did:web:a","publicKeyMultibase":"{{key}}"},
              {"id":"#3","type":"Multikey","controller":"did:web:b","publicKeyMultibase":"{{key}}"}],
             "authentication":["#2"],
             "assertionMethod":["#1","did:web:a#3",{"id":"#4","type":"X","controller":"did:web:a"}]}
            """;

        var read = DidDocument.TryParse(Encoding.UTF8.GetBytes(json), KeyAlgorithm.All)!;

        read.AssertionMethods.Select(m => (m.Id, m.Key is not null))
            .ShouldBe([("did:web:a#1", true), ("did:web:a#4", false)]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":"did:web:a"}""")]
    [InlineData("""{"id":"did:web:a","id":"did:web:b","verificationMethod":[]}""")]
    [InlineData("[]")]
    public void What_is_no_document_is_not_read(string json) =>
        DidDocument.TryParse(Encoding.UTF8.GetBytes(json), KeyAlgorithm.All).ShouldBeNull();
}
