using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;
using Yuheng.Core;

namespace Yuheng.Server.Shell;

/// <summary>
/// A sent form, read field by field. A reader that does not understand a field notes why and returns null; the slice
/// reads all fields, then calls <see cref="Check"/>, so that the reader of the page learns everything at once.
/// </summary>
public sealed class FormInput
{
    /// <summary>Longest text of a field that does not say otherwise: a name, a number, an address.</summary>
    public const int LongestText = 200;

    /// <summary>A date typed with another separator is understood and shown back as understood.</summary>
    private static readonly string[] DatePatterns = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd"];

    private readonly IFormCollection _form;
    private readonly FormState _state;

    internal FormInput(IFormCollection form, FormState state)
    {
        _form = form;
        _state = state;
        foreach (var (name, value) in form)
        {
            // A password is never sent back to the page.
            if (!name.Contains("password", StringComparison.OrdinalIgnoreCase)
                && !name.StartsWith("__", StringComparison.Ordinal))
            {
                state.Keep(name, value.ToString());
            }
        }
    }

    /// <summary>Files that came along.</summary>
    public IFormFileCollection Files => _form.Files;

    /// <summary>The form's own key: pass it as idempotency key, so that a form sent twice counts once.</summary>
    public string Key => Optional(FormState.KeyField, 64) ?? "";

    /// <summary>All values of a field that may stand several times (check boxes).</summary>
    public IReadOnlyList<string> All(string name) =>
        [.. _form[name].Where(v => !StringValues.IsNullOrEmpty(v)).Select(v => v!)];

    /// <summary>Whether a check box is ticked.</summary>
    public bool Ticked(string name) => _form[name].Count > 0;

    /// <summary>A text that must be there; null and noted when it is not.</summary>
    public string? Text(string name, int longest = LongestText)
    {
        var text = Optional(name, longest);
        if (text is null && _state.ErrorOf(name) is null)
        {
            Note(name, "refused.shell.field-empty");
        }

        return text;
    }

    /// <summary>A text that may be missing.</summary>
    public string? Optional(string name, int longest = LongestText)
    {
        var text = _form[name].ToString().Trim();
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
        {
            Note(name, "refused.shell.field-control-character");
            return null;
        }

        if (text.Length > longest)
        {
            Note(name, "refused.shell.field-too-long", Written(text.Length), Written(longest));
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>A whole number within bounds.</summary>
    public long? Whole(string name, long least, long most)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (!long.TryParse(Folded(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Note(name, "refused.shell.field-not-whole", text);
            return null;
        }

        if (number < least || number > most)
        {
            Note(name, "refused.shell.field-out-of-range", text, Written(least), Written(most));
            return null;
        }

        return number;
    }

    /// <summary>A decimal number as written.</summary>
    public decimal? Number(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(Folded(text), Plain, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Note(name, "refused.shell.field-not-number", text);
        return null;
    }

    /// <summary>A date.</summary>
    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        const DateTimeStyles Exact = DateTimeStyles.None;
        if (DateOnly.TryParseExact(Folded(text), DatePatterns, CultureInfo.InvariantCulture, Exact, out var date))
        {
            return date;
        }

        Note(name, "refused.shell.field-not-date", text);
        return null;
    }

    /// <summary>One of a fixed list of values (a choice that the page offered).</summary>
    public string? Choice(string name, IReadOnlyCollection<string> offered)
    {
        if (Text(name) is not { } text || offered.Contains(text))
        {
            return Optional(name);
        }

        Note(name, "refused.shell.field-not-offered", text);
        return null;
    }

    /// <summary>Notes that a field is refused, with a text key and its values.</summary>
    public void Note(string name, string code, params IReadOnlyList<string> args) =>
        _state.Refuse(new Refused(code, args) { Field = name });

    /// <summary>Refuses the form when any field was refused.</summary>
    public void Check()
    {
        if (_state.Problems.Count > 0)
        {
            var first = _state.Problems[0];
            throw new Refused(first.Phrase.Code, first.Phrase.Args) { Field = first.Field };
        }
    }

    /// <summary>
    /// Full-width digits, signs and letters as their ASCII forms, without spaces and thousands marks.
    /// </summary>
    public static string Folded(string text) => text.Normalize(NormalizationForm.FormKC)
        .Replace(" ", "", StringComparison.Ordinal)
        .Replace(",", "", StringComparison.Ordinal);

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Reading the form of a request.</summary>
public static class FormReading
{
    /// <summary>The form that was sent. A body that is no form, or is cut off, is refused.</summary>
    public static async Task<FormInput> Form(this HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            throw new Refused("refused.shell.form-media-type", http.Request.ContentType ?? "-");
        }

        var form = await http.ReadFormOrRefuse();
        return new FormInput(form, http.RequestServices.GetRequiredService<FormState>());
    }

    internal static async Task<IFormCollection> ReadFormOrRefuse(this HttpContext http)
    {
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException unread)
        {
            throw new Refused("refused.shell.form-unreadable", unread.Message);
        }
        catch (IOException) when (!http.RequestAborted.IsCancellationRequested)
        {
            throw new Refused("refused.shell.form-cut-off");
        }
    }
}
