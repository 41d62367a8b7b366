using System.Globalization;
using Yuheng.Core;
using Yuheng.Core.Sampling;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Public;

/// <summary>What a reader asked of the sampling page, read from its address.</summary>
/// <param name="Standard">Standard with its edition.</param>
/// <param name="Plan">Single, double or multiple.</param>
/// <param name="Severity">The severity, the same for all classes.</param>
/// <param name="LotSize">Items in the lot.</param>
/// <param name="Level">Inspection level.</param>
/// <param name="Classes">Classes that are used, in the order of the page.</param>
/// <param name="LargestForAll">One letter for all classes.</param>
/// <param name="Word">The word from which the units are drawn; empty when none was agreed.</param>
public sealed record SamplingQuestion(
    string Standard,
    PlanKind Plan,
    Severity Severity,
    long LotSize,
    string Level,
    IReadOnlyList<ClassRequirement> Classes,
    bool LargestForAll,
    string Word)
{
    /// <summary>The value of an AQL field for "none allowed".</summary>
    public const string NoneAllowed = "0";

    /// <summary>The longest word that is drawn from.</summary>
    public const int LongestWord = 80;

    /// <summary>The classes of the page, the gravest first.</summary>
    public static IReadOnlyList<string> ClassNames { get; } = ["critical", "major", "minor"];

    private static readonly string[] Fields =
        ["standard", "plan", "severity", "lotSize", "level", "largest", "word", .. ClassNames];

    /// <summary>
    /// Reads the query. Nothing asked yet gives null; what is not understood is noted for its field and gives null too.
    /// </summary>
    public static SamplingQuestion? From(IQueryCollection query, FormState state)
    {
        if (!Fields.Any(query.ContainsKey))
        {
            return null;
        }

        foreach (var field in Fields)
        {
            state.Keep(field, query[field].ToString());
        }

        var lot = Lot(query["lotSize"].ToString(), state);
        var plan = Chosen<PlanKind>(query, "plan", "refused.sampling.plan-unknown", state);
        var severity = Chosen<Severity>(query, "severity", "refused.sampling.severity-unknown", state);
        List<ClassRequirement> classes =
            [.. ClassNames.Select(name => Class(query, name, severity, state)).OfType<ClassRequirement>()];
        var word = query["word"].ToString().Trim();
        if (word.Length > LongestWord || word.Any(char.IsControl))
        {
            state.Refuse(new Refused("refused.public.sampling.word", $"{LongestWord}") { Field = "word" });
        }

        var (standard, level) = (query["standard"].ToString(), query["level"].ToString());
        return lot is { } size && state.Problems.Count == 0
            ? new(standard, plan, severity, size, level, classes, query["largest"].Count > 0, word)
            : null;
    }

    /// <summary>The question for the engine.</summary>
    public SharedSampleRequest Request => new(Standard, Plan, LotSize, Level, Classes, LargestForAll);

    private static long? Lot(string text, FormState state)
    {
        if (long.TryParse(FormInput.Folded(text), NumberStyles.None, CultureInfo.InvariantCulture, out var lot))
        {
            return lot;
        }

        var largest = CodeLetters.LargestLot.ToString(CultureInfo.InvariantCulture);
        state.Refuse(new Refused("refused.sampling.lot-size", text, largest) { Field = "lotSize" });
        return null;
    }

    private static ClassRequirement? Class(IQueryCollection query, string name, Severity severity, FormState state)
    {
        var aql = query[name].ToString();
        if (aql.Length == 0)
        {
            return null;
        }

        if (aql == NoneAllowed)
        {
            return new ClassRequirement(name, null, severity);
        }

        try
        {
            AqlSeries.IndexOf(aql);
            return new ClassRequirement(name, aql, severity);
        }
        catch (Refused refused)
        {
            state.Refuse(new Refused(refused.Phrase.Code, refused.Phrase.Args) { Field = name });
            return null;
        }
    }

    private static TEnum Chosen<TEnum>(IQueryCollection query, string field, string code, FormState state)
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (query[field] == value.ToString().ToLowerInvariant())
            {
                return value;
            }
        }

        state.Refuse(new Refused(code) { Field = field });
        return default;
    }
}
