using System.Text;
using System.Text.Json;
using Shouldly;
using Yuheng.Cli;
using Yuheng.Core.Credentials;
using Yuheng.Core.Tests.Credentials;

namespace Yuheng.Core.Tests.Cli;

public sealed class VerifyTests : IDisposable
{
    private const string At = "2026-03-10T12:00:00Z";

    private readonly string _folder = Directory.CreateTempSubdirectory("yuheng-verify").FullName;

    public VerifyTests()
    {
        Write("lot.jwt", Sample.Jwt);
        Write(
            "did/did.json",
            DidDocument.Compose(Sample.Did, [Sample.Method(Sample.Key), Sample.Method(Sample.P256Key)]));
        Write("status/revocation.jwt", Sample.ListJwt(Sample.Publication("revocation"), Sample.Key));
        Write("status/suspension.jwt", Sample.ListJwt(Sample.Publication("suspension"), Sample.Key));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_valid_credential_gives_a_line_a_check_then_the_verdict_and_exit_0()
    {
        var (code, output, _) = Run(
            Path("lot.jwt"), "--did", Path("did/did.json"), "--status", Path("status"), "--at", At);

        code.ShouldBe(0);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(':')[0]).ShouldBe(
            ["signature", "key belongs to issuer", "validity", "status", "shape", "VALID"]);
    }

    [Theory]
    [InlineData("2026-02-01T00:00:00Z")]
    [InlineData("2029-01-01T00:00:00+08:00")]
    [InlineData("2029-01-01")]
    public void Not_yet_valid_and_expired_exit_1(string at) =>
        Run(Path("lot.jwt"), "--did", Path("did"), "--status", Path("status"), "--at", at).Code.ShouldBe(1);

    [Fact]
    public void Altered_revoked_suspended_and_signed_by_an_unknown_key_exit_1()
    {
        var altered = Sample.Jwt;
        altered[500] ^= 1;
        Write("altered.jwt", altered);
        using var stranger = new Ed25519SigningKey(Sample.Did + "#other", Sample.Seed(9));
        Write("stranger.jwt", Encoding.UTF8.GetBytes(CredentialIssue.AsJwt(Sample.Credential, stranger)));
        foreach (var purpose in (string[])["revocation", "suspension"])
        {
            var list = Sample.ListJwt(Sample.Publication(purpose), Sample.Key, b => b[Sample.Index] = true);
            Write(purpose + "/a.jwt", list);
        }

        Verify("altered.jwt", Path("status")).ShouldBe(1);
        Verify("stranger.jwt", Path("status")).ShouldBe(1);
        Verify("lot.jwt", Path("revocation"), Path("status/suspension.jwt")).ShouldBe(1);
        Verify("lot.jwt", Path("suspension"), Path("status/revocation.jwt")).ShouldBe(1);
    }

    [Fact]
    public void Without_document_or_list_or_with_a_stale_list_exit_2()
    {
        Run(Path("lot.jwt"), "--status", Path("status"), "--at", At).Code.ShouldBe(2);
        Run(Path("lot.jwt"), "--did", Path("did"), "--at", At).Code.ShouldBe(2);
        Run(Path("lot.jwt"), "--did", Path("did"), "--status", Path("status"), "--at", "2026-03-20T00:00:00Z")
            .Code.ShouldBe(2);
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    [InlineData("no-such-file.jwt")]
    [InlineData("x.jwt", "--at", "yesterday")]
    [InlineData("x.jwt", "--at")]
    [InlineData("x.jwt", "--lang", "fr")]
    [InlineData("x.jwt", "--loudly")]
    public void Wrong_usage_exits_64_and_says_something(params string[] arguments)
    {
        var (code, output, error) = Run(arguments);

        code.ShouldBe(64);
        output.ShouldBeEmpty();
        error.ShouldNotBeEmpty();
    }

    [Fact]
    public void Of_several_files_the_worst_counts_and_each_is_named()
    {
        Write("many/1.jwt", Sample.Jwt);
        Write("many/2.jwt", "nonsense"u8.ToArray());
        Write("many/did.json", DidDocument.Compose(Sample.Did, [Sample.Method(Sample.Key)]));

        var (code, output, _) = Run(Path("many"), "--did", Path("did"), "--at", At);

        code.ShouldBe(1);
        output.ShouldContain(Path("many/1.jwt"));
        output.ShouldContain(Path("many/2.jwt"));
        output.ShouldNotContain(Path("many/did.json"));
        Run(Path("lot.jwt"), Path("many/1.jwt"), "--did", Path("did"), "--at", At).Code.ShouldBe(2);
    }

    [Fact]
    public void For_programs_there_is_one_object_a_line()
    {
        var (code, output, _) = Run(
            Path("lot.jwt"), "--json", "--did", Path("did"), "--status", Path("status"), "--at", At);
        var answer = JsonElement.Parse(output);

        code.ShouldBe(0);
        answer.GetProperty("verdict").GetString().ShouldBe("valid");
        answer.GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("result").GetString())
            .ShouldBe(["ok", "ok", "ok", "ok", "ok"]);
        answer.GetProperty("credential").GetProperty("id").GetString().ShouldBe(Sample.Facts.Id);
    }

    [Fact]
    public void Chinese_is_in_the_words_of_the_public_check()
    {
        var output = Run(
            Path("lot.jwt"), "--lang", "zh", "--did", Path("did"), "--status", Path("status"), "--at", At).Output;

        output.ShouldContain("凭证有效（签名核验一致、在有效期内、未撤销）");
    }

    private int Verify(string file, params string[] statuses) =>
        Run([Path(file), "--did", Path("did"), "--status", .. statuses, "--at", At]).Code;

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new MemoryStream();
        var error = new StringWriter();
        var code = Commands.Run(["verify", .. arguments], Stream.Null, output, error);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private string Path(string name) => System.IO.Path.Combine(_folder, name);

    private void Write(string name, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllBytes(Path(name), content);
    }
}
