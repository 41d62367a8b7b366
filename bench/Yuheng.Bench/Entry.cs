namespace Yuheng.Bench;

/// <summary>Marks the assembly of the benchmarks: each engine has a folder of its own here.</summary>
public static class Entry;
