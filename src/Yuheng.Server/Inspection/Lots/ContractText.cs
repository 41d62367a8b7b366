using System.Text.RegularExpressions;
using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Server.Inspection.Import;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>
/// Standards as people name them in a contract: <c>GB/T 13927-2008</c>, <c>EN 12266-1:2012 rate A</c>, several
/// divided by commas. A standard without its edition is not taken: nothing can be judged by it.
/// </summary>
internal static partial class ContractText
{
    /// <summary>
    /// Standards that one contract names at most; a list longer than that is a catalogue, not a contract.
    /// </summary>
    private const int Most = 10;

    /// <summary>Longest text that is looked at.</summary>
    private const int Longest = 400;

    private static readonly char[] Marks = [',', ';', '\n', '\r', '\u3001'];

    /// <summary>The standards, or the part that was not understood.</summary>
    public static (IReadOnlyList<NamedStandard> Standards, Phrase? Reason) Read(string? text)
    {
        var clean = CellText.Clean(text ?? "");
        if (clean.Length > Longest)
        {
            return ([], Phrase.Of("inspection.lots.contract-too-long"));
        }

        var found = new List<NamedStandard>();
        foreach (var part in clean.Split(Marks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (One().Match(part) is not { Success: true } match || found.Count == Most)
            {
                return ([], Phrase.Of("inspection.lots.contract-unread", part));
            }

            found.Add(new NamedStandard(
                Cited(match.Groups["body"].Value, match.Groups["number"].Value),
                match.Groups["edition"].Value,
                match.Groups["rate"] is { Success: true } rate ? rate.Value.ToUpperInvariant() : null));
        }

        return (found, null);
    }

    /// <summary>A standard as it is shown back.</summary>
    public static string Written(NamedStandard standard) =>
        $"{standard.Standard}-{standard.Edition}" + (standard.Rate is null ? "" : $" rate {standard.Rate}");

    /// <summary>Body and number in the writing of the catalogue: <c>gbt13927</c> is <c>GB/T 13927</c>.</summary>
    private static string Cited(string body, string number)
    {
        var name = body.ToUpperInvariant().Trim();
        name = name.EndsWith("BT", StringComparison.Ordinal) ? name[..^1] + "/T" : name;
        return $"{name} {number.ToUpperInvariant()}";
    }

    [GeneratedRegex(
        @"^(?<body>[A-Za-z]+(?:[/ ][A-Za-z]+)*)\s*(?<number>[A-Z]?\d[\d.]*(?:-\d{1,3})?)\s*[-:\u2013\u2014]\s*"
        + @"(?<edition>(?:19|20)\d\d)(?:\s+\(?(?:rate\s+)?(?<rate>[A-G]{1,2})\u7ea7?\)?)?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex One();
}
