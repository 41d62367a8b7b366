using Yuheng.Core.Credentials;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Papers;

/// <summary>Who issues and under which addresses, from the zone's settings.</summary>
/// <param name="Origin">The public origin: <c>https://zone.example</c>.</param>
/// <param name="Zone">The zone.</param>
/// <param name="Form">How status indexes are written.</param>
/// <param name="Months">Validity of a credential in months.</param>
public sealed record Issuer(string Origin, Registry.Zone Zone, StatusIndexForm Form, int Months)
{
    /// <summary>The platform's identifier.</summary>
    public string Did => DidWeb.Of(Origin);

    /// <summary>The issuer as the composer takes it.</summary>
    public LotCredentialIssuer Settings => new(
        Did, Zone.NameEn, Origin + "/scheme", "Voluntary lot verification scheme", Origin + "/contexts/lot/1", Form);

    /// <summary>Address of a status list.</summary>
    public string StatusAddress(string purpose) => $"{Origin}/status/{purpose}";

    /// <summary>Address of the public check of a credential.</summary>
    public string CheckAddress(string shortCode) => $"{Origin}/c/{shortCode}";

    /// <summary>The issuer that the zone's settings make now.</summary>
    public static async Task<Issuer> Of(Zones zones, CancellationToken cancellation)
    {
        var origin = await zones.Setting(ZoneSetting.PublicOrigin, cancellation) ?? "http://localhost:5080";
        var months = await zones.Setting(ZoneSetting.CredentialMonths, cancellation);
        var form = await zones.Setting("status-index-form", cancellation);
        return new Issuer(
            origin.TrimEnd('/'),
            zones.Current ?? throw new Core.Refused("refused.papers.no-zone-unavailable"),
            form == "untp-integer" ? StatusIndexForm.UntpInteger : StatusIndexForm.W3cString,
            int.TryParse(months, out var number) && number > 0 ? number : 24);
    }
}
