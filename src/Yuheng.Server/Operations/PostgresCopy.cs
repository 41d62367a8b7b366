using System.ComponentModel;
using System.Data;
using System.Diagnostics;
using Npgsql;
using Yuheng.Core;
using Yuheng.Server.Data;

namespace Yuheng.Server.Operations;

/// <summary>PostgreSQL's own dump and restore, run where they are installed.</summary>
internal static class PostgresCopy
{
    /// <summary>Name of the dump in a backup.</summary>
    public const string FileName = "yuheng.dump";

    /// <summary>Dumps the database as it is at one instant, and counts it as of the same instant.</summary>
    public static async Task<Survey> Make(Database database, string connectionString, string path)
    {
        await using var connection = await database.Open(CancellationToken.None);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_export_snapshot()";
        var id = (string)(await command.ExecuteScalarAsync())!;
        var survey = await Survey.Of(database, connection, CancellationToken.None);
        await Run("pg_dump", connectionString, ["--format=custom", "--no-owner", "--snapshot=" + id, "--file=" + path]);
        Folders.Settle(path);
        return survey;
    }

    /// <summary>Restores a dump into the database that the connection string names; it must be empty.</summary>
    public static Task Restore(string connectionString, string path) =>
        Run("pg_restore", connectionString, ["--no-owner", "--exit-on-error", "--single-transaction", path]);

    /// <summary>Makes or drops a database beside the one that the connection string names.</summary>
    public static async Task Administer(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Run(string program, string connectionString, IReadOnlyList<string> arguments)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (IEnumerable<string>)["--dbname=" + to.Database, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        // By environment: arguments of a process can be read by everybody on the machine.
        start.Environment["PGHOST"] = to.Host;
        start.Environment["PGPORT"] = to.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = to.Username;
        start.Environment["PGPASSWORD"] = to.Password;
        try
        {
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                throw new Refused("refused.operations.postgres-tool-failed", program, said.Trim());
            }
        }
        catch (Win32Exception)
        {
            throw new Refused("refused.operations.postgres-tool-not-found", program);
        }
    }
}
