using Yuheng.Server.Data;

namespace Yuheng.Server.Registry;

/// <summary>
/// A party of the mechanism. An enterprise carries its unified social credit code and its industry roles.
/// </summary>
[Door]
public sealed class Party : IVersionedRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of the party; the firm id of its rows.</summary>
    public required Guid Id { get; init; }

    /// <summary>What kind of party.</summary>
    public required PartyKind Kind { get; init; }

    /// <summary>Name in Chinese, as registered.</summary>
    public required string NameZh { get; set; }

    /// <summary>Name in English, as used on papers.</summary>
    public required string NameEn { get; set; }

    /// <summary>Unified social credit code (GB 32100, 18 characters, check character verified), or null.</summary>
    public string? CreditCode { get; init; }

    /// <summary>
    /// Industry roles, comma-separated codes: rod, casting, forging, machining, plating, assembly, trading.
    /// </summary>
    public required string IndustryRoles { get; set; }

    /// <summary>Address in Chinese.</summary>
    public required string Address { get; set; }

    /// <summary>Whether it is listed on a stock exchange.</summary>
    public bool Listed { get; init; }

    /// <summary>Yearly output in 10,000 yuan (万元), where known.</summary>
    public long? OutputTenThousandYuan { get; init; }

    /// <summary>Registered in the zone since.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
