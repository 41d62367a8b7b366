using Microsoft.EntityFrameworkCore;
using Yuheng.Server.Data;

namespace Yuheng.Server.Registry.Access;

/// <summary>Opens and ends sessions.</summary>
internal sealed class Sessions(Commands commands, Viewers viewers)
{
    /// <summary>Name of the cookie; the prefix makes browsers hold it to this host, path and https.</summary>
    public const string CookieName = "__Host-session";

    /// <summary>A session ends after this long; a working day, not longer.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    /// <summary>Opens a session and gives the key for the cookie.</summary>
    public async Task<string> Open(Viewer viewer, User user, CancellationToken cancellation)
    {
        var key = Secrets.New();
        await commands.Run(
            viewer,
            async (work, c) =>
            {
                await work.Insert(
                    new Session
                    {
                        ZoneId = viewer.ZoneId, KeyHash = Secrets.Hash(key), UserId = user.Id,
                        SecurityStamp = user.SecurityStamp, ExpiresAt = work.Now + Life,
                    },
                    c);
                await work.Journal("user.signed-in", user.Id, new { user.UserName }, c);
                return 0;
            },
            cancellation);
        return key;
    }

    /// <summary>Ends the session of a key.</summary>
    public async Task End(Viewer viewer, string key, CancellationToken cancellation)
    {
        var hash = Secrets.Hash(key);
        await commands.Run(
            viewer,
            async (work, c) =>
            {
                await work.Db.Set<Session>().Where(s => s.KeyHash == hash).ExecuteDeleteAsync(c);
                await work.Journal("user.signed-out", viewer.UserId, new { }, c);
                return 0;
            },
            cancellation);
        viewers.Forget(key);
    }
}
