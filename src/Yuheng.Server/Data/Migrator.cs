using System.Data.Common;
using System.Globalization;

namespace Yuheng.Server.Data;

/// <summary>
/// Runs the plain SQL files in <c>Migrations/{sqlite,postgres}</c> that a database has not seen, in order of their
/// names, each in one transaction. (EF's own migrations cost 1.6 s of CPU even with nothing to do.)
/// </summary>
public static class Migrator
{
    /// <summary>Brings the schema up to date and says which files ran.</summary>
    public static async Task<IReadOnlyList<string>> Run(Database database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await Execute(
            connection,
            null,
            "CREATE TABLE IF NOT EXISTS data_migration (name text PRIMARY KEY)",
            cancellation
        );
        var seen = await Names(connection, cancellation);
        var ran = new List<string>();
        foreach (var (name, sql) in Files(database.IsSqlite).Where(f => !seen.Contains(f.Name)))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await Execute(connection, transaction, sql, cancellation);
            await using var mark = connection.CreateCommand();
            mark.Transaction = transaction;
            mark.CommandText = "INSERT INTO data_migration (name) VALUES (@name)";
            mark.AddParameter("@name", name);
            await mark.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            ran.Add(name);
        }

        return ran;
    }

    /// <summary>Names of migration files that the program carries and this database lacks.</summary>
    public static async Task<IReadOnlyList<string>> Pending(Database database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var seen = await Names(connection, cancellation);
        return [.. Files(database.IsSqlite).Select(f => f.Name).Where(n => !seen.Contains(n))];
    }

    /// <summary>The program's migration files of a provider, in order.</summary>
    internal static IReadOnlyList<(string Name, string Sql)> Files(bool sqlite)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"migrations/{(sqlite ? "sqlite" : "postgres")}/");
        var assembly = typeof(Migrator).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n => (n[prefix.Length..], Text(assembly.GetManifestResourceStream(n)!))),
        ];
    }

    private static string Text(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static async Task<HashSet<string>> Names(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM data_migration";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task Execute(
        DbConnection connection,
        DbTransaction? transaction,
        string sql,
        CancellationToken cancellation
    )
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
