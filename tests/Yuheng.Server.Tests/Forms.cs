using System.Text.RegularExpressions;

namespace Yuheng.Server.Tests;

/// <summary>
/// Sends forms as a browser would: with the token of a page read before. Sign-in keeps its cookies by hand.
/// </summary>
public static partial class Forms
{
    /// <summary>Posts a form; the token comes from the page at <paramref name="path"/>, or the start page.</summary>
    public static async Task<HttpResponseMessage> Post(
        HttpClient client,
        string path,
        IReadOnlyList<(string Name, string Value)> fields,
        string? page = null
    )
    {
        var shown = await client.GetAsync(page ?? path);
        if (shown.StatusCode == System.Net.HttpStatusCode.MethodNotAllowed)
        {
            shown = await client.GetAsync("/");
        }

        var html = await shown.Content.ReadAsStringAsync();
        var token = Token().Match(html).Groups[1].Value;
        var form = fields
            .Select(f => KeyValuePair.Create(f.Name, f.Value))
            .Append(KeyValuePair.Create("__RequestVerificationToken", token));
        return await client.PostAsync(path, new FormUrlEncodedContent(form));
    }

    /// <summary>Posts a form with files; the token comes from the page itself.</summary>
    public static async Task<HttpResponseMessage> Send(HttpClient client, string path, MultipartFormDataContent form)
    {
        var html = await (await client.GetAsync(path)).Content.ReadAsStringAsync();
        form.Add(new StringContent(Token().Match(html).Groups[1].Value), "__RequestVerificationToken");
        return await client.PostAsync(path, form);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
