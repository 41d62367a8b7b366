namespace Yuheng.Core;

/// <summary>
/// Bad input, forbidden, conflict or not found: not a bug and not a verdict. Doors turn it into an error object, a
/// problem document or a message beside the field, in the user's language, and roll the transaction back.
/// </summary>
public sealed class Refused : Exception
{
    /// <summary>A refusal by code, with the values of its text.</summary>
    /// <param name="code">Last part is the machine's code (<c>refused.sampling.aql-unknown</c> →
    /// <c>aql-unknown</c>).</param>
    public Refused(string code, params IReadOnlyList<string> args)
        : base(code + (args.Count == 0 ? "" : ": " + string.Join(", ", args))) => Phrase = new Phrase(code, args);

    /// <summary>What to say, in any language.</summary>
    public Phrase Phrase { get; }

    /// <summary>The input member or form field concerned, where there is one.</summary>
    public string? Field { get; init; }

    /// <summary>What an API client may test for: the last part of the phrase's code.</summary>
    public string Code => Phrase.Code[(Phrase.Code.LastIndexOf('.') + 1)..];
}
