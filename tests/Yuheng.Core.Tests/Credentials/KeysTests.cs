using System.Text.Json;
using Shouldly;
using Yuheng.Core.Credentials;

namespace Yuheng.Core.Tests.Credentials;

public sealed class KeysTests
{
    // VC-DI-EDDSA and VC-DI-ECDSA test vectors.
    private const string Ed25519 = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    private const string P256 = "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP";

    [Theory]
    [InlineData(Ed25519, "EdDSA")]
    [InlineData(P256, "ES256")]
    public void A_multikey_names_its_algorithm_and_comes_back(string text, string algorithm)
    {
        var key = PublicKey.FromMultibase(text, KeyAlgorithm.All)!;

        key.Algorithm.JoseName.ShouldBe(algorithm);
        key.ToMultibase().ShouldBe(text);
    }

    [Fact]
    public void The_published_secret_keys_give_the_published_public_keys()
    {
        // Multikey of a secret: two bytes of prefix, then 32 bytes.
        Multibase.TryDecode("z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq", out var first);
        Multibase.TryDecode("z42twTcNeSYcnqg1FLuSFs2bsGH3ZqbRHFmvS9XMsYhjxvHN", out var second);

        new Ed25519SigningKey("#1", first.AsSpan(2)).PublicKey.ToMultibase().ShouldBe(Ed25519);
        new P256SigningKey("#2", second.AsSpan(2)).PublicKey.ToMultibase().ShouldBe(P256);
    }

    [Fact]
    public void A_signature_holds_for_its_bytes_and_key_only()
    {
        foreach (var key in new[] { Sample.Key, Sample.P256Key })
        {
            var signature = key.Sign("lot"u8);

            key.PublicKey.Verifies("lot"u8, signature).ShouldBeTrue();
            key.PublicKey.Verifies("lots"u8, signature).ShouldBeFalse();
            key.PublicKey.Verifies("lot"u8, signature.AsSpan(1)).ShouldBeFalse();
            Sample.OtherKey.PublicKey.Verifies("lot"u8, signature).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("""{"kty":"OKP","crv":"X25519","x":"NvUhsjZe7Mdv8Esoc60o3ma1U5j2tFUTDsOQd39xMnI"}""")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"NvUh"}""")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","alg":"ES256","x":"NvUhsjZe7Mdv8Esoc60o3ma1U5j2tFUTDsOQd39xMnI"}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"WfTi93YuhsQxKbD0ftnjOXJndqhnJ5kgDV-ZDGyrhBQ"}""")]
    public void A_key_of_another_kind_or_length_is_not_read(string jwk) =>
        PublicKey.FromJwk(JsonElement.Parse(jwk), KeyAlgorithm.All).ShouldBeNull();

    [Fact]
    public void A_point_that_is_not_on_the_curve_verifies_nothing()
    {
        // x = 5 has no y on P-256.
        var outside = new PublicKey(KeyAlgorithm.P256, [2, .. new byte[31], 5]);

        outside.Verifies("lot"u8, Sample.P256Key.Sign("lot"u8)).ShouldBeFalse();
    }

    [Fact]
    public void A_seed_of_another_length_is_refused()
    {
        Should.Throw<Refused>(() => new Ed25519SigningKey("#1", new byte[31])).Code.ShouldBe("key-length");
        Should.Throw<Refused>(() => new P256SigningKey("#1", new byte[33])).Code.ShouldBe("key-length");
    }

    [Fact]
    public void A_national_algorithm_fits_the_seam()
    {
        var national = new KeyAlgorithm(
            "X-NATIONAL", "X", "x-1", new byte[] { 0xff, 0x7f }, 4, "x-jcs-1",
            (_, data, given) => given.SequenceEqual(data));
        var key = new PublicKey(national, [1, 2, 3, 4]);

        var read = PublicKey.FromMultibase(key.ToMultibase(), [.. KeyAlgorithm.All, national])!;

        read.Algorithm.ShouldBe(national);
        read.Verifies("a"u8, "a"u8).ShouldBeTrue();
        PublicKey.FromMultibase(key.ToMultibase(), KeyAlgorithm.All).ShouldBeNull();
    }
}
