using Yuheng.Core.Quantities;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Testing;

/// <summary>Conditions of a block, said once for a characteristic: medium, pressure, times, gauge.</summary>
internal sealed class BlockConditions
{
    private readonly FormInput _form;
    private readonly TestColumn _column;
    private bool _demanded;

    public BlockConditions(FormInput form, TestColumn column)
    {
        _form = form;
        _column = column;
        Medium = form.Optional(Name(column, "medium"));
        Pressure = Read("pressure", "MPa");
        Hold = Read("hold", "s");
        Observed = Read("observed", "s");
        Gauge = form.Optional(Name(column, "gauge"), 60);
    }

    public string? Medium { get; }

    public Reading? Pressure { get; }

    public Reading? Hold { get; }

    public Reading? Observed { get; }

    public string? Gauge { get; }

    /// <summary>Name of a condition's field.</summary>
    public static string Name(TestColumn column, string condition) => $"c.{column.Code}.{condition}";

    /// <summary>Notes what a test of this kind cannot do without; asked for once there is a new reading.</summary>
    public void Demand()
    {
        if (_demanded)
        {
            return;
        }

        _demanded = true;
        var need = _column.First;
        Need(need.Medium is not null && Medium is null, "medium");
        Need(need.TestPressure is not null && Pressure is null, "pressure");
        Need(need.MinDurationSeconds is not null && Hold is null, "hold");
        Need(Gauge is null, "gauge");
    }

    private void Need(bool missing, string condition)
    {
        var name = Name(_column, condition);
        if (missing && _form.Optional(name) is null)
        {
            _form.Note(name, "refused.shell.field-empty");
        }
    }

    private Reading? Read(string condition, string unit)
    {
        var name = Name(_column, condition);
        if (_form.Optional(name, 30) is not { } text)
        {
            return null;
        }

        var read = Decimals.Read(FormInput.Folded(text));
        if (read.Reason is { } wrong)
        {
            _form.Note(name, wrong.Code, wrong.Args);
            return null;
        }

        return new Reading(read.Value, unit);
    }
}

/// <summary>Pressure and holding time of a block; rows show their own only where they differ.</summary>
public sealed record ShownBlock(Reading? Pressure, Reading? Hold);
