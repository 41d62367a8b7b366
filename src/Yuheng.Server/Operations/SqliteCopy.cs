using Microsoft.Data.Sqlite;
using Yuheng.Core;
using Yuheng.Server.Data;

namespace Yuheng.Server.Operations;

/// <summary>
/// SQLite's own consistent copy. (The <c>.db</c> file alone is not one: what was committed last may lie in the log
/// beside it; the stepped backup API may never finish while the server writes.)
/// </summary>
internal static class SqliteCopy
{
    /// <summary>Name of the database in a data directory and in a backup.</summary>
    public const string FileName = "yuheng.db";

    public static async Task<Survey> Make(Database database, string path)
    {
        await using (var connection = await database.Open(CancellationToken.None))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO @path";
            command.AddParameter("@path", path);
            await command.ExecuteNonQueryAsync();
        }

        // VACUUM INTO does not flush what it wrote.
        Folders.Settle(path);
        return await Look(path);
    }

    /// <summary>Opens a copy, lets SQLite check every page and index, and counts.</summary>
    /// <exception cref="Refused">The file is damaged.</exception>
    public static async Task<Survey> Look(string path)
    {
        await using var copy = Database.Sqlite(path);
        try
        {
            await using var connection = await copy.Open(CancellationToken.None);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            if (await command.ExecuteScalarAsync() is not "ok")
            {
                throw new Refused("refused.operations.backup-damaged", path);
            }

            return await Survey.Of(copy, connection, CancellationToken.None);
        }
        catch (SqliteException)
        {
            throw new Refused("refused.operations.backup-damaged", path);
        }
    }
}
