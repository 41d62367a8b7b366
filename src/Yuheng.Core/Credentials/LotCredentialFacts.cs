namespace Yuheng.Core.Credentials;

/// <summary>A name in both languages.</summary>
public sealed record Bilingual(string Zh, string En);

/// <summary>A firm, laboratory or body as it appears in a credential.</summary>
/// <param name="Id">Its identifier, an absolute URI: its <c>did:web</c>, or the address of its register entry.</param>
/// <param name="Name">Its registered name.</param>
/// <param name="RegisteredId">Its unified social credit code or accreditation number.</param>
/// <param name="NameInEnglish">Its English name, where it uses one.</param>
public sealed record CredentialParty(string Id, string Name, string? RegisteredId = null, string? NameInEnglish = null);

/// <summary>The lot that a credential is about.</summary>
/// <param name="Id">Its identifier, an absolute URI.</param>
/// <param name="Number">The firm's own lot number: text, never a number.</param>
/// <param name="Quantity">How many.</param>
/// <param name="QuantityUnit">UNECE Recommendation 20 code: <c>H87</c> piece, <c>SET</c>.</param>
/// <param name="HeatNumbers">Heat or material batch numbers.</param>
/// <param name="Markets">Destination markets, ISO 3166-1 alpha-2 or the pack's own code.</param>
/// <param name="BuyerOrder">The buyer's order and item, where the firm wishes it shown.</param>
public sealed record CredentialLot(
    string Id,
    string Number,
    decimal Quantity,
    string QuantityUnit,
    IReadOnlyList<string> HeatNumbers,
    IReadOnlyList<string> Markets,
    string? BuyerOrder = null);

/// <summary>The product that the lot consists of.</summary>
/// <param name="Id">Its identifier, an absolute URI.</param>
/// <param name="Name">What it is.</param>
/// <param name="Model">The firm's model.</param>
/// <param name="Properties">DN, pressure, material, HS code: name and value as they shall be read.</param>
public sealed record CredentialProduct(
    string Id, Bilingual Name, string? Model, IReadOnlyList<KeyValuePair<string, string>> Properties);

/// <summary>One measured value with the digits that were written down.</summary>
/// <param name="Item">The unit drawn.</param>
/// <param name="Value">The value as recorded: <c>2.10</c> stays <c>2.10</c>.</param>
/// <param name="Result"><c>conforming</c>, <c>nonconforming</c> or <c>invalid</c>.</param>
public sealed record MeasuredValue(string Item, string Value, string Result);

/// <summary>Numbers of a sample decided by attributes.</summary>
/// <param name="SampleSize">Units examined.</param>
/// <param name="Nonconforming">Nonconforming units found.</param>
/// <param name="Acceptance">The acceptance number.</param>
/// <param name="Rejection">The rejection number.</param>
public sealed record CredentialCount(int SampleSize, int Nonconforming, int? Acceptance, int? Rejection);

/// <summary>One characteristic as it was assessed: requirement, evidence, decision.</summary>
public sealed record AssessedCharacteristic
{
    /// <summary>Key within the credential: letters, digits and hyphens.</summary>
    public required string Key { get; init; }

    /// <summary>What was assessed.</summary>
    public required Bilingual Name { get; init; }

    /// <summary>A (main performance), B or C.</summary>
    public required string Class { get; init; }

    /// <summary>Marked safety: no failure is allowed.</summary>
    public bool Safety { get; init; }

    /// <summary>The standard with its edition, <c>GB/T 13927-2008</c>.</summary>
    public required string Standard { get; init; }

    /// <summary>Its clause.</summary>
    public required string Clause { get; init; }

    /// <summary>The method of test.</summary>
    public string? Method { get; init; }

    /// <summary>The limit as it shall be read, <c>≥ 2.6</c>.</summary>
    public string? Limit { get; init; }

    /// <summary>The unit as it shall be read, <c>mm</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>UNECE Recommendation 20 code of the unit, <c>MMT</c>.</summary>
    public string? UnitCode { get; init; }

    /// <summary>How certain the limit is: high, medium, low.</summary>
    public string? Confidence { get; init; }

    /// <summary>Every measured value.</summary>
    public IReadOnlyList<MeasuredValue> Values { get; init; } = [];

