using Yuheng.Core;

namespace Yuheng.Server.Registry;

/// <summary>
/// The unified social credit code of an enterprise (GB 32100-2015): 18 characters, the last one checks the rest.
/// </summary>
[Door]
public static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private const int Length = 18;

    /// <summary>The code as it is kept: upper case, no spaces, full-width characters folded.</summary>
    /// <exception cref="Refused">Wrong length, a letter that the standard leaves out, or a check character that does
    /// not fit.</exception>
    public static string Read(string? text)
    {
        var code = (text ?? "").Normalize(System.Text.NormalizationForm.FormKC)
            .Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (code.Length != Length)
        {
            throw new Refused("refused.registry.credit-code-length", code) { Field = "creditCode" };
        }

        if (code.FirstOrDefault(c => !Alphabet.Contains(c, StringComparison.Ordinal)) is var odd and not default(char))
        {
            throw new Refused("refused.registry.credit-code-character", code, odd.ToString()) { Field = "creditCode" };
        }

        return code[^1] == CheckCharacter(code.AsSpan(0, Length - 1))
            ? code
            : throw new Refused("refused.registry.credit-code-check", code) { Field = "creditCode" };
    }

    /// <summary>The check character of the first 17: weights 3^i modulo 31 (GB 32100 clause 5).</summary>
    public static char CheckCharacter(ReadOnlySpan<char> first)
    {
        var sum = 0;
        var weight = 1;
        foreach (var c in first)
        {
            sum += Alphabet.IndexOf(c, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }
}
