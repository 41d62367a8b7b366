using System.Text.Json;
using Yuheng.Core;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Cli.Judge;

/// <summary>The answer being written: the group's members first, then status, reasons, pack and confidence.</summary>
public sealed class CaseAnswer(JsonExchange exchange)
{
    private readonly List<(string Clause, Phrase Says)> _reasons = [];
    private string? _status;
    private Pack? _pack;
    private Confidence? _confidence;

    private Utf8JsonWriter Writer => exchange.Answer;

    /// <summary>The pack that is judged by; its own confidence holds unless a row has one.</summary>
    public Pack From(Pack pack)
    {
        _pack = pack;
        return pack;
    }

    /// <summary>The confidence of the row used; of several the worst.</summary>
    public void Rests(Confidence? confidence)
    {
        if (confidence is { } one)
        {
            _confidence = _confidence is { } other && other > one ? other : one;
        }
    }

    /// <summary>A word of the answer.</summary>
    public void Word(string member, string? value) => Writer.WriteString(member, value);

    /// <summary>True or false.</summary>
    public void Flag(string member, bool value) => Writer.WriteBoolean(member, value);

    /// <summary>A decimal, or null where there is no number.</summary>
    public void Number(string member, decimal? value)
    {
        if (value is { } number)
        {
            Writer.WriteNumber(member, number);
        }
        else
        {
            Writer.WriteNull(member);
        }
    }

    /// <summary>An exact fraction, as a decimal to 12 places.</summary>
    public void Number(string member, Ratio value) => Writer.WriteNumber(member, value.ToDecimal());

    /// <summary>A probability or statistic.</summary>
    public void Statistic(string member, double value) => Writer.WriteNumber(member, value);

    /// <summary>A list of words.</summary>
    public void Words(string member, IEnumerable<string> values)
    {
        Writer.WriteStartArray(member);
        foreach (var value in values)
        {
            Writer.WriteStringValue(value);
        }

        Writer.WriteEndArray();
    }

    /// <summary>The status word.</summary>
    public void Status(string status) => _status = status;

    /// <summary>Something needed is not known.</summary>
    public void CannotJudge(string code, params IReadOnlyList<string> args)
    {
        _status = "cannot-judge";
        Because("", code, args);
    }

    /// <summary>A reason with its clause.</summary>
    public void Because(string clause, string code, params IReadOnlyList<string> args) =>
        _reasons.Add((clause, new Phrase(code, args)));

    /// <summary>Writes what stands in every answer.</summary>
    public void Close(PackSet packs)
    {
        if (_status is { } status)
        {
            Writer.WriteString("status", status);
        }

        Writer.WriteStartArray("reasons");
        foreach (var (clause, says) in _reasons)
        {
            Writer.WriteStartObject();
            Writer.WriteString("clause", clause);
            Writer.WriteString("text", exchange.Say(says));
            Writer.WriteEndObject();
        }

        Writer.WriteEndArray();
        if (_pack is { } pack)
        {
            var pin = packs.PinOf(pack);
            Writer.WriteStartObject("pack");
            Writer.WriteString("id", pin.Id);
            Writer.WriteString("version", pin.Version);
            Writer.WriteString("hash", pin.Hash);
            Writer.WriteEndObject();
        }
        else
        {
            Writer.WriteNull("pack");
        }

        var confidence = _confidence ?? _pack?.Confidence ?? Confidence.High;
        Writer.WriteString("confidence", confidence switch
        {
            Confidence.High => "high",
            Confidence.Medium => "medium",
            _ => "low",
        });
    }
}
