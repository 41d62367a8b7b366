using Microsoft.Data.Sqlite;
using Npgsql;
using Yuheng.Core;

namespace Yuheng.Server.Data;

/// <summary>
/// Failures of what lies under the database, as refusals: reading may go on, and whoever wrote may try again once room
/// was made or the database is back.
/// </summary>
internal static class StorageTrouble
{
    private const string Full = "refused.data.storage-full";

    private const string Unavailable = "refused.data.storage-unavailable";

    /// <summary>The refusal, or null where the failure is something else.</summary>
    public static Refused? Of(Exception thrown) => thrown switch
    {
        // SQLITE_FULL; SQLITE_READONLY, SQLITE_IOERR, SQLITE_CANTOPEN.
        SqliteException { SqliteErrorCode: 13 } => new Refused(Full),
        SqliteException { SqliteErrorCode: 8 or 10 or 14 } => new Refused(Unavailable),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new Refused(Full),
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } =>
            new Refused(Unavailable),
        PostgresException => null,
        NpgsqlException => new Refused(Unavailable),
        _ => null,
    };

    /// <summary>Whether an exception is such a refusal.</summary>
    public static bool Is(Exception? thrown) => thrown is Refused { Phrase.Code: Full or Unavailable };
}
