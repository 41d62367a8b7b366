using System.Data.Common;

namespace Yuheng.Server.Data;

/// <summary>Small helpers for raw ADO commands.</summary>
public static class RawCommands
{
    /// <summary>Adds a parameter; null becomes the database's null.</summary>
    public static DbParameter AddParameter(this DbCommand command, string name, object? value = null)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
