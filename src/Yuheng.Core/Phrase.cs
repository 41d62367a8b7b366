namespace Yuheng.Core;

/// <summary>
/// A sentence as data: the code of a text and what is filled in. Decisions carry phrases, never sentences, so that a
/// stored reason reads in either language and replays to the same bytes.
/// </summary>
/// <param name="Code">Key in a <c>texts.json</c>, dotted: <c>sampling.arrow</c>.</param>
/// <param name="Args">Values for {0}, {1}…, already written as they shall be read (numbers in invariant form).</param>
public sealed record Phrase(string Code, IReadOnlyList<string> Args)
{
    /// <summary>A phrase with its values.</summary>
    public static Phrase Of(string code, params IReadOnlyList<string> args) => new(code, args);

    /// <summary>Equality by content: two lists of the same values are the same phrase.</summary>
    public bool Equals(Phrase? other) => other is not null && Code == other.Code && Args.SequenceEqual(other.Args);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Args.Count);
}
