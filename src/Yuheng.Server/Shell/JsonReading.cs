using System.Text.Json;

namespace Yuheng.Server.Shell;

/// <summary>
/// Reading a JSON body where a handler does it itself (idempotency needs the raw bytes first, for one).
/// </summary>
public static class JsonReading
{
    /// <summary>The body as a value, as strict as everywhere; what is unreadable is refused with its place.</summary>
    /// <exception cref="BadHttpRequestException">The body is no JSON (415), broken, or not what is expected
    /// (400).</exception>
    public static async Task<TValue> Json<TValue>(this HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException("no JSON", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return await http.Request.ReadFromJsonAsync<TValue>(http.RequestAborted)
                ?? throw new BadHttpRequestException("null");
        }
        catch (JsonException unread)
        {
            throw new BadHttpRequestException(unread.Message, unread);
        }
    }
}
