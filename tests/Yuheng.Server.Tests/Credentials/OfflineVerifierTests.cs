using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Yuheng.Core.Credentials;

namespace Yuheng.Server.Tests.Credentials;

/// <summary>The one file that a buyer saves, opened from disk in a real browser that has no network.</summary>
public sealed partial class OfflineVerifierTests : IDisposable
{
    private const string WithoutEd25519 = """
        const given = crypto.subtle.importKey.bind(crypto.subtle);
        crypto.subtle.importKey = (form, key, algorithm, ...rest) => algorithm.name === 'Ed25519'
            ? Promise.reject(new DOMException('none', 'NotSupportedError')) : given(form, key, algorithm, ...rest);
        """;

    private readonly OfflineFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_credential_as_issued_is_valid_in_each_form_and_shows_what_it_says()
    {
        var credential = _files.Credential();
        var jwt = CredentialIssue.AsJwt(credential, OfflineFiles.Key);
        string[] forms =
        [
            _files.Jwt(credential, OfflineFiles.Key),
            _files.Write("p256.jwt", Encoding.UTF8.GetBytes(CredentialIssue.AsJwt(credential, OfflineFiles.P256Key))),
            _files.Write("enveloped.json", CredentialIssue.Enveloped(jwt)),
            _files.Write("proof.json", CredentialIssue.WithProof(credential, OfflineFiles.Key, DateTimeOffset.UtcNow)),
            _files.Write(
                "proof256.json", CredentialIssue.WithProof(credential, OfflineFiles.P256Key, DateTimeOffset.UtcNow)),
        ];
        await using var opened = await OpenAsync();

        string[] rest = [_files.Document, _files.List("revocation"), _files.List("suspension")];
        await ChooseAsync(opened.Page, [.. forms, .. rest]);

        (await WordsAsync(opened.Page)).ShouldBe(Enumerable.Repeat(PublicWord.Valid, forms.Length));
        var text = await opened.Page.Locator("#result").InnerTextAsync();
        foreach (var fact in (string[])["00123", "71020", "GB/T 8464-2008", "≥ 1.7", "17: 2.10", "玉环某阀门厂", Fingerprint])
        {
            text.ShouldContain(fact);
        }

        (await opened.Page.Locator(".synthetic").CountAsync()).ShouldBe(forms.Length);
        opened.Requests.ShouldBeEmpty();
        opened.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Altered_expired_revoked_suspended_and_unknown_keys_are_rejected()
    {
        var credential = _files.Credential();
        string[] good = [_files.Document, _files.List("revocation"), _files.List("suspension")];
        var jwt = File.ReadAllBytes(_files.Jwt(credential, OfflineFiles.Key));
        jwt[700] ^= 1;
        await using var opened = await OpenAsync();

        (await WordAsync(opened.Page, [_files.Write("a.jwt", jwt), .. good])).ShouldBeOneOf(
            PublicWord.Forged, PublicWord.NotACredential);
        var proof = Encoding.UTF8.GetString(
            CredentialIssue.WithProof(credential, OfflineFiles.Key, DateTimeOffset.UtcNow));
        var changed = Encoding.UTF8.GetBytes(proof.Replace("\"2.10\"", "\"2.11\"", StringComparison.Ordinal));
        (await WordAsync(opened.Page, [_files.Write("a.json", changed), .. good])).ShouldBe(PublicWord.Forged);
        var old = _files.Credential(DateTimeOffset.UtcNow.AddDays(-1));
        (await WordAsync(opened.Page, [_files.Jwt(old, OfflineFiles.Key), .. good])).ShouldBe(PublicWord.Expired);
        (await WordAsync(opened.Page, [_files.Jwt(credential, OfflineFiles.Stranger), .. good]))
            .ShouldBe(PublicWord.KeyUnknown);

        var lot = _files.Jwt(credential, OfflineFiles.Key);
        good[1] = _files.List("revocation", set: true);
        (await WordAsync(opened.Page, [lot, .. good])).ShouldBe(PublicWord.Revoked);
        good[1] = _files.List("revocation");
        good[2] = _files.List("suspension", set: true);
        (await WordAsync(opened.Page, [lot, .. good])).ShouldBe(PublicWord.Suspended);
        opened.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_missing_stale_or_not_the_issuers_cannot_be_told()
    {
        var lot = _files.Jwt(_files.Credential(), OfflineFiles.Key);
        var suspension = _files.List("suspension");
        await using var opened = await OpenAsync();

        (await WordAsync(opened.Page, [lot])).ShouldBe(PublicWord.CannotTell);
        (await WordAsync(opened.Page, [lot, _files.Document, suspension])).ShouldBe(PublicWord.CannotTell);
        (await WordAsync(opened.Page, [lot, _files.Document, suspension, _files.List("revocation", days: -1)]))
            .ShouldBe(PublicWord.CannotTell);
        var forged = _files.List("revocation", key: OfflineFiles.Stranger);
        (await WordAsync(opened.Page, [lot, _files.Document, suspension, forged])).ShouldBe(PublicWord.CannotTell);
    }

    [Fact]
    public async Task A_browser_without_Ed25519_verifies_in_plain_arithmetic()
    {
        string[] rest = [_files.Document, _files.List("revocation"), _files.List("suspension")];
        await using var opened = await OpenAsync(WithoutEd25519);

        (await WordAsync(opened.Page, [_files.Jwt(_files.Credential(), OfflineFiles.Key), .. rest]))
            .ShouldBe(PublicWord.Valid);
        using var impostor = new Ed25519SigningKey(OfflineFiles.Key.KeyId, new byte[32]);
        (await WordAsync(opened.Page, [_files.Jwt(_files.Credential(), impostor), .. rest]))
            .ShouldBe(PublicWord.Forged);
    }

    [Fact]
    public async Task Both_languages_are_whole()
    {
        await using var opened = await OpenAsync();
        await ChooseAsync(opened.Page, [_files.Jwt(_files.Credential(), OfflineFiles.Key), _files.Document]);
        var first = await opened.Page.Locator("body").InnerTextAsync();

        await opened.Page.ClickAsync("#language");
        var second = await opened.Page.Locator("body").InnerTextAsync();

        (first.Contains("暂无法核验（不等于无效）", StringComparison.Ordinal)
            ^ second.Contains("暂无法核验（不等于无效）", StringComparison.Ordinal)).ShouldBeTrue();
        (first + second).ShouldNotContain("page.");
        (first + second).ShouldNotContain("credentials.");
    }

    [Fact]
    public async Task On_a_phone_nothing_runs_off_the_side()
    {
        await using var opened = await OpenAsync();
        await opened.Page.SetViewportSizeAsync(360, 640);
        await ChooseAsync(opened.Page, [_files.Jwt(_files.Credential(), OfflineFiles.Key), _files.Document]);

        (await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(360);
    }

    [Fact]
    public void Its_policy_admits_its_own_script_and_style_and_nothing_else()
    {
        var html = File.ReadAllText(FilePath);
        var policy = PolicyPattern().Match(html).Groups[1].Value;

        policy.ShouldBe(
            $"default-src 'none'; script-src {Hash(html, "script")}; style-src {Hash(html, "style")}; "
            + "base-uri 'none'; form-action 'none'");
        html.ShouldNotContain(" src=");
        html.ShouldNotContain("innerHTML");
    }

    [Fact]
    public void Its_words_are_those_of_the_command_line()
    {
        var html = File.ReadAllText(FilePath);
        var texts = JsonElement.Parse(TextsPattern().Match(html).Groups[1].Value);
        var shared = texts.EnumerateObject().Where(t => t.Name.StartsWith("credentials.", StringComparison.Ordinal));

        foreach (var text in shared)
        {
            text.Value.GetProperty("zh").GetString().ShouldBe(Core.Texts.OfCore.Say(Core.Language.Chinese, text.Name));
            text.Value.GetProperty("en").GetString().ShouldBe(Core.Texts.OfCore.Say(Core.Language.English, text.Name));
        }

        shared.Count().ShouldBe(Core.Texts.OfCore.Keys.Count(k => SharedPattern().IsMatch(k)));
    }

    private static string Fingerprint => OfflineFiles.Key.PublicKey.Fingerprint();

    private static string FilePath =>
        Path.Combine(Root, "src", "Yuheng.Server", "wwwroot", "verify", "yuheng-verify.html");

    private static string Root
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(at!.FullName, "Yuheng.slnx")))
            {
                at = at.Parent;
            }

            return at.FullName;
        }
    }

    private static string Hash(string html, string element)
    {
        var start = html.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
        var content = html[start..html.IndexOf($"</{element}>", start, StringComparison.Ordinal)];
        return $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";
    }

    private static async Task<Opened> OpenAsync(string? script = null)
    {
        var browser = await Browser.GetAsync();
        var context = await browser.NewContextAsync(new() { Offline = true });
        var page = await context.NewPageAsync();
        var opened = new Opened(context, page);
        page.Request += (_, request) => opened.Note(request.Url);
        page.Console += (_, message) => opened.Complain(message.Type, message.Text);
        page.PageError += (_, error) => opened.Complain("error", error);
        if (script is not null)
        {
            await page.AddInitScriptAsync(script);
        }

        await page.GotoAsync(new Uri(FilePath).AbsoluteUri);
        return opened;
    }

    private static async Task<string> WordAsync(IPage page, string[] files)
    {
        await page.ClickAsync("#clear");
        await ChooseAsync(page, files);
        return (await WordsAsync(page)).ShouldHaveSingleItem();
    }

    private static async Task ChooseAsync(IPage page, string[] files)
    {
        await page.SetInputFilesAsync("#files", files);
        await page.WaitForFunctionAsync(
            "n => document.querySelectorAll('#list li').length === n && document.querySelector('[data-verdict]')",
            files.Length);
    }

    private static async Task<string[]> WordsAsync(IPage page) => await page.EvaluateAsync<string[]>(
        "() => Array.from(document.querySelectorAll('[data-word]'), v => v.dataset.word)");

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex PolicyPattern();

    [GeneratedRegex("<script type=\"application/json\" id=\"texts\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex TextsPattern();

    [GeneratedRegex(@"^credentials\.(word|check|result|verdict|signature|key|validity|status|shape|synthetic)(\.|$)")]
    private static partial Regex SharedPattern();

    private sealed class Opened(IBrowserContext context, IPage page) : IAsyncDisposable
    {
        public IPage Page => page;

        public List<string> Requests { get; } = [];

        public List<string> Complaints { get; } = [];

        public void Note(string address)
        {
            if (!address.StartsWith("file:", StringComparison.Ordinal))
            {
                Requests.Add(address);
            }
        }

        public void Complain(string kind, string text)
        {
            if (kind is "error" or "warning")
            {
                Complaints.Add(text);
            }
        }

        public ValueTask DisposeAsync() => new(context.CloseAsync());
    }
}
