using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Yuheng.Server.Data;

namespace Yuheng.Server.Tests;

/// <summary>
/// Fails any statement on a zone's table that carries no zone: one mechanism for tenant safety and for sharding. A
/// statement that crosses zones on purpose is tagged so.
/// </summary>
public sealed partial class ZoneGuard : DbCommandInterceptor
{
    /// <summary>Tag of the few statements that look across zones.</summary>
    public const string CrossesZones = "crosses zones";

    private static readonly Lock Once = new();

    /// <summary>Puts the guard into every context made from now on.</summary>
    public static void Install()
    {
        lock (Once)
        {
            if (Database.Interceptors.Count == 0)
            {
                Database.Interceptors.Add(new ZoneGuard());
            }
        }
    }

    /// <summary>A statement that EF made of an empty list: it reads no row of any zone.</summary>
    private static bool ReadsNothing(string sql) =>
        sql.TrimEnd().EndsWith("WHERE 0", StringComparison.Ordinal)
        || sql.TrimEnd().EndsWith("WHERE FALSE", StringComparison.OrdinalIgnoreCase);

    /// <summary>Throws where a statement on a zone's table names no zone.</summary>
    public static void Check(string sql)
    {
        if (
            ZoneTable().IsMatch(sql) && !ReadsNothing(sql)
            && !ZoneCondition().IsMatch(sql)
            && !sql.Contains(CrossesZones, StringComparison.Ordinal)
        )
        {
            throw new InvalidOperationException("statement without a zone: " + sql);
        }
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Check(command.CommandText);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Check(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Check(command.CommandText);
        return ValueTask.FromResult(result);
    }

    [GeneratedRegex(
        "\\b(FROM|JOIN|UPDATE|INTO) \"?(data|registry|inspection|papers|supervision|requirements|zone)_",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ZoneTable();

    // A condition that holds for no row (an empty list, a key that is null) reads no zone at all.
    [GeneratedRegex(
        "\"?zone_id\"? = @|INSERT INTO [^(]*\\([^)]*zone_id|WHERE (0|FALSE)(\\s|$)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ZoneCondition();
}
