using Yuheng.Core.Packs;

namespace Yuheng.Core.Judging;

/// <summary>Minimum walls by inside diameter.</summary>
public static class Walls
{
    /// <summary>The row of a class and inside diameter (mm); null where the class is not held.</summary>
    public static WallRow? Row(Pack pack, decimal pressureClass, decimal diameter) => pack.Walls.FirstOrDefault(w =>
        w.Class == pressureClass && (w.DiameterTo is not { } to || diameter <= to));

    /// <summary>The minimum wall, mm.</summary>
    public static decimal Minimum(WallRow row, decimal diameter) => (row.Slope * diameter) + row.Offset;
}