    /// <summary>The count of the sample, where it was decided by attributes.</summary>
    public CredentialCount? Count { get; init; }

    /// <summary>conforming, nonconforming or indeterminate.</summary>
    public required string Result { get; init; }

    /// <summary>The local day of the assessment.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>first, second or third: whose results these are.</summary>
    public required string PartyLevel { get; init; }

    /// <summary>The laboratory, with its accreditation number as registered id.</summary>
    public CredentialParty? Laboratory { get; init; }

    /// <summary>A topic of the UNTP vocabulary, <c>product-safety-standards</c>.</summary>
    public string Topic { get; init; } = "quality-performance";

    /// <summary>Reports and other evidence.</summary>
    public IReadOnlyList<CredentialEvidence> Evidence { get; init; } = [];
}

/// <summary>A file of evidence, bound by its digest.</summary>
/// <param name="Address">Where it can be asked for.</param>
/// <param name="Name">What it is.</param>
/// <param name="DigestMultibase">See <see cref="Multibase.Sha256DigestOf"/>.</param>
/// <param name="MediaType">Its media type.</param>
public sealed record CredentialEvidence(string Address, string Name, string DigestMultibase, string? MediaType);

/// <summary>The sampling plan that was used.</summary>
public sealed record CredentialSampling(
    string Standard, string Plan, string Severity, string Level, string Aql, string CodeLetter, string? DrawRecord);

/// <summary>A place in a status list.</summary>
/// <param name="Purpose"><c>revocation</c> or <c>suspension</c>.</param>
/// <param name="List">The address of the status list credential.</param>
/// <param name="Index">The index there.</param>
public sealed record StatusPlace(string Purpose, string List, int Index);

/// <summary>
/// Everything that a lot quality verification credential says. Plain values; no other engine is known here.
/// </summary>
public sealed record LotCredentialFacts
{
    /// <summary>The credential's own address.</summary>
    public required string Id { get; init; }

    /// <summary>The number that is printed and typed on the public page.</summary>
    public required string Number { get; init; }

    /// <summary>Where its standing can be looked up.</summary>
    public required string CheckAddress { get; init; }

    /// <summary>Start of validity: the release.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>End of validity.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>The data are made up.</summary>
    public bool Synthetic { get; init; }

    /// <summary>False: documents were checked, the lot was not drawn, and the credential says so.</summary>
    public required bool Drawn { get; init; }

    /// <summary><c>self</c>, <c>commercial</c> or <c>3rdParty</c>, as it was.</summary>
    public required string AssessorLevel { get; init; }

    /// <summary><c>scheme-cab</c> or <c>no-endorsement</c>; there is no authority's mandate for valves.</summary>
    public required string AssessmentLevel { get; init; }

    /// <summary><c>inspection</c>, <c>testing</c> or <c>declaration</c>.</summary>
    public required string AttestationType { get; init; }

    /// <summary>Who declared the lot and holds the credential.</summary>
    public required CredentialParty IssuedTo { get; init; }

    /// <summary>Who made the goods.</summary>
    public required CredentialParty Maker { get; init; }

    /// <summary>Who exports them.</summary>
    public required CredentialParty Exporter { get; init; }

    /// <summary>Who did part of the work.</summary>
    public IReadOnlyList<CredentialParty> Subcontractors { get; init; } = [];

    /// <summary>The lot.</summary>
    public required CredentialLot Lot { get; init; }

    /// <summary>The product.</summary>
    public required CredentialProduct Product { get; init; }

    /// <summary>conforming, nonconforming or indeterminate.</summary>
    public required string Decision { get; init; }

    /// <summary>What was assessed; of a lot not drawn, the documents.</summary>
    public required IReadOnlyList<AssessedCharacteristic> Characteristics { get; init; }

    /// <summary>The sampling, of a lot that was drawn.</summary>
    public IReadOnlyList<CredentialSampling> Sampling { get; init; } = [];

    /// <summary>The rule packs and agreement by which it was decided, with their versions.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Its places in the issuer's status lists.</summary>
    public required IReadOnlyList<StatusPlace> Status { get; init; }

    /// <summary>The credential that this one replaces.</summary>
    public string? Replaces { get; init; }
}
