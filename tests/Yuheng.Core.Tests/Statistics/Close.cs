using Shouldly;

namespace Yuheng.Core.Tests.Statistics;

/// <summary>Compares by relative error, so that a wrong tail of 1e-300 does not pass as zero.</summary>
internal static class Close
{
    public static void ShouldBeClose(this double actual, double expected, double relative = 1e-12)
    {
        if (expected == 0)
        {
            actual.ShouldBe(0);
            return;
        }

        Math.Abs((actual / expected) - 1).ShouldBeLessThanOrEqualTo(relative, $"{actual:R} is not {expected:R}");
    }
}
