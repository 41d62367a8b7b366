using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Credentials;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Registry;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Papers;

/// <summary>
/// The public check by QR or typed code: five facts and the status in fixed words. Rendered pages are kept until a
/// status
/// changes, so that a code that many scan costs next to nothing.
/// </summary>
public sealed class PublicCheck(Database database, Zones zones, StatusChanges changes, TimeProvider time)
{
    /// <summary>Facts kept at most; beyond it all are dropped.</summary>
    private const int MostKept = 5_000;

    /// <summary>Facts are read again after this long, for changes made by another server.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (CheckModel Model, long Stamp, DateTimeOffset Until)> _known = new(
        StringComparer.Ordinal
    );

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{code}", Show).Public();
        routes.MapGet("/check", Ask).Public();
    }

    /// <summary>What the public may know of a code.</summary>
    public async Task<CheckModel> Find(string typed, CancellationToken cancellation)
    {
        if (ShortCode.Read(typed) is not { } code)
        {
            return CheckModel.NotFound(typed);
        }

        var now = time.GetUtcNow();
        if (_known.TryGetValue(code, out var known) && known.Stamp == changes.Stamp && known.Until > now)
        {
            return known.Model;
        }

        var stamp = changes.Stamp;
        var model = await Read(code, now, cancellation);
        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }

        _known[code] = (model, stamp, now + Kept);
        return model;
    }

    private static async Task<IResult> Show(string code, HttpContext http, PublicCheck check)
    {
        var model = await check.Find(code, http.RequestAborted);
        if (model.Facts is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page.Show<CheckPage>(model);
    }

    private static async Task<IResult> Ask(string? code, HttpContext http, PublicCheck check) =>
        string.IsNullOrWhiteSpace(code)
            ? Page.Show<CheckPage>(CheckModel.Empty)
            : Page.Show<CheckPage>(await check.Find(code[..Math.Min(code.Length, 40)], http.RequestAborted));

    private async Task<CheckModel> Read(string code, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = database.Read(Sight.Whole(zones.Id));
        var credential = await db.Set<Credential>().SingleOrDefaultAsync(c => c.ShortCode == code, cancellation);
        if (credential is null)
        {
            return CheckModel.NotFound(code);
        }

        var lot = await LotRecords.Lot(db, credential.LotId, cancellation);
        var firm = await Registry.Registry.Party(db, lot.FirmId, cancellation);
        var issuer = await Issuer.Of(zones, cancellation);
        return new CheckModel(
            code,
            Word(credential, lot, now),
            new CheckFacts(credential, lot, firm, issuer.Origin, issuer.Zone.NameZh, issuer.Zone.NameEn)
        );
    }

    private static Phrase Word(Credential credential, Lot lot, DateTimeOffset now) =>
        (credential, lot) switch
        {
            (_, { State: "recalled" }) => Phrase.Of(PublicWord.Recalled),
            ({ RevokedAt: { } at }, _) => Phrase.Of(
                PublicWord.Revoked,
                Zones.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            ),
            ({ ReplacedBy: not null }, _) => Phrase.Of(PublicWord.Replaced),
            ({ SuspendedAt: not null }, _) => Phrase.Of(PublicWord.Suspended),
            _ when credential.ValidUntil <= now => Phrase.Of(PublicWord.Expired),
            _ => Phrase.Of(PublicWord.Valid),
        };
}

/// <summary>What the page of a check shows.</summary>
/// <param name="Code">The code as read or typed.</param>
/// <param name="Word">The status; null before anything was asked.</param>
/// <param name="Facts">The facts; null for an unknown code.</param>
public sealed record CheckModel(string Code, Phrase? Word, CheckFacts? Facts)
{
    /// <summary>Nothing asked yet.</summary>
    public static CheckModel Empty { get; } = new("", null, null);

    /// <summary>Whether the credential stands.</summary>
    public bool Stands => Word?.Code == PublicWord.Valid;

    /// <summary>No credential under this code.</summary>
    public static CheckModel NotFound(string code) => new(code, Phrase.Of(PublicWord.NotFound), null);
}

/// <summary>Five facts and where they come from.</summary>
public sealed record CheckFacts(
    Credential Credential,
    Lot Lot,
    Party Firm,
    string Origin,
    string ZoneZh,
    string ZoneEn
);
