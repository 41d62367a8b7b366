using System.Globalization;

namespace Yuheng.Core.Sampling;

/// <summary>
/// Sample size code letters (ISO 2859-1 table 1, MIL-STD-105E table I): lot size and level give a letter.
/// </summary>
public static class CodeLetters
{
    /// <summary>The largest lot that is answered: beyond it a size is a mistake, not a lot.</summary>
    public const long LargestLot = 1_000_000_000_000;

    /// <summary>The special and general inspection levels, from the smallest samples to the largest.</summary>
    public static IReadOnlyList<string> Levels => TableData.Layout.Levels;

    /// <summary>The letters in order, A to R without I and O, then S.</summary>
    public static IReadOnlyList<string> All => TableLayout.Letters;

    /// <summary>
    /// The letter of a lot size and level, or null for a lot of one item, which the table does not cover.
    /// </summary>
    /// <exception cref="Refused">The lot size is not 1 to 10^12, or the level is none of the seven.</exception>
    public static string? For(long lotSize, string level)
    {
        CheckLot(lotSize);
        var column = ((IList<string>)Levels).IndexOf(level);
        if (column < 0)
        {
            throw new Refused("refused.sampling.level-unknown", level, string.Join(", ", Levels)) { Field = "level" };
        }

        var from = TableData.Layout.LotsFrom;
        for (var row = from.Count - 1; row >= 0; row--)
        {
            if (lotSize >= from[row])
            {
                return TableData.Layout.LettersByLot[row][column];
            }
        }

        return null;
    }

    /// <summary>The place of a letter: A = 0 … R = 15, S = 16.</summary>
    /// <exception cref="Refused">It is no code letter.</exception>
    public static int IndexOf(string letter)
    {
        var index = ((IList<string>)All).IndexOf(letter);
        return index >= 0
            ? index
            : throw new Refused("refused.sampling.letter-unknown", letter, string.Join(", ", All.SkipLast(1)))
            {
                Field = "codeLetter",
            };
    }

    internal static void CheckLot(long lotSize)
    {
        if (lotSize is < 1 or > LargestLot)
        {
            throw new Refused(
                "refused.sampling.lot-size",
                lotSize.ToString(CultureInfo.InvariantCulture),
                LargestLot.ToString(CultureInfo.InvariantCulture)) { Field = "lotSize" };
        }
    }
}
