namespace Yuheng.Cli;

/// <summary>
/// Lines of a byte stream without a string for each: constant memory however many there are. A mark (BOM) before the
/// first line and a carriage return before a line feed are dropped.
/// </summary>
internal sealed class LineReader(Stream input)
{
    /// <summary>
    /// The longest line that is read: 16 MiB holds a control chart of a million values; a longer one is skipped.
    /// </summary>
    public const int LongestLine = 16 * 1024 * 1024;

    private const int FirstBuffer = 64 * 1024;
    private byte[] _buffer = new byte[FirstBuffer];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The number of the line read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>
    /// Whether the line read last was longer than <see cref="LongestLine"/>; its bytes are then lost.
    /// </summary>
    public bool TooLong { get; private set; }

    /// <summary>The next line, valid until the next call; false at the end of the stream.</summary>
    /// <param name="line">The bytes of the line without its end.</param>
    /// <param name="beforeWaiting">Called before the stream is asked for more: answers must not wait behind a
    /// question.</param>
    public bool TryRead(out ReadOnlyMemory<byte> line, Action beforeWaiting)
    {
        TooLong = false;
        var scanned = _start;
        while (true)
        {
            var at = _buffer.AsSpan(scanned, _end - scanned).IndexOf((byte)'\n');
            if (at >= 0)
            {
                line = Cut(scanned + at, scanned + at + 1);
                return true;
            }

            if (_ended)
            {
                line = Cut(_end, _end);
                return !line.IsEmpty || TooLong;
            }

            scanned = MakeRoom();
            beforeWaiting();
            Fill();
        }
    }

    private ReadOnlyMemory<byte> Cut(int end, int next)
    {
        Number++;
        var line = _buffer.AsMemory(_start, end - _start);
        if (Number == 1 && line.Span.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }

        TooLong |= line.Length > LongestLine;
        _start = next;
        return line.Span.EndsWith("\r"u8) ? line[..^1] : line;
    }

    private int MakeRoom()
    {
        var length = _end - _start;
        if (length > LongestLine)
        {
            TooLong = true;
            length = 0;
        }
        else if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, length);
        }

        if (length == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        _start = 0;
        _end = length;
        return length;
    }

    private void Fill()
    {
        var read = input.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
    }
}
