namespace Yuheng.Server.Inspection.Lots;

/// <summary>A lot as lists show it.</summary>
public sealed record LotListRow(
    Guid Id,
    long Seq,
    Guid FirmId,
    string Number,
    string ProductNameZh,
    string ProductNameEn,
    string Model,
    string Size,
    string Pressure,
    long Quantity,
    string Markets,
    string State,
    DateTimeOffset DeclaredAt)
{
    /// <summary>Name of the firm, for those who see lots of several.</summary>
    public string FirmName { get; init; } = "";
}
