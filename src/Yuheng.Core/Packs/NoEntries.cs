using System.Collections.Frozen;

namespace Yuheng.Core.Packs;

/// <summary>An empty dictionary for members that a pack leaves out.</summary>
internal static class NoEntries<TKey, TValue>
    where TKey : notnull
{
    /// <summary>Value.</summary>
    public static IReadOnlyDictionary<TKey, TValue> Value { get; } = FrozenDictionary<TKey, TValue>.Empty;
}
