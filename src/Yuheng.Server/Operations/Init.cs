using System.Globalization;
using System.Text.RegularExpressions;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Registry;
using Yuheng.Server.Registry.Access;

namespace Yuheng.Server.Operations;

/// <summary>
/// <c>init</c>: makes a real zone and invites its first administrator, once, into an empty data directory. Nothing of
/// the demo is in it.
/// </summary>
internal static partial class Init
{
    private const int LongestName = 100;

    private const string CredentialMonths = "24";

    public static async Task<int> Run(VerbCall call)
    {
        if (call.Words.Count > 0)
        {
            return await call.Usage("operations.init.usage");
        }

        RefuseUsedPlace(call.Settings);
        var wanted = await Ask(call);
        await using var database = call.Open();
        await Migrator.Run(database, CancellationToken.None);
        RefuseOtherZone(database);
        await using var commands = new Commands(database, call.Time);
        var viewer = Viewer.Anonymous(Guid.CreateVersion7(call.Time.GetUtcNow()), call.Language);
        var token = await commands.Run(viewer, (work, c) => Found(work, wanted, c), CancellationToken.None);
        await call.Say("operations.init.done", wanted.NameZh, wanted.NameEn, call.Settings.DataDirectory);
        var days = Invitations.Life.Days.ToString(CultureInfo.InvariantCulture);
        await call.Say("operations.init.link", wanted.Admin, days);
        await call.Output.WriteLineAsync($"{wanted.Origin}/join/{token}");
        return 0;
    }

    private static async Task<Wanted> Ask(VerbCall call) => new(
        await Value(call, "code", "refused.operations.init-code", v => ZoneCode().IsMatch(v)),
        await Value(call, "name-zh", "refused.operations.init-name-zh", IsName),
        await Value(call, "name-en", "refused.operations.init-name-en", IsName),
        (await Value(call, "origin", "refused.operations.init-origin", IsOrigin)).TrimEnd('/'),
        await Value(call, "admin", "refused.operations.init-admin", IsName));

    private static async Task<string> Value(VerbCall call, string option, string refusal, Func<string, bool> isGood)
    {
        var value = call.Option(option);
        if (value is null && call.CanAsk)
        {
            await call.Say("operations.init.ask." + option);
            value = await call.Input.ReadLineAsync();
        }

        value = value?.Trim().Normalize();
        return value is not null && isGood(value)
            ? value
            : throw new Refused(refusal, value ?? "") { Field = option };
    }

    private static bool IsName(string value) => value.Length is > 0 and <= LongestName && !value.Any(char.IsControl);

    /// <summary>
    /// Credentials name their issuer by this address: HTTPS, or plain HTTP on this machine for a trial.
    /// </summary>
    private static bool IsOrigin(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri)
        && uri.PathAndQuery == "/" && uri.Fragment == "" && uri.UserInfo == ""
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static void RefuseUsedPlace(Settings settings)
    {
        if (!Folders.IsFree(settings.DataDirectory))
        {
            throw new Refused("refused.operations.init-place-conflict", settings.DataDirectory);
        }
    }

    /// <summary>A PostgreSQL database may hold a zone although the data directory is empty.</summary>
    private static void RefuseOtherZone(Database database)
    {
        if (new Zones(database, TimeProvider.System).Current is { } zone)
        {
            throw new Refused("refused.operations.init-zone-conflict", zone.NameZh, zone.NameEn);
        }
    }

    private static async Task<string> Found(Work work, Wanted wanted, CancellationToken cancellation)
    {
        var zone = work.Viewer.ZoneId;
        await work.Insert(
            new Registry.Zone
            {
                ZoneId = zone, Code = wanted.Code, NameZh = wanted.NameZh, NameEn = wanted.NameEn, Synthetic = false,
                CreatedAt = work.Now,
            },
            cancellation);
        await Set(work, ZoneSetting.PublicOrigin, wanted.Origin, cancellation);
        await Set(work, ZoneSetting.CredentialMonths, CredentialMonths, cancellation);
        var party = new Party
        {
            ZoneId = zone, Id = work.NewId(), Kind = PartyKind.SchemeOperator, NameZh = wanted.NameZh,
            NameEn = wanted.NameEn, IndustryRoles = "", Address = "", Since = work.Now,
        };
        await work.Insert(party, cancellation);
        var invited = new Invited(party.Id, wanted.Admin, [Role.Administrator]);
        var token = await Invitations.Make(work, invited, cancellation);
        await work.Journal("zone.founded", zone, wanted, cancellation);
        return token;
    }

    private static async Task Set(Work work, string name, string value, CancellationToken cancellation) =>
        await work.Insert(
            new ZoneSetting
            {
                ZoneId = work.Viewer.ZoneId, Id = work.NewId(), Name = name, Value = value, ValidFrom = work.Now,
                SetBy = Guid.Empty,
            },
            cancellation);

    [GeneratedRegex("^[A-Z]{2,6}$")]
    private static partial Regex ZoneCode();

    private sealed record Wanted(string Code, string NameZh, string NameEn, string Origin, string Admin);
}
