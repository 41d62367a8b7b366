using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Yuheng.Server.Data;

/// <summary>
/// One prepared INSERT a table, derived from the EF mapping so that a column is named in one place only. Five times
/// cheaper on SQLite than saving through the change tracker.
/// </summary>
public sealed class Bulk(DbConnection connection) : IDisposable
{
    private readonly Dictionary<Type, Insertion> _insertions = [];

    /// <summary>Inserts one row within the given transaction.</summary>
    public async ValueTask Insert<T>(Db model, T row, DbTransaction transaction, CancellationToken cancellation)
        where T : class
    {
        if (!_insertions.TryGetValue(typeof(T), out var insertion))
        {
            insertion = new Insertion(model, typeof(T), connection);
            _insertions.Add(typeof(T), insertion);
        }

        await insertion.Run(row, transaction, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var insertion in _insertions.Values)
        {
            insertion.Dispose();
        }
    }

    private sealed class Insertion : IDisposable
    {
        private readonly DbCommand _command;
        private readonly Action<object>[] _fill;

        public Insertion(Db model, Type type, DbConnection connection)
        {
            var entity =
                model.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is not mapped");
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
            var columns = entity.GetProperties().ToArray();
            _command = connection.CreateCommand();
            _command.CommandText =
                $"INSERT INTO {table.Name} ({string.Join(", ", columns.Select(c => c.GetColumnName(table)))}) "
                + $"VALUES ({string.Join(", ", columns.Select((_, i) => "@p" + i))})";
            _fill = new Action<object>[columns.Length];
            for (var i = 0; i < columns.Length; i++)
            {
                _fill[i] = Filler(columns[i], "@p" + i);
            }
        }

        public async ValueTask Run(object row, DbTransaction transaction, CancellationToken cancellation)
        {
            foreach (var fill in _fill)
            {
                fill(row);
            }

            _command.Transaction = transaction;
            await _command.ExecuteNonQueryAsync(cancellation);
        }

        public void Dispose() => _command.Dispose();

        private Action<object> Filler(IProperty property, string name)
        {
            var mapping = property.GetRelationalTypeMapping();
            var getter = property.GetGetter();
            var convert = mapping.Converter?.ConvertToProvider;
            var parameter = mapping.CreateParameter(_command, name, null, property.IsNullable);
            _command.Parameters.Add(parameter);
            return row =>
            {
                var value = getter.GetClrValue(row);
                parameter.Value =
                    value is null ? DBNull.Value
                    : convert is null ? value
                    : convert(value);
            };
        }
    }
}
