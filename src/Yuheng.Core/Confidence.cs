namespace Yuheng.Core;

/// <summary>How well a number or rule is known: it travels from the data to every decision that rests on it.</summary>
public enum Confidence
{
    /// <summary>Two agreeing sources, a primary text, or arithmetic checked against a published table.</summary>
    High,

    /// <summary>One secondary source, or memory supported by arithmetic or structure.</summary>
    Medium,

    /// <summary>Memory alone, or sources that conflict: read the licensed text before relying on it.</summary>
    Low,
}
