using System.Text;
using System.Text.Json;
using Yuheng.Core;
using Yuheng.Core.Credentials;

namespace Yuheng.Cli.Verify;

/// <summary><c>yuheng verify FILE…</c>: credentials checked offline, from the files given.</summary>
public static class VerifyCommand
{
    private static readonly JsonWriterOptions Lines =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs the verb.</summary>
    /// <returns>0 valid, 1 not valid, 2 cannot tell, 64 wrong usage; of several files the worst.</returns>
    public static int Run(CommandCall call)
    {
        if (VerifyArguments.TryRead(call.Arguments, TimeProvider.System) is not { } arguments)
        {
            call.Error.WriteLine(Texts.OfCore.Say(Language.English, "credentials.cli.usage"));
            return Commands.WrongUsage;
        }

        var files = new VerifyFiles(arguments.Language, call.Error);
        try
        {
            var credentials = files.Credentials(arguments.Files);
            var inputs = files.Inputs(arguments);
            return Answer(
                call, arguments, [.. credentials.Select(c => (c.Path, CredentialVerifier.Verify(c.Bytes, inputs)))]);
        }
        catch (Refused refused)
        {
            call.Error.WriteLine(Texts.OfCore.Say(arguments.Language, refused.Phrase));
            return Commands.WrongUsage;
        }
    }

    private static int Answer(
        CommandCall call, VerifyArguments arguments, IReadOnlyList<(string Path, VerificationReport Report)> answers)
    {
        foreach (var (path, report) in answers)
        {
            var lines = arguments.Json
                ? AsJson(path, report, arguments.Language)
                : AsText(answers.Count > 1 ? path : null, report, arguments.Language);
            call.Output.Write(lines);
        }

        call.Output.Flush();
        return answers.Max(a => Rank(a.Report.Verdict)) switch
        {
            2 => 1,
            1 => 2,
            _ => 0,
        };
    }

    // Not valid is worse than cannot tell, although its exit code is smaller.
    private static int Rank(CredentialVerdict verdict) => verdict switch
    {
        CredentialVerdict.NotValid => 2,
        CredentialVerdict.CannotTell => 1,
        _ => 0,
    };

    private static byte[] AsText(string? path, VerificationReport report, Language language)
    {
        string Say(Phrase phrase) => Texts.OfCore.Say(language, phrase);
        var text = new StringBuilder();
        if (path is not null)
        {
            text.Append(path).Append('\n');
        }

        foreach (var check in report.Checks)
        {
            text.Append(Say(Phrase.Of("credentials.check." + VerifyWords.Of(check.Kind)))).Append(": ")
                .Append(Say(Phrase.Of("credentials.result." + VerifyWords.Of(check.Result)))).Append(" - ")
                .Append(Say(check.Reason)).Append('\n');
        }

        if (report.Summary is { Synthetic: true })
        {
            text.Append(Say(Phrase.Of("credentials.synthetic"))).Append('\n');
        }

        text.Append(Say(Phrase.Of("credentials.verdict." + VerifyWords.Of(report.Verdict)))).Append(": ")
            .Append(Say(report.Word)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] AsJson(string path, VerificationReport report, Language language)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Lines))
        {
            json.WriteStartObject();
            json.WriteString("file", path);
            json.WriteString("verdict", VerifyWords.Of(report.Verdict));
            WritePhrase(json, "word", report.Word, language);
            json.WriteStartArray("checks");
            foreach (var check in report.Checks)
            {
                json.WriteStartObject();
                json.WriteString("check", VerifyWords.Of(check.Kind));
                json.WriteString("result", VerifyWords.Of(check.Result));
                WritePhrase(json, "reason", check.Reason, language);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (report.Summary is { } summary)
            {
                WriteSummary(json, summary);
            }

            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }

    private static void WritePhrase(Utf8JsonWriter json, string member, Phrase phrase, Language language)
    {
        json.WriteStartObject(member);
        json.WriteString("code", phrase.Code);
        json.WriteString("text", Texts.OfCore.Say(language, phrase));
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, CredentialSummary summary)
    {
        json.WriteStartObject("credential");
        json.WriteString("id", summary.Id);
        json.WriteString("name", summary.Name);
        json.WriteString("issuer", summary.Issuer);
        json.WriteString("issuerName", summary.IssuerName);
        WriteInstant(json, "validFrom", summary.ValidFrom);
        WriteInstant(json, "validUntil", summary.ValidUntil);
        json.WriteBoolean("synthetic", summary.Synthetic);
        json.WriteEndObject();
    }

    private static void WriteInstant(Utf8JsonWriter json, string member, DateTimeOffset? at)
    {
        if (at is { } instant)
        {
            json.WriteString(member, instant);
        }
    }
}
