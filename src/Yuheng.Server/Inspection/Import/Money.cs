using System.Globalization;

namespace Yuheng.Server.Inspection.Import;

/// <summary>An amount with its currency.</summary>
/// <param name="Amount">In units of the currency, digits as written.</param>
/// <param name="Currency">ISO 4217 code; empty where the file names none.</param>
internal readonly record struct Money(decimal Amount, string Currency)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Currency} {Amount.ToString(CultureInfo.InvariantCulture)}".Trim();
}
