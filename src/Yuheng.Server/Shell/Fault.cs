using Yuheng.Core;

namespace Yuheng.Server.Shell;

/// <summary>What the page of a refused or failed request shows.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">What a program may test for, and a person may quote.</param>
/// <param name="Phrases">Why, one sentence each.</param>
/// <param name="Trace">The id under which the logs know the request.</param>
public sealed record Fault(int Status, string Code, IReadOnlyList<Phrase> Phrases, string Trace);
