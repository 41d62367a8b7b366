using Yuheng.Server.Data;

namespace Yuheng.Server.Registry;

/// <summary>A product of a firm, described as far as requirements depend on it.</summary>
[Door]
public sealed class Product : IFirmRow, IVersionedRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of the product.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid FirmId { get; init; }

    /// <summary>The firm's own model code: <c>Q11F-16T</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Name in Chinese: 黄铜球阀.</summary>
    public required string NameZh { get; set; }

    /// <summary>Name in English: brass ball valve.</summary>
    public required string NameEn { get; set; }

    /// <summary>
    /// Type that requirement packs know: ball, gate, globe, check, angle, lockable, gas-ball, tap-mixer….
    /// </summary>
    public required string ValveType { get; init; }

    /// <summary>Nominal size in canonical writing: <c>DN15</c>, <c>NPS 3/4</c>.</summary>
    public required string Size { get; init; }

    /// <summary>
    /// Pressure rating in canonical writing: <c>PN16</c>, <c>Class 150</c>, <c>600 WOG</c>, <c>MOP 5</c>.
    /// </summary>
    public required string Pressure { get; init; }

    /// <summary>Seat: soft, metal, ceramic.</summary>
    public required string Seat { get; init; }

    /// <summary>Alloy of the body: <c>CW617N</c>, <c>HPb59-1</c>.</summary>
    public required string BodyAlloy { get; init; }

    /// <summary>Ten-digit HS code.</summary>
    public required string HsCode { get; set; }

    /// <summary>Markets it is sold to, ISO 3166 alpha-2, comma-separated.</summary>
    public required string Markets { get; set; }

    /// <summary>No longer made; kept because lots point to it.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
