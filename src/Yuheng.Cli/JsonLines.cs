using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Yuheng.Core;

namespace Yuheng.Cli;

/// <summary>
/// One JSON object a line in, one out, in the same order, with the request's <c>id</c> echoed. A line that cannot be
/// answered gives <c>{"id":…,"error":{"code","message"}}</c> and exit code 1; the others are answered all the same.
/// </summary>
public static class JsonLines
{
    private const int FlushAt = 64 * 1024;

    private static readonly JsonDocumentOptions Reading = new() { AllowDuplicateProperties = false };

    /// <summary>Answers every line of a verb that has no options of its own.</summary>
    public static int Run(CommandCall call, Action<JsonExchange> answer) =>
        CommandOptions.Parse(call) is { } options ? Run(call, options, answer) : Commands.WrongUsage;

    /// <summary>Answers every line of a verb whose options have been read.</summary>
    /// <returns>0 when every line was answered, otherwise 1.</returns>
    public static int Run(CommandCall call, CommandOptions options, Action<JsonExchange> answer)
    {
        var session = new Session(call.Output, options.Language, answer);
        var lines = new LineReader(call.Input);
        while (lines.TryRead(out var line, session.Flush))
        {
            if (lines.TooLong || !line.Span.Trim(" \t"u8).IsEmpty)
            {
                session.Answer(line, lines);
            }
        }

        session.Flush();
        return session.Failed ? 1 : 0;
    }

    private sealed class Session(Stream output, Language language, Action<JsonExchange> answer)
    {
        private readonly ArrayBufferWriter<byte> _pending = new(FlushAt);
        private readonly ArrayBufferWriter<byte> _line = new();
        private readonly Utf8JsonWriter _writer = new(
            Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        public bool Failed { get; private set; }

        public void Answer(ReadOnlyMemory<byte> line, LineReader lines)
        {
            try
            {
                using var document = Parse(line, lines);
                AnswerOrRefuse(document.RootElement);
            }
            catch (Refused refused)
            {
                WriteError(null, refused);
            }

            _pending.Write(_line.WrittenSpan);
            _pending.Write("\n"u8);
            if (_pending.WrittenCount >= FlushAt)
            {
                Flush();
            }
        }

        public void Flush()
        {
            output.Write(_pending.WrittenSpan);
            output.Flush();
            _pending.ResetWrittenCount();
        }

        private static JsonDocument Parse(ReadOnlyMemory<byte> line, LineReader lines)
        {
            if (lines.TooLong)
            {
                throw new Refused("refused.line.too-long", $"{lines.Number}", $"{LineReader.LongestLine}");
            }

            if (!Utf8.IsValid(line.Span))
            {
                throw new Refused("refused.line.not-utf8", $"{lines.Number}");
            }

            try
            {
                return JsonDocument.Parse(line, Reading);
            }
            catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
            {
                // InvalidOperationException: half a surrogate pair as an escape in a member's name.
                throw new Refused("refused.line.not-json", $"{lines.Number}");
            }
        }

        private void AnswerOrRefuse(JsonElement root)
        {
            var id = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out var given)
                ? given
                : (JsonElement?)null;
            try
            {
                Open(id);
                answer(new JsonExchange(new JsonRequest(root), _writer, language));
                _writer.WriteEndObject();
                _writer.Flush();
            }
            catch (Refused refused)
            {
                WriteError(id, refused);
            }
        }

        private void WriteError(JsonElement? id, Refused refused)
        {
            Failed = true;
            Open(id);
            _writer.WriteStartObject("error");
            _writer.WriteString("code", refused.Code);
            _writer.WriteString("message", CliTexts.All.Say(language, refused.Phrase));
            if (refused.Field is { } field)
            {
                _writer.WriteString("field", field);
            }

            _writer.WriteEndObject();
            _writer.WriteEndObject();
            _writer.Flush();
        }

        private void Open(JsonElement? id)
        {
            _line.ResetWrittenCount();
            _writer.Reset(_line);
            _writer.WriteStartObject();
            if (id is { } given)
            {
                _writer.WritePropertyName("id");
                _writer.WriteRawValue(given.GetRawText(), skipInputValidation: true);
            }
            else
            {
                _writer.WriteNull("id");
            }
        }
    }
}
