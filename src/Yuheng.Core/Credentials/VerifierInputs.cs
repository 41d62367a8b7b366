namespace Yuheng.Core.Credentials;

/// <summary>All that a verification may rest on: no network, no clock.</summary>
public sealed record VerifierInputs
{
    /// <summary>The issuers' documents at hand.</summary>
    public IReadOnlyList<DidDocument> DidDocuments { get; init; } = [];

    /// <summary>The status lists at hand.</summary>
    public IReadOnlyList<StatusList> StatusLists { get; init; } = [];

    /// <summary>The instant for which the question is asked.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// How old a status list without an end of its own may be. One with an end is stale from that end on.
    /// </summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The algorithms that are understood.</summary>
    public IReadOnlyList<KeyAlgorithm> Algorithms { get; init; } = KeyAlgorithm.All;
}
