using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Yuheng.Server.Data;
using Yuheng.Server.Registry;
using Yuheng.Server.Registry.Access;

namespace Yuheng.Server.Demo;

/// <summary>
/// Accounts enough for the story, with passwords and API keys in <c>demo-accounts.json</c> in the data directory,
/// readable by
/// its owner only. They are made anew for each data directory: a password in a repository is no password.
/// </summary>
internal sealed class DemoPeople(DemoData data, IPasswordHasher<User> hasher)
{
    private readonly List<Account> _accounts = [];

    /// <summary>One account as written to the file.</summary>
    private sealed record Account(
        string User,
        string Password,
        string Party,
        IReadOnlyList<string> Roles,
        string ApiKey
    );

    /// <summary>Who is who in the story.</summary>
    public Dictionary<string, Viewer> People { get; } = new(StringComparer.Ordinal);

    /// <summary>Makes the other parties of the mechanism and everybody's accounts.</summary>
    public async Task<DemoParties> Make(Work work, IReadOnlyList<DemoFirm> firms, CancellationToken cancellation)
    {
        var parties = new DemoParties(
            await Party(work, PartyKind.SchemeOperator, "scheme", cancellation),
            await Party(work, PartyKind.Laboratory, "laboratory", cancellation),
            await Party(work, PartyKind.LocalGovernment, "government", cancellation)
        );
        var market = await Party(work, PartyKind.Department, "market", cancellation);
        var ecology = await Party(work, PartyKind.Department, "ecology", cancellation);
        var association = await Party(work, PartyKind.Association, "association", cancellation);
        (string Name, Party Party, Role[] Roles)[] people =
        [
            ("clerk-a", firms[0].Party, [Role.FirmClerk]),
            ("owner-a", firms[0].Party, [Role.FirmOwner, Role.FirmClerk]),
            ("clerk-b", firms[1].Party, [Role.FirmClerk]),
            ("owner-b", firms[1].Party, [Role.FirmOwner, Role.FirmClerk]),
            ("inspector-1", parties.Scheme, [Role.Inspector]),
            ("inspector-2", parties.Scheme, [Role.Inspector]),
            ("reviewer", parties.Scheme, [Role.Reviewer]),
            ("assessor-1", parties.Scheme, [Role.Assessor]),
            ("assessor-2", parties.Scheme, [Role.Assessor]),
            ("bench", parties.Laboratory, [Role.BenchOperator]),
            ("signatory", parties.Laboratory, [Role.LaboratorySignatory]),
            ("market-officer", market, [Role.DepartmentOfficer]),
            ("ecology-officer", ecology, [Role.DepartmentOfficer]),
            ("association", association, [Role.AssociationOfficer]),
            ("government", parties.Government, [Role.GovernmentOfficer]),
            ("administrator", parties.Scheme, [Role.Administrator]),
        ];
        foreach (var (name, party, roles) in people)
        {
            await Add(work, (name, party), roles, cancellation);
        }

        return parties;
    }

    /// <summary>Writes the file, for its owner only.</summary>
    public async Task Write(string path, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(path, options);
        await JsonSerializer.SerializeAsync(
            file,
            _accounts,
            new JsonSerializerOptions(JsonSerializerDefaults.Web)
            {
                WriteIndented = true,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            },
            cancellation
        );
    }

    private async Task Add(Work work, (string Name, Party Party) of, Role[] roles, CancellationToken cancellation)
    {
        var (name, party) = of;
        var password = Secrets.New()[..16];
        var key = Secrets.New();
        var surname = data.Surnames[_accounts.Count % data.Surnames.Length];
        var user = new User
        {
            ZoneId = work.Viewer.ZoneId,
            Id = work.NewId(),
            PartyId = party.Id,
            Name = surname[0] + data.Given[_accounts.Count % data.Given.Length],
            UserName = name,
            SecurityStamp = Secrets.New(),
            PasswordHash = hasher.HashPassword(null!, password),
        };
        await work.Insert(user, cancellation);
        foreach (var role in roles)
        {
            await work.Insert(
                new UserRole
                {
                    ZoneId = user.ZoneId,
                    UserId = user.Id,
                    Role = role,
                    ValidFrom = Zones.DayOf(work.Now).AddYears(-1),
                },
                cancellation
            );
        }

        await work.Insert(
            new ApiKey
            {
                ZoneId = user.ZoneId,
                KeyHash = Secrets.Hash(key),
                UserId = user.Id,
                Name = "demo",
                CreatedAt = work.Now,
            },
            cancellation
        );
        _accounts.Add(new Account(name, password, party.NameZh, [.. roles.Select(r => r.ToString())], key));
        People[name] = new Viewer(
            user.ZoneId,
            user.Id,
            party.Id,
            party.Kind,
            user.Name,
            party.NameZh,
            [.. roles],
            Core.Language.Chinese
        );
    }

    private async Task<Party> Party(Work work, PartyKind kind, string name, CancellationToken cancellation)
    {
        var names = data.Parties[name];
        var party = new Party
        {
            ZoneId = work.Viewer.ZoneId,
            Id = work.NewId(),
            Kind = kind,
            NameZh = names[0],
            NameEn = names[1],
            IndustryRoles = "",
            Address = data.Place[0],
            Since = work.Now.AddYears(-1),
        };
        await work.Insert(party, cancellation);
        return party;
    }
}

/// <summary>Parties that the story needs by name.</summary>
internal sealed record DemoParties(Party Scheme, Party Laboratory, Party Government);
