namespace Yuheng.Core.Judging;

/// <summary>Which side a limit bounds.</summary>
public enum LimitSide
{
    /// <summary>At most.</summary>
    Maximum,

    /// <summary>At least.</summary>
    Minimum,
}

/// <summary>
/// What a firm declares against what a standard demands (rules of supervision spot checks): a stricter declaration
/// binds;
/// a laxer one binds against a recommended standard, never against a mandatory one; where nothing is declared, the
/// mandatory standard applies and a recommended one is not judged by.
/// </summary>
public static class DeclaredQuality
{
    /// <summary>The limit that is judged by; null where none binds.</summary>
    public static decimal? LimitOf(decimal? declared, decimal? standard, bool mandatory, LimitSide side)
    {
        if (declared is not { } own)
        {
            return mandatory ? standard : null;
        }

        var laxer = standard is { } demanded && (side == LimitSide.Maximum ? own > demanded : own < demanded);
        return laxer && mandatory ? standard : own;
    }
}
