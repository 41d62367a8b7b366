using System.Text.Json.Serialization;

namespace Yuheng.Core.Quantities;

/// <summary>What a unit measures. Two units compare only within one dimension.</summary>
[JsonConverter(typeof(KebabEnum<Dimension>))]
public enum Dimension
{
    /// <summary>Pressure above atmosphere; base unit Pa.</summary>
    Pressure,

    /// <summary>Leakage as volume per time; base unit mm³/s.</summary>
    Leakage,

    /// <summary>Drops per time: becomes a leakage only with the drop's volume in the edition.</summary>
    Drops,

    /// <summary>Bubbles per time: becomes a leakage only with the bubble's volume in the edition.</summary>
    Bubbles,

    /// <summary>A bare number of drops, with the observation time beside it.</summary>
    DropCount,

    /// <summary>A bare number of bubbles, with the observation time beside it.</summary>
    BubbleCount,

    /// <summary>Length; base unit mm.</summary>
    Length,

    /// <summary>Time; base unit s.</summary>
    Time,

    /// <summary>Share by mass; base unit %.</summary>
    MassShare,

    /// <summary>Mass per volume; base unit µg/L.</summary>
    Concentration,

    /// <summary>Mass; base unit µg.</summary>
    Mass,

    /// <summary>Volume; base unit mm³.</summary>
    Volume,

    /// <summary>Temperature; °C only.</summary>
    Temperature,

    /// <summary>Force; base unit N.</summary>
    Force,

    /// <summary>Torque; base unit N·m.</summary>
    Torque,

    /// <summary>Volume flow of water through a tap; base unit l/s.</summary>
    Flow,

    /// <summary>A number of cycles or pieces.</summary>
    Count,
}
