namespace Yuheng.Server.Data;

/// <summary>Every row of a zone table: its key begins with the zone, and so does every query for it.</summary>
public interface IZoneRow
{
    /// <summary>The zone that the row belongs to.</summary>
    Guid ZoneId { get; }
}

/// <summary>
/// A row that belongs to one firm: that firm's people see it, another firm's get the answer of a missing one.
/// </summary>
public interface IFirmRow : IZoneRow
{
    /// <summary>The firm (a party of the registry) whose row it is.</summary>
    Guid FirmId { get; }
}

/// <summary>
/// A row that is changed after its making: the version guards against two people changing it at once.
/// </summary>
public interface IVersionedRow : IZoneRow
{
    /// <summary>Raised by one with every change; a concurrency token.</summary>
    int Version { get; set; }
}
