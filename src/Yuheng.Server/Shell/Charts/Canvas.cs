using System.Globalization;
using System.Net;
using System.Text;

namespace Yuheng.Server.Shell.Charts;

/// <summary>Writes SVG: the same input gives the same bytes, colours come from the style sheet by class.</summary>
internal sealed class Canvas(double width, double height)
{
    private readonly StringBuilder _svg = new();

    public double Width => width;

    public double Height => height;

    public void Line(double x1, double y1, double x2, double y2, string kind) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{kind}\" d=\"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}\"/>");

    public void Lines(IEnumerable<(double X, double Y)> points, string kind)
    {
        var path = string.Join('L', points.Select(p => $"{N(p.X)} {N(p.Y)}"));
        if (path.Length > 0)
        {
            _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{kind}\" d=\"M{path}\"/>");
        }
    }

    public void Box(double x, double y, double wide, double high, string kind, string? about = null)
    {
        var size = $"x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(Math.Max(0, wide))}\" height=\"{N(Math.Max(0, high))}\"";
        _svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{kind}\" {size}>{About(about)}</rect>");
    }

    public void Dot(double x, double y, double radius, string kind, string? about = null) => _svg.Append(
        CultureInfo.InvariantCulture,
        $"<circle class=\"{kind}\" cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\">{About(about)}</circle>");

    public void Text(double x, double y, string text, string kind = "t") => _svg.Append(
        CultureInfo.InvariantCulture,
        $"<text class=\"{kind}\" x=\"{N(x)}\" y=\"{N(y)}\">{WebUtility.HtmlEncode(text)}</text>");

    /// <summary>Text that reads upwards, for the vertical axis.</summary>
    public void Upwards(double x, double y, string text)
    {
        var turn = $"translate({N(x)} {N(y)}) rotate(-90)";
        _svg.Append(
            CultureInfo.InvariantCulture,
            $"<text class=\"t mid\" transform=\"{turn}\">{WebUtility.HtmlEncode(text)}</text>");
    }

    /// <summary>The whole picture, named by its title for readers who do not see it.</summary>
    public string Picture(string title) =>
        $"<svg class=\"plot\" viewBox=\"0 0 {N(width)} {N(height)}\" role=\"img\" "
        + $"aria-label=\"{WebUtility.HtmlEncode(title)}\">{_svg}</svg>";

    /// <summary>A coordinate with at most one decimal: a tenth of a pixel is never seen.</summary>
    private static string N(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    private static string About(string? about) => about is null ? "" : $"<title>{WebUtility.HtmlEncode(about)}</title>";
}
