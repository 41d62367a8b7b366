using System.Globalization;
using Yuheng.Core;
using Yuheng.Core.Indicators;
using Yuheng.Core.Workflows;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Zone;

/// <summary>Indicators as they are written: never without n, interval, period and the way to their rows.</summary>
internal sealed class FigureTexts(T words, Format format)
{
    /// <summary>A figure for a board.</summary>
    public FigureModel Model(Indicator figure, DateTimeOffset asOf)
    {
        var definition = IndicatorDefinitions.Default.Of(figure.Id);
        return new FigureModel(
            Phrase.Of("zone.figure.label", figure.Id, Name(definition.Name), Variant(figure)),
            Value(figure),
            Phrase.Of(
                "zone.figure.definition",
                Name(definition.Numerator),
                Name(definition.Denominator),
                string.Join(", ", figure.Context.PackVersions),
                figure.Context.Query,
                definition.Confidence
            )
        )
        {
            N = figure.N,
            Interval = Interval(figure),
            AsOf = asOf,
            Href = Href(figure),
        };
    }

    /// <summary>The value with its unit, or why there is none.</summary>
    public string Value(Indicator figure)
    {
        if (figure.Value is not { } value)
        {
            return figure.Note is null ? words["shell.none"] : words.Say(figure.Note);
        }

        return IsShare(figure) ? format.Percent(value, 2) : format.Number(value, 2);
    }

    /// <summary>The interval, with the weighted twin where there is one.</summary>
    public string? Interval(Indicator figure)
    {
        if (figure.Interval is not { } interval)
        {
            return null;
        }

        var between = IsShare(figure)
            ? format.Number(interval.Lower * 100, 1) + "–" + format.Percent(interval.Upper)
            : format.Number(interval.Lower, 2) + "–" + format.Number(interval.Upper, 2);
        return figure.Weighted is { } twin
            ? words["zone.figure.twin", between, format.Percent(twin.Value, 2)]
            : between;
    }

    /// <summary>The rows behind a figure.</summary>
    public static string Href(Indicator figure, bool numerator = false)
    {
        var name = figure.Variant.Length == 0 ? figure.Id : figure.Id + "." + figure.Variant;
        var period = figure.Context.Period;
        return string.Create(
                CultureInfo.InvariantCulture,
                $"/zone/rows?figure={name}&from={period.From:yyyy-MM-dd}&until={period.Until:yyyy-MM-dd}"
            ) + (numerator ? "&part=numerator" : "");
    }

    /// <summary>The name of a reading of a figure.</summary>
    public string Variant(Indicator figure) =>
        figure.Variant.Length == 0 ? ""
        : words.Has("zone.variant." + figure.Variant) ? words["zone.variant." + figure.Variant]
        : figure.Variant;

    /// <summary>A name in the reader's language.</summary>
    public string Name(Bilingual name) => words.Language == Language.Chinese ? name.Zh : name.En;

    private static bool IsShare(Indicator figure) =>
        IndicatorDefinitions.Default.Of(figure.Id).Kind is "share" or "valueShare"
        || figure.Id is "K01" or "K02" or "K03" or "K04" or "K05";
}
