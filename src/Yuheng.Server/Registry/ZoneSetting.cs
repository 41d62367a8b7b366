using Yuheng.Server.Data;

namespace Yuheng.Server.Registry;

/// <summary>
/// One value of a setting from an instant on; older values stay, so that a past decision finds its own.
/// </summary>
[Door]
public sealed class ZoneSetting : IZoneRow
{
    /// <summary>Public address that credentials and QR codes carry: <c>https://zone.example</c>.</summary>
    public const string PublicOrigin = "public-origin";

    /// <summary>Validity of a credential in months from release (default 24).</summary>
    public const string CredentialMonths = "credential-months";

    /// <summary>Where the public value of a draw comes from, and how it is read.</summary>
    public const string DrawSource = "draw-source";

    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of this value.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which setting.</summary>
    public required string Name { get; init; }

    /// <summary>The value, as text.</summary>
    public required string Value { get; init; }

    /// <summary>In force from.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>Who set it.</summary>
    public required Guid SetBy { get; init; }
}
