using Yuheng.Core;

namespace Yuheng.Server.Inspection.Import;

/// <summary>
/// What became of one cell: a value, perhaps with a remark on how it was understood, or the reason why not.
/// </summary>
/// <param name="Value">The value; meaningless where there is a reason.</param>
/// <param name="Reason">Why the cell is not accepted.</param>
/// <param name="Suggestion">What was probably meant; never taken without the person's word.</param>
/// <param name="Remark">How the cell was understood, where that is not what stands there.</param>
internal readonly record struct Taken<T>(T Value, Phrase? Reason, string? Suggestion, Phrase? Remark);

/// <summary>Makes outcomes.</summary>
internal static class Taken
{
    /// <summary>A value, as it stands or as it was understood.</summary>
    public static Taken<T> Of<T>(T value, Phrase? remark = null) => new(value, null, null, remark);

    /// <summary>A cell that is not accepted.</summary>
    public static Taken<T> Bad<T>(string reason, string? suggestion, params IReadOnlyList<string> args) =>
        new(default!, Phrase.Of("import.reason." + reason, args), suggestion, null);

    /// <summary>"{given} understood as {understood}".</summary>
    public static Phrase Understood(string given, string understood) =>
        Phrase.Of("import.remark.understood", given.Trim(), understood);

    /// <summary>The same, or null where both are alike but for spaces at the ends.</summary>
    public static Phrase? UnlessSame(string given, string understood) =>
        given.Trim() == understood ? null : Understood(given, understood);
}
