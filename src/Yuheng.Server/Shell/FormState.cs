using Yuheng.Core;

namespace Yuheng.Server.Shell;

/// <summary>
/// What the reader typed and why it was refused, for this request: fields read it, so that a page shown again has lost
/// nothing and says beside each field what is expected.
/// </summary>
public sealed class FormState
{
    /// <summary>Hidden field with the form's own key: it makes a form that is sent twice count once.</summary>
    public const string KeyField = "_key";

    /// <summary>Cookie that tells the device which forms have arrived, so that their drafts can be dropped.</summary>
    public const string SentCookie = "sent";

    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);

    /// <summary>Everything that was refused, in the order it was found.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>What was typed into a field of the form that was sent, or null when none was sent.</summary>
    public string? Typed(string field) => _typed.GetValueOrDefault(field);

    /// <summary>Why a field was refused, or null.</summary>
    public Phrase? ErrorOf(string field) => _problems.FirstOrDefault(p => p.Field == field)?.Phrase;

    /// <summary>Whether a form was sent and read.</summary>
    public bool WasSent => _typed.Count > 0;

    /// <summary>Keeps what was typed.</summary>
    public void Keep(string field, string value) => _typed[field] = value;

    /// <summary>
    /// Adds a refusal; the same one twice is kept once (a check may run before and within a command).
    /// </summary>
    public void Refuse(Refused refused)
    {
        var problem = Problem.Of(refused);
        if (!_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Tells the device that the form it sent has arrived.</summary>
    internal void MarkSent(HttpContext http)
    {
        if (Typed(KeyField) is { Length: > 0 and <= 64 } key && key.All(char.IsAsciiLetterOrDigit))
        {
            var hour = new CookieOptions { MaxAge = TimeSpan.FromHours(1), SameSite = SameSiteMode.Lax };
            http.Response.Cookies.Append(SentCookie, key, hour);
        }
    }
}
