namespace Yuheng.Core.Judging;

/// <summary>Types of inspection documents (EN 10204:2004).</summary>
public static class InspectionDocuments
{
    private static readonly string[] Negations = ["not independent", "non-independent", "dependent on production"];
    private static readonly string[] Outsiders = ["purchaser", "customer", "buyer", "official", "designated",
        "third party"];
    private static readonly string[] Representatives = ["independent", "inspection representative"];

    /// <summary>
    /// 2.1 a statement alone; 2.2 with non-specific results, or with specific ones that nobody independent of
    /// production
    /// has validated; 3.1 validated by the maker's independent representative; 3.2 by the purchaser's or an officially
    /// designated inspector besides. Null for a word that is not one of results.
    /// </summary>
    public static string? TypeOf(string? results, IReadOnlyList<string> validators) => results switch
    {
        null or "none" => "2.1",
        "non-specific" => "2.2",
        "specific" when !validators.Any(IsRepresentative) => "2.2",
        "specific" => validators.Any(IsOutsider) ? "3.2" : "3.1",
        _ => null,
    };

    private static bool IsOutsider(string validator) => Holds(validator, Outsiders);

    private static bool IsRepresentative(string validator) =>
        !IsOutsider(validator) && !Holds(validator, Negations) && Holds(validator, Representatives);

    private static bool Holds(string validator, string[] words) =>
        words.Any(w => validator.Contains(w, StringComparison.OrdinalIgnoreCase));
}
