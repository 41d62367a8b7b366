using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Yuheng.Server.Data;

namespace Yuheng.Server.Operations;

/// <summary>What a database holds, for comparing a copy with what was copied.</summary>
/// <param name="Migrations">Names of the schema's steps, in order.</param>
/// <param name="Rows">Rows of each table.</param>
/// <param name="Heads">Head of each zone's journal: number and hash in lower-case hex.</param>
internal sealed record Survey(
    IReadOnlyList<string> Migrations, IReadOnlyDictionary<string, long> Rows, IReadOnlyDictionary<Guid, ZoneHead> Heads)
{
    // As they stand in the database, not in the model: a backup may be older than the program.
    private const string SqliteTables =
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

    private const string PostgresTables =
        "SELECT table_name FROM information_schema.tables "
        + "WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'";

    /// <summary>Counts every table over a connection, within its transaction where it has one.</summary>
    public static async Task<Survey> Of(Database database, DbConnection connection, CancellationToken cancellation)
    {
        var migrations = new List<string>();
        await foreach (var row in Read(connection, "SELECT name FROM data_migration ORDER BY name", cancellation))
        {
            migrations.Add(row.GetString(0));
        }

        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var tables = new List<string>();
        await foreach (var row in Read(connection, database.IsSqlite ? SqliteTables : PostgresTables, cancellation))
        {
            tables.Add(row.GetString(0));
        }

        foreach (var table in tables)
        {
            await foreach (var row in Read(connection, $"SELECT count(*) FROM {table}", cancellation))
            {
                rows[table] = row.GetInt64(0);
            }
        }

        var heads = new SortedDictionary<Guid, ZoneHead>();
        await foreach (var row in Read(connection, "SELECT zone_id, seq, hash FROM data_journal_head", cancellation))
        {
            heads[row.GetGuid(0)] = new ZoneHead(row.GetInt64(1), Convert.ToHexStringLower((byte[])row.GetValue(2)));
        }

        return new Survey(migrations, rows, heads);
    }

    /// <summary>
    /// The first difference to another survey in words for an operator, or null where they are the same.
    /// </summary>
    public string? Difference(Survey other)
    {
        if (!Migrations.SequenceEqual(other.Migrations))
        {
            return "data_migration";
        }

        foreach (var (table, count) in Rows)
        {
            var there = other.Rows.GetValueOrDefault(table, -1);
            if (there != count)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{table} {count} ≠ {there}");
            }
        }

        return Heads.Count == other.Heads.Count && Heads.All(h => other.Heads.GetValueOrDefault(h.Key) == h.Value)
            ? null
            : "data_journal_head";
    }

    private static async IAsyncEnumerable<DbDataReader> Read(
        DbConnection connection, string sql, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return reader;
        }
    }
}

/// <summary>Head of one zone's journal.</summary>
internal sealed record ZoneHead(long Seq, string Hash);
