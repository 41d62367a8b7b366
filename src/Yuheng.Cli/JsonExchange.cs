using System.Text.Json;
using Yuheng.Core;

namespace Yuheng.Cli;

/// <summary>One question and the answer being written to it.</summary>
/// <param name="Request">The members of the question; <c>id</c> is echoed for the verb.</param>
/// <param name="Answer">The open answer object: the verb writes its members. A refusal discards what was
/// written.</param>
/// <param name="Language">The language of sentences in this answer.</param>
public sealed record JsonExchange(JsonRequest Request, Utf8JsonWriter Answer, Language Language)
{
    /// <summary>A phrase as a sentence in the language of the call.</summary>
    public string Say(Phrase phrase) => CliTexts.All.Say(Language, phrase);

    /// <summary>Writes a member that is a list of sentences.</summary>
    public void WriteSentences(string name, IEnumerable<Phrase> phrases)
    {
        Answer.WriteStartArray(name);
        foreach (var phrase in phrases)
        {
            Answer.WriteStringValue(Say(phrase));
        }

        Answer.WriteEndArray();
    }

    /// <summary>
    /// Writes a member that is a list of numbers which read back to the same doubles; a null stays null.
    /// </summary>
    public void WriteNumbers(string name, IEnumerable<double?> values)
    {
        Answer.WriteStartArray(name);
        foreach (var value in values)
        {
            WriteNumberOrNull(value);
        }

        Answer.WriteEndArray();
    }

    /// <summary>Writes a member that is a list of whole numbers; a null stays null.</summary>
    public void WriteCounts(string name, IEnumerable<long?> values)
    {
        Answer.WriteStartArray(name);
        foreach (var value in values)
        {
            if (value is { } count)
            {
                Answer.WriteNumberValue(count);
            }
            else
            {
                Answer.WriteNullValue();
            }
        }

        Answer.WriteEndArray();
    }

    /// <summary>Writes a member that is a whole number, or null.</summary>
    public void WriteCountOrNull(string name, long? value)
    {
        if (value is { } count)
        {
            Answer.WriteNumber(name, count);
        }
        else
        {
            Answer.WriteNull(name);
        }
    }

    private void WriteNumberOrNull(double? value)
    {
        if (value is { } number)
        {
            Answer.WriteNumberValue(number);
        }
        else
        {
            Answer.WriteNullValue();
        }
    }
}
