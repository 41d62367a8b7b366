using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Shouldly;

namespace Yuheng.Server.Tests.Shell;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("{\"number\":", "unreadable-json")]
    [InlineData("", "unreadable-request")]
    [InlineData("null", "unreadable-request")]
    [InlineData("{}", "unreadable-json")]
    [InlineData("{\"number\":\"a\",\"pieces\":\"7\"}", "unreadable-json")]
    [InlineData("{\"number\":\"a\",\"pieces\":7,\"more\":1}", "unreadable-json")]
    [InlineData("{\"number\":\"a\",\"number\":\"b\",\"pieces\":7}", "unreadable-json")]
    [InlineData("{\"number\":null,\"pieces\":7}", "unreadable-json")]
    public async Task Unreadable_JSON_is_an_explained_400(string body, string code)
    {
        await using var host = await ShellHost.Start();

        var answer =
            await host.Client().PostAsync("/api/probe", new StringContent(body, Encoding.UTF8, "application/json"));

        await ShouldBeProblem(answer, HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("{\"number\":", "unreadable-json")]
    [InlineData("{\"number\":\"a\",\"pieces\":7,\"more\":1}", "unreadable-json")]
    [InlineData("null", "unreadable-request")]
    public async Task JSON_that_a_handler_reads_itself_is_explained_too(string body, string code)
    {
        await using var host = await ShellHost.Start();

        var answer = await host.Client()
            .PostAsync("/api/own-json", new StringContent(body, Encoding.UTF8, "application/json"));

        await ShouldBeProblem(answer, HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Good_JSON_is_taken()
    {
        await using var host = await ShellHost.Start();

        var answer = await host.Client().PostAsJsonAsync("/api/probe", new { number = "00123", pieces = 7.50m });

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("{\"number\":\"00123\",\"pieces\":7.50}");
    }

    [Fact]
    public async Task A_wrong_content_type_is_an_explained_415()
    {
        await using var host = await ShellHost.Start();
        using var request =
            new HttpRequestMessage(HttpMethod.Post, "/api/probe") { Content = new StringContent("a=1") };
        request.Headers.Add("Authorization", "Bearer key");

        await ShouldBeProblem(await host.Client().SendAsync(request), HttpStatusCode.UnsupportedMediaType, "http-415");
    }

    [Theory]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound, "http-404")]
    [InlineData("DELETE", "/api/refused", HttpStatusCode.MethodNotAllowed, "http-405")]
    [InlineData("GET", "/api/bug", HttpStatusCode.InternalServerError, "http-500")]
    [InlineData("GET", "/api/untold", HttpStatusCode.BadRequest, "such-text")]
    [InlineData("GET", "/api/staff", HttpStatusCode.Unauthorized, "sign-in-needed")]
    public async Task Programs_read_problem_documents(string method, string path, HttpStatusCode status, string code)
    {
        await using var host = await ShellHost.Start();

        await ShouldBeProblem(
            await host.Client().SendAsync(new HttpRequestMessage(new HttpMethod(method), path)),
            status,
            code);
    }

    [Fact]
    public async Task A_refusal_names_its_field_in_the_language_asked_for()
    {
        await using var host = await ShellHost.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/refused");
        request.Headers.Add("Cookie", "lang=zh");

        var problem =
            await ShouldBeProblem(await host.Client().SendAsync(request), HttpStatusCode.BadRequest, "field-empty");

        problem.GetProperty("field").GetString().ShouldBe("number");
        problem.GetProperty("message").GetString().ShouldBe("\u6b64\u9879\u5fc5\u987b\u586b\u5199\u3002");
    }

    [Theory]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/bug", HttpStatusCode.InternalServerError)]
    public async Task People_read_a_page(string path, HttpStatusCode status)
    {
        await using var host = await ShellHost.Start();

        var answer = await host.Client().GetAsync(path);

        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("<h1>");
        page.ShouldNotContain("secret of the house");
    }

    [Fact]
    public async Task A_multipart_form_that_is_cut_off_is_an_explained_400()
    {
        await using var host = await ShellHost.Start();
        var cut = new ByteArrayContent(
            "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.csv\"\r\n\r\n1,2"u8.ToArray());
        cut.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");

        var answer = await host.Client().PostAsync("/api/upload", cut);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Read(answer)).GetProperty("code").GetString()!.ShouldStartWith("form-");
    }

    [Fact]
    public async Task A_body_over_12_MB_is_an_explained_413()
    {
        await using var host = await ShellHost.Start();
        var file =
            new MultipartFormDataContent { { new ByteArrayContent(new byte[13 * 1024 * 1024]), "f", "photo.jpg" } };

        var problem = await ShouldBeProblem(
            await host.Client().PostAsync("/api/upload", file), HttpStatusCode.RequestEntityTooLarge, "body-too-large");

        problem.GetProperty("message").GetString()!.ShouldContain("12 MB");
    }

    private static async Task<JsonElement> ShouldBeProblem(
        HttpResponseMessage answer,
        HttpStatusCode status,
        string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await Read(answer);
        problem.GetProperty("code").GetString().ShouldBe(code, text);
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("traceId").GetString()!.Length.ShouldBeGreaterThan(8);
        problem.GetProperty("title").GetString()!.ShouldNotBeEmpty();
        problem.GetProperty("detail").GetString()!.ShouldNotBeEmpty();
        return problem;
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
