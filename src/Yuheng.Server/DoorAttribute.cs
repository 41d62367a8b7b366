namespace Yuheng.Server;

/// <summary>
/// Marks what a module offers to those after it: its door's functions and the rows that they hand out. Everything else
/// of
/// a module is its own; the architecture test holds this.
/// </summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Enum | AttributeTargets.Delegate | AttributeTargets.Interface
)]
public sealed class DoorAttribute : Attribute;
