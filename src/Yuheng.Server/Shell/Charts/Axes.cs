using System.Globalization;

namespace Yuheng.Server.Shell.Charts;

/// <summary>The frame of a chart: where the data lie, the two axes with their titles and marks.</summary>
internal sealed class Axes
{
    /// <summary>Width of every chart in its own pixels; a phone scrolls it, paper shows it whole.</summary>
    public const double Width = 560;

    private const double Left = 58;
    private const double Right = 16;
    private const double Top = 14;
    private const double Bottom = 46;

    /// <summary>Labels along the horizontal axis: more than a dozen run into each other.</summary>
    private const int MostLabels = 12;

    public Axes(double height = 320, double left = Left) => (Canvas, X0) = (new Canvas(Width, height), left);

    public Canvas Canvas { get; }

    public double X0 { get; }

    public double X1 => Width - Right;

    public double Y0 => Canvas.Height - Bottom;

    public double Y1 => Top;

    /// <summary>Draws the vertical axis.</summary>
    public void Vertical(Scale y, string title, Func<double, string>? write = null)
    {
        foreach (var tick in y.Ticks())
        {
            Canvas.Line(X0, y[tick], X1, y[tick], "grid");
            Canvas.Text(X0 - 6, y[tick] + 4, (write ?? Plain)(tick), "t end");
        }

        Canvas.Upwards(14, (y.From + y.To) / 2, title);
    }

    /// <summary>Draws the horizontal axis with numbers.</summary>
    public void Horizontal(Scale x, string title, Func<double, string>? write = null)
    {
        Canvas.Line(X0, Y0, X1, Y0, "axis");
        foreach (var tick in x.Ticks())
        {
            Canvas.Line(x[tick], Y0, x[tick], Y0 + 4, "axis");
            Canvas.Text(x[tick], Y0 + 18, (write ?? Plain)(tick), "t mid");
        }

        Canvas.Text((X0 + X1) / 2, Canvas.Height - 6, title, "t mid");
    }

    /// <summary>
    /// Draws the horizontal axis with a label at each place; every second, third… when they are many.
    /// </summary>
    public void Labelled(IReadOnlyList<string> labels, Func<int, double> place, string title)
    {
        Canvas.Line(X0, Y0, X1, Y0, "axis");
        var every = Math.Max(1, (int)Math.Ceiling(labels.Count / (double)MostLabels));
        for (var i = 0; i < labels.Count; i += every)
        {
            Canvas.Text(place(i), Y0 + 18, labels[i], "t mid");
        }

        Canvas.Text((X0 + X1) / 2, Canvas.Height - 6, title, "t mid");
    }

    /// <summary>A number as an axis writes it.</summary>
    public static string Plain(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A fraction as per cent.</summary>
    public static string Percent(double fraction) =>
        (fraction * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%";
}
