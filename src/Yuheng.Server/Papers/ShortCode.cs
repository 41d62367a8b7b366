using System.Security.Cryptography;

namespace Yuheng.Server.Papers;

/// <summary>
/// A code that a person types from paper: ten characters of an alphabet without look-alikes, the last one checking the
/// rest, so that a slip is told from an unknown credential.
/// </summary>
public static class ShortCode
{
    /// <summary>No 0 and O, no 1, I and L, no U.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int Length = 10;

    /// <summary>A new code.</summary>
    public static string New()
    {
        Span<char> code = stackalloc char[Length];
        for (var i = 0; i < Length - 1; i++)
        {
            code[i] = Alphabet[RandomNumberGenerator.GetInt32(Alphabet.Length)];
        }

        code[^1] = Check(code[..^1]);
        return new string(code);
    }

    /// <summary>What was typed, folded to the code's writing; null where it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        var code = new string([
            .. (typed ?? "")
                .Normalize(System.Text.NormalizationForm.FormKC)
                .ToUpperInvariant()
                .Where(char.IsLetterOrDigit),
        ]);
        return
            code.Length == Length
            && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal))
            && code[^1] == Check(code.AsSpan(0, Length - 1))
            ? code
            : null;
    }

    // Weights 1..9 in a ring of 30 do not catch every slip; weights prime to 30 catch every single one.
    private static char Check(ReadOnlySpan<char> first)
    {
        ReadOnlySpan<int> weights = [1, 7, 11, 13, 17, 19, 23, 29, 1];
        var sum = 0;
        for (var i = 0; i < first.Length; i++)
        {
            sum += weights[i] * Alphabet.IndexOf(first[i], StringComparison.Ordinal);
        }

        return Alphabet[sum % Alphabet.Length];
    }
}
