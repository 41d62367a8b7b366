using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Yuheng.Core;

namespace Yuheng.Server.Shell;

/// <summary>
/// The one place where refusals, unreadable requests, unknown addresses and bugs become an answer: a problem document
/// for programs, a page for people, never an empty body.
/// </summary>
internal sealed class Faults(RequestDelegate next, Texts texts, ILogger<Faults> log)
{
    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public async Task Invoke(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null or 0 })
            {
                await Answer(http, Problem.Of(http.Response.StatusCode));
            }
        }
        catch (Refused refused) when (!http.Response.HasStarted)
        {
            await Answer(http, Problem.Of(refused));
        }
        catch (BadHttpRequestException unread) when (!http.Response.HasStarted)
        {
            await Answer(http, Problem.Of(unread));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; nobody reads an answer and nothing is wrong here.
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception bug) when (!http.Response.HasStarted)
        {
            // The edge: a bug is logged once, with the trace id that the reader sees.
            log.LogError(
                bug,
                "Unhandled in {Method} {Path}, trace {Trace}",
                http.Request.Method,
                http.Request.Path,
                Trace(http));
            await Answer(http, Problem.Of(StatusCodes.Status500InternalServerError));
        }
    }

    /// <summary>The id under which logs know this request.</summary>
    public static string Trace(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    private async Task Answer(HttpContext http, Problem problem)
    {
        var keep =
            KeptHeaders.Select(h => (Name: h, Value: http.Response.Headers[h])).Where(h => h.Value.Count > 0).ToArray();
        http.Response.Clear();
        foreach (var (name, value) in keep)
        {
            http.Response.Headers[name] = value;
        }

        http.Response.StatusCode = problem.Status;
        http.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        await (http.IsForPrograms() ? WriteDocument(http, problem) : WritePage(http, problem));
    }

    /// <summary>Headers that belong to the answer whatever its body says.</summary>
    private static readonly string[] KeptHeaders = ["Allow", "Retry-After", "WWW-Authenticate", "Set-Cookie"];

    private static Task WritePage(HttpContext http, Problem problem)
    {
        var state = http.RequestServices.GetRequiredService<FormState>();
        var phrases = state.Problems.Count > 1 ? state.Problems.Select(p => p.Phrase).ToArray() : [problem.Phrase];
        return Page.Show<FaultPage>(new Fault(problem.Status, problem.Code, phrases, Trace(http))).ExecuteAsync(http);
    }

    private async Task WriteDocument(HttpContext http, Problem problem)
    {
        var language = http.Language();
        http.Response.ContentType = "application/problem+json; charset=utf-8";
        http.Response.Headers.ContentLanguage = language == Language.Chinese ? "zh-CN" : "en";
        using var body = new MemoryStream();
        await using (var json = new Utf8JsonWriter(body, Readable))
        {
            json.WriteStartObject();
            json.WriteString("type", "urn:yuheng:problem:" + problem.Code);
            json.WriteString("title", texts.Say(language, "shell.fault.title." + Title(problem.Status)));
            json.WriteNumber("status", problem.Status);
            json.WriteString("detail", Sentence(language, problem.Phrase));
            json.WriteString("instance", http.Request.Path.Value);
            WriteMembers(json, language, problem);
            json.WriteString("traceId", Trace(http));
            WriteErrors(json, language, http.RequestServices.GetRequiredService<FormState>().Problems);
            json.WriteEndObject();
        }

        body.Position = 0;
        await body.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private void WriteMembers(Utf8JsonWriter json, Language language, Problem problem)
    {
        json.WriteString("code", problem.Code);
        json.WriteString("message", Sentence(language, problem.Phrase));
        if (problem.Field is not null)
        {
            json.WriteString("field", problem.Field);
        }
    }

    private void WriteErrors(Utf8JsonWriter json, Language language, IReadOnlyList<Problem> problems)
    {
        if (problems.Count < 2)
        {
            return;
        }

        json.WriteStartArray("errors");
        foreach (var one in problems)
        {
            json.WriteStartObject();
            WriteMembers(json, language, one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A missing text is a bug, but not one that may hide why a request was refused.</summary>
    private string Sentence(Language language, Phrase phrase)
    {
        if (texts.Has(phrase.Code))
        {
            return texts.Say(language, phrase);
        }

        log.LogError("No text for {Code}", phrase.Code);
        return phrase.Code + (phrase.Args.Count == 0 ? "" : ": " + string.Join(", ", phrase.Args));
    }

    /// <summary>The group of a status that has a title.</summary>
    internal static string Title(int status) => status switch
    {
        401 or 403 or 404 or 409 or 413 or 415 or 429 => status.ToString(CultureInfo.InvariantCulture),
        >= 500 => "500",
        _ => "400",
    };
}
