namespace Yuheng.Cli;

/// <summary>One call of a verb: its arguments after the verb's words, and its streams.</summary>
public sealed record CommandCall(string[] Arguments, Stream Input, Stream Output, TextWriter Error);
