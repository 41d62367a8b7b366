using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>Form of a Whitworth pipe thread, mm.</summary>
public sealed record ThreadForm(Ratio Pitch, Ratio Height, Ratio PitchDiameter, Ratio MinorDiameter);

/// <summary>Geometry of pipe threads (ISO 7-1, ISO 228-1).</summary>
public static class PipeThreads
{
    /// <summary>P = 25.4 / tpi; h = 0.640327 P; d2 = d − h; d1 = d − 2h.</summary>
    public static ThreadForm Form(decimal majorDiameter, decimal threadsPerInch, decimal heightPerPitch)
    {
        var pitch = Ratio.Of(25.4m) / Ratio.Of(threadsPerInch);
        var height = pitch * Ratio.Of(heightPerPitch);
        var minus = height * Ratio.Of(-1m);
        var pitchDiameter = Ratio.Of(majorDiameter) + minus;
        return new ThreadForm(pitch, height, pitchDiameter, pitchDiameter + minus);
    }
}
