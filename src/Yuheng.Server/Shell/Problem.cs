using System.Globalization;
using System.Text.Json;
using Yuheng.Core;

namespace Yuheng.Server.Shell;

/// <summary>Why a request was not done, before it is written as a problem document (RFC 9457) or as a page.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">What a program may test for.</param>
/// <param name="Phrase">What was understood and what is expected, in any language.</param>
/// <param name="Field">The input member or form field concerned.</param>
public sealed record Problem(int Status, string Code, Phrase Phrase, string? Field = null)
{
    /// <summary>Endings of refusal codes that are not plain bad input, and the status each stands for.</summary>
    private static readonly (string Ending, int Status)[] Statuses =
    [
        ("sign-in-needed", StatusCodes.Status401Unauthorized),
        ("forbidden", StatusCodes.Status403Forbidden),
        ("not-found", StatusCodes.Status404NotFound),
        ("conflict", StatusCodes.Status409Conflict),
        ("too-large", StatusCodes.Status413PayloadTooLarge),
        ("media-type", StatusCodes.Status415UnsupportedMediaType),
        ("too-many", StatusCodes.Status429TooManyRequests),
        ("unavailable", StatusCodes.Status503ServiceUnavailable),
        ("storage-full", StatusCodes.Status507InsufficientStorage),
    ];

    /// <summary>The problem of a refusal; bad input (400) unless the code's ending says otherwise.</summary>
    public static Problem Of(Refused refused)
    {
        var known = Statuses.FirstOrDefault(s => refused.Code.EndsWith(s.Ending, StringComparison.Ordinal)).Status;
        return new Problem(
            known == 0 ? StatusCodes.Status400BadRequest : known,
            refused.Code,
            refused.Phrase,
            refused.Field);
    }

    /// <summary>The problem of a status alone (unknown address, wrong method).</summary>
    public static Problem Of(int status)
    {
        var text = status.ToString(CultureInfo.InvariantCulture);
        return new Problem(
            status,
            $"http-{text}",
            Phrase.Of("shell.fault." + (Explained.Contains(status) ? text : "400")));
    }

    /// <summary>
    /// The problem of a request that could not be read (broken JSON, cut multipart, missing parameter).
    /// </summary>
    public static Problem Of(BadHttpRequestException unread)
    {
        if (unread.StatusCode != StatusCodes.Status400BadRequest)
        {
            return Of(unread.StatusCode);
        }

        return unread.InnerException is JsonException json ? OfJson(json)
            : new Problem(unread.StatusCode, "unreadable-request", Phrase.Of("shell.fault.unreadable", unread.Message));
    }

    /// <summary>The problem of JSON that is broken or holds what is not expected, with the place.</summary>
    public static Problem OfJson(JsonException json)
    {
        var line = ((json.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
        var column = ((json.BytePositionInLine ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
        var path = json.Path is null or "" ? "$" : json.Path;
        var phrase = Phrase.Of("shell.fault.json", path, line, column);
        return new Problem(StatusCodes.Status400BadRequest, "unreadable-json", phrase, path == "$" ? null : path);
    }

    /// <summary>Statuses with a sentence of their own; others of the 4xx kind share the one of 400.</summary>
    private static readonly int[] Explained = [400, 401, 403, 404, 405, 408, 413, 415, 429, 500, 503];
}
