using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Yuheng.Server.Data;

namespace Yuheng.Bench.Data;

/// <summary>What SQLite can do with the same rows, flushes and indexes when nothing is in between.</summary>
internal static class Ceiling
{
    private const string Lot =
        """
        INSERT INTO inspection_lot (zone_id, id, seq, firm_id, number, product_id, product_name_zh, product_name_en,
            model, valve_type, size, pressure, seat, body_alloy, hs_code, quantity, unit, heats, markets, produced_on,
            value_usd, source, mode, probability, state, attempt, declared_at, declared_by, version)
        VALUES (@zone, @id, @seq, @firm, @number, @firm, 'brass ball valve', 'brass ball valve', 'Q11F-16T', 'ball',
            'DN15', 'PN16', 'soft', 'HPb59-1', '8481804090', 1200, 'pcs', '["R2607-31"]', 'DE', '2026-11-01', '1200.50',
            'api', 'every-lot', '1', 'declared', 1, @at, @firm, 0)
        """;

    private const string Journal =
        """
        INSERT INTO data_journal (zone_id, seq, at, user_id, party_id, kind, subject_id, data, hash)
        VALUES (@zone, @seq, @at, @firm, @firm, 'lot.declared', @id,
            '{"number":"01a20dd2-4968-7360-b5b3-2576622f2b26","quantity":1200,"markets":"DE"}', @hash)
        """;

    private const string Answer =
        "INSERT INTO data_answered_request (zone_id, party_id, key, body_hash, answer, at) "
        + "VALUES (@zone, @firm, @number, @hash, @id, @at)";

    private const string Head =
        "INSERT INTO data_journal_head (zone_id, seq, hash) VALUES (@zone, @seq, @hash) "
        + "ON CONFLICT (zone_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash";

    /// <summary>Declarations a second in commits of a given size.</summary>
    public static double Measure(string path, int group, TimeSpan time)
    {
        var database = Database.Sqlite(path);
        Migrator.Run(database, CancellationToken.None).GetAwaiter().GetResult();
        using var connection = (SqliteConnection)database.Open(CancellationToken.None).GetAwaiter().GetResult();
        var statements = new[] { Lot, Journal, Answer, Head }.Select(sql => Prepare(connection, sql)).ToArray();
        var watch = Stopwatch.StartNew();
        long seq = 0;
        while (watch.Elapsed < time)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            for (var i = 0; i < group; i++)
            {
                Insert(statements, transaction, ++seq);
            }

            transaction.Commit();
        }

        return seq / watch.Elapsed.TotalSeconds;
    }

    private static void Insert(SqliteCommand[] statements, SqliteTransaction transaction, long seq)
    {
        var id = Guid.CreateVersion7().ToString();
        foreach (var statement in statements)
        {
            statement.Transaction = transaction;
            foreach (SqliteParameter parameter in statement.Parameters)
            {
                parameter.Value = parameter.ParameterName switch
                {
                    "@zone" => "01900000-0000-7000-8000-000000000001",
                    "@firm" => "01900000-0000-7000-8000-000000000003",
                    "@seq" => seq,
                    "@at" => 1_800_000_000_000_000 + seq,
                    "@hash" => new byte[JournalEntry.HashBytes],
                    _ => id,
                };
            }

            statement.ExecuteNonQuery();
        }
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in new[] { "@zone", "@firm", "@seq", "@at", "@hash", "@id", "@number" }.Where(sql.Contains))
        {
            command.Parameters.Add(new SqliteParameter(name, null));
        }

        return command;
    }
}
