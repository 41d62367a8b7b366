using Yuheng.Core.Judging;

namespace Yuheng.Server.Papers.Prints;

/// <summary>
/// What a paper says: the one set of facts that every kind is printed from, and that its hash covers.
/// </summary>
public sealed record PaperContent
{
    /// <summary>Code of the kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The paper's number.</summary>
    public required string Number { get; init; }

    /// <summary>When it was issued.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The lot.</summary>
    public required PaperLot Lot { get; init; }

    /// <summary>The declaring firm.</summary>
    public required PaperParty Firm { get; init; }

    /// <summary>Who issues the paper: the firm or the laboratory.</summary>
    public required PaperParty Issuer { get; init; }

    /// <summary>Who signs.</summary>
    public required PaperPerson Signer { get; init; }

    /// <summary>Who validates it, independent of production.</summary>
    public PaperPerson? Validator { get; init; }

    /// <summary>Standards and clauses that the paper speaks of.</summary>
    public required IReadOnlyList<PaperLine> Lines { get; init; }

    /// <summary>Planned requirements without a valid result.</summary>
    public IReadOnlyList<Requirement> NotTested { get => field ?? []; init; }

    /// <summary>The scheme's verdict; null before one.</summary>
    public string? Verdict { get; init; }

    /// <summary>The paper that this one replaces.</summary>
    public string? Replaces { get; init; }

    /// <summary>Short code of the credential, for labels.</summary>
    public string? ShortCode { get; init; }

    /// <summary>Address of the public check, for labels.</summary>
    public string? CheckAddress { get; init; }
}

/// <summary>A lot on a paper.</summary>
public sealed record PaperLot(
    string Number, string ProductZh, string ProductEn, string Model, string Size, string Pressure, string BodyAlloy,
    long Quantity)
{
    /// <summary>Heats.</summary>
    public required IReadOnlyList<string> Heats { get; init; }

    /// <summary>Markets.</summary>
    public required string Markets { get; init; }

    /// <summary>The buyer's order and item.</summary>
    public string? Order { get; init; }

    /// <summary>Maker, where another firm.</summary>
    public string? Maker { get; init; }

    /// <summary>Day of production.</summary>
    public DateOnly? ProducedOn { get; init; }
}

/// <summary>A party on a paper.</summary>
public sealed record PaperParty(string NameZh, string NameEn, string? CreditCode, string Address);

/// <summary>A person on a paper; the function of a signer is the name of a role.</summary>
[Door]
public sealed record PaperPerson(string Name, string Function);

/// <summary>Results of one requirement by one party.</summary>
public sealed record PaperLine
{
    /// <summary>The requirement, with standard, edition, clause and limit.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>first, third, or none where a laboratory tested outside its scope.</summary>
    public required string Level { get; init; }

    /// <summary>Who tested.</summary>
    public required PaperParty By { get; init; }

    /// <summary>Accreditation and its number; null for a firm's own bench.</summary>
    public string? Accreditation { get; init; }

    /// <summary>Valid results.</summary>
    public required int Tested { get; init; }

    /// <summary>Of them conforming.</summary>
    public required int Passed { get; init; }

    /// <summary>Invalid tests, which count for nothing.</summary>
    public required int Invalid { get; init; }

    /// <summary>Smallest and greatest value, one for each unit or element.</summary>
    public required IReadOnlyList<string> Found { get; init; }

    /// <summary>First day of testing.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of testing.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Gauges used.</summary>
    public required IReadOnlyList<string> Gauges { get; init; }

    /// <summary>Whether everything tested conforms.</summary>
    public bool Conforms => Tested > 0 && Passed == Tested;
}
