using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Yuheng.Server.Data;

/// <summary>
/// How values lie in both databases: snake_case columns, instants as UTC microseconds or timestamptz, decimals with the
/// digits as written (SQLite would drop 2.40 to 2.4), enums as their names, dates as ISO text or date.
/// </summary>
internal static class Conventions
{
    private const int LongestName = 63;

    private static readonly ValueConverter<DateTimeOffset, long> Microseconds = new(
        v => (v.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond,
        v => DateTimeOffset.UnixEpoch.AddTicks(v * TimeSpan.TicksPerMicrosecond)
    );

    private static readonly ValueConverter<decimal, string> DecimalText = new(
        v => v.ToString(CultureInfo.InvariantCulture),
        v => decimal.Parse(v, NumberStyles.Number, CultureInfo.InvariantCulture)
    );

    private static readonly ValueConverter<DateOnly, string> DateText = new(
        v => v.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        v => DateOnly.ParseExact(v, "yyyy-MM-dd", CultureInfo.InvariantCulture)
    );

    /// <summary>Applies the conventions to every property that a module has not mapped otherwise.</summary>
    public static void Apply(ModelBuilder builder, bool sqlite)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
                if (property.Name == nameof(IVersionedRow.Version))
                {
                    property.IsConcurrencyToken = true;
                }

                Convert(property, sqlite);
            }

            foreach (var index in entity.GetIndexes())
            {
                // PostgreSQL cuts names at 63 bytes; zone_id stands first in every index and need not be said.
                var name =
                    "ix_"
                    + entity.GetTableName()
                    + "_"
                    + string.Join('_', index.Properties.Skip(1).Select(p => Snake(p.Name)));
                index.SetDatabaseName(name.Length > LongestName ? name[..LongestName] : name);
            }
        }
    }

    /// <summary>LotNumber → lot_number.</summary>
    internal static string Snake(string name) =>
        string.Concat(
            name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString())
        );

    private static void Convert(IMutableProperty property, bool sqlite)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (property.GetValueConverter() is not null)
        {
            return;
        }

        if (type.IsEnum)
        {
            property.SetProviderClrType(typeof(string));
        }
        else if (sqlite && type == typeof(DateTimeOffset))
        {
            property.SetValueConverter(Microseconds);
        }
        else if (sqlite && type == typeof(decimal))
        {
            property.SetValueConverter(DecimalText);
        }
        else if (sqlite && type == typeof(DateOnly))
        {
            property.SetValueConverter(DateText);
        }
    }
}
