using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Registry.Access;

/// <summary>
/// People join by an invitation, and recover a lost sign-in by another: a link (or QR) good once, for a week.
/// </summary>
internal static class Invitations
{
    /// <summary>How long an invitation is good for.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/join/{token}", Show).Public();
        routes.MapPost("/join/{token}", Accept).Public();
    }

    /// <summary>Makes an invitation within a command and gives the token for the link.</summary>
    public static async Task<string> Make(Work work, Invited invited, CancellationToken cancellation)
    {
        var token = Secrets.New();
        await work.Insert(
            new Invitation
            {
                ZoneId = work.Viewer.ZoneId,
                TokenHash = Secrets.Hash(token),
                PartyId = invited.PartyId,
                Name = invited.Name,
                Roles = string.Join(',', invited.Roles),
                RecoversUserId = invited.RecoversUserId,
                InvitedBy = work.Viewer.UserId,
                ExpiresAt = work.Now + Life,
            },
            cancellation
        );
        return token;
    }

    private static async Task<IResult> Show(string token, Database database, Zones zones, TimeProvider time)
    {
        var invitation = await Find(token, database, zones, time);
        return Page.Show<JoinPage>(new JoinModel(token, invitation.Name));
    }

    private static async Task<IResult> Accept(string token, HttpContext http, UserManager<User> users, Viewers viewers)
    {
        var services = http.RequestServices;
        var zones = services.GetRequiredService<Zones>();
        var database = services.GetRequiredService<Database>();
        var invitation = await Find(token, database, zones, services.GetRequiredService<TimeProvider>());
        var form = await http.Form();
        return await Page.Retry(
            http,
            async () =>
            {
                var name = form.Text("user", 60);
                var password = form.Text("password");
                form.Check();
                var account = new Account(name!.Trim().ToLowerInvariant(), password!);
                await CheckPassword(users, account);
                var user = await services
                    .GetRequiredService<Commands>()
                    .Run(
                        Viewer.Anonymous(zones.Id, http.Language()),
                        (work, c) =>
                            Join(
                                work,
                                invitation,
                                new Hashed(account.UserName, users.PasswordHasher.HashPassword(null!, password!)),
                                c
                            ),
                        http.RequestAborted
                    );
                viewers.ForgetAll();
                await using var db = database.Read(Sight.Whole(zones.Id));
                var viewer =
                    await viewers.Of(db, user, http.RequestAborted)
                    ?? throw new Refused("refused.registry.invitation-not-found");
                var key = await services.GetRequiredService<Sessions>().Open(viewer, user, http.RequestAborted);
                http.Response.Cookies.Append(Sessions.CookieName, key, SignIn.CookieOptions());
                return Page.See("/");
            },
            () => Task.FromResult(Page.Show<JoinPage>(new JoinModel(token, invitation.Name)))
        );
    }

    private static async Task<Invitation> Find(string token, Database database, Zones zones, TimeProvider time)
    {
        var hash = Secrets.Hash(token);
        var now = time.GetUtcNow();
        await using var db = database.Read(Sight.Whole(zones.Id));
        return await db.Set<Invitation>()
                .SingleOrDefaultAsync(i => i.TokenHash == hash && i.UsedAt == null && i.ExpiresAt > now)
            ?? throw new Refused("refused.registry.invitation-not-found");
    }

    private static async Task CheckPassword(UserManager<User> users, Account account)
    {
        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, null!, account.Password);
            if (!result.Succeeded)
            {
                throw new Refused("refused.registry.password-weak") { Field = "password" };
            }
        }
    }

    private static async Task<User> Join(Work work, Invitation seen, Hashed account, CancellationToken cancellation)
    {
        var db = work.WholeZone();
        var invitation = await db.Set<Invitation>().SingleAsync(i => i.TokenHash == seen.TokenHash, cancellation);
        if (invitation.UsedAt is not null)
        {
            throw new Refused("refused.registry.invitation-not-found");
        }

        invitation.UsedAt = work.Now;
        var user = invitation.RecoversUserId is { } lost
            ? await db.Set<User>().SingleAsync(u => u.Id == lost, cancellation)
            : null;
        if (user is null)
        {
            user = new User
            {
                ZoneId = invitation.ZoneId,
                Id = work.NewId(),
                PartyId = invitation.PartyId,
                Name = invitation.Name,
                UserName = account.UserName,
                SecurityStamp = Secrets.New(),
                PasswordHash = account.PasswordHash,
            };
            db.Add(user);
            foreach (var role in invitation.Roles.Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                db.Add(
                    new UserRole
                    {
                        ZoneId = user.ZoneId,
                        UserId = user.Id,
                        Role = Enum.Parse<Role>(role),
                        ValidFrom = Zones.DayOf(work.Now),
                    }
                );
            }
        }
        else
        {
            user.UserName = account.UserName;
            user.PasswordHash = account.PasswordHash;
            user.SecurityStamp = Secrets.New();
            user.FailedCount = 0;
            user.LockedUntil = null;
        }

        await work.Journal(
            invitation.RecoversUserId is null ? "user.joined" : "user.recovered",
            user.Id,
            new { user.Name, user.UserName },
            cancellation
        );
        return user;
    }

    private sealed record Account(string UserName, string Password);

    private sealed record Hashed(string UserName, string PasswordHash);
}

/// <summary>Who is invited, for which party, with which roles; or whose sign-in is recovered.</summary>
internal sealed record Invited(Guid PartyId, string Name, IReadOnlyList<Role> Roles, Guid? RecoversUserId = null);

/// <summary>What the page of an invitation shows.</summary>
public sealed record JoinModel(string Token, string Name);
