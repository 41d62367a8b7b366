using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yuheng.Server.Data;

namespace Yuheng.Server.Registry.Access;

/// <summary>
/// Identity's store over the zone's own tables. Changes go through the one writer; Identity's EF stores cannot take
/// keys
/// that begin with the zone.
/// </summary>
internal sealed class UserStore(Database database, Commands commands, Zones zones)
    : IUserPasswordStore<User>,
        IUserLockoutStore<User>,
        IUserSecurityStampStore<User>
{
    public void Dispose() { }

    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.UserName);

    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken)
    {
        user.UserName = userName!;
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.UserName);

    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("accounts are made by an invitation");

    public async Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken)
    {
        await commands.RunUnrecorded(
            Viewer.Anonymous(zones.Id, Core.Language.Chinese),
            (work, _) =>
            {
                work.Db.Update(user);
                return Task.FromResult(0);
            },
            cancellationToken
        );
        return IdentityResult.Success;
    }

    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("accounts stay for the records that they signed");

    public async Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(userId);
        await using var db = database.Read(Sight.Whole(zones.Id));
        return await db.Set<User>().SingleOrDefaultAsync(u => u.Id == id, cancellationToken);
    }

    public async Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        await using var db = database.Read(Sight.Whole(zones.Id));
        return await db.Set<User>().SingleOrDefaultAsync(u => u.UserName == normalizedUserName, cancellationToken);
    }

    public Task SetPasswordHashAsync(User user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash is not null);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(User user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockedUntil = lockoutEnd?.ToUniversalTime();
        return Task.CompletedTask;
    }

    public Task<int> IncrementAccessFailedCountAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult(++user.FailedCount);

    public Task ResetAccessFailedCountAsync(User user, CancellationToken cancellationToken)
    {
        user.FailedCount = 0;
        return Task.CompletedTask;
    }

    public Task<int> GetAccessFailedCountAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult(user.FailedCount);

    public Task<bool> GetLockoutEnabledAsync(User user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(User user, bool enabled, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task SetSecurityStampAsync(User user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);
}

/// <summary>Sign-in names are compared in lower case.</summary>
internal sealed class LowerCaseNames : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name?.Trim().ToLowerInvariant();

    public string? NormalizeEmail(string? email) => email?.Trim().ToLowerInvariant();
}
