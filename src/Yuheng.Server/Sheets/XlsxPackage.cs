using System.IO.Compression;
using System.Xml;
using Yuheng.Core;

namespace Yuheng.Server.Sheets;

/// <summary>
/// The zip container of a workbook, opened with suspicion: few parts, bounded unpacking (counted, not believed), no
/// document types, nothing resolved. Parts that are not asked for (macros, links, pictures) are never opened.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    private readonly ZipArchive _archive;

    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    private long _unpacked;

    /// <summary>Opens the container.</summary>
    /// <exception cref="Refused"><c>broken</c>, <c>zip-entries</c>, <c>zip-bomb</c>.</exception>
    public XlsxPackage(ReadOnlyMemory<byte> bytes)
    {
        _archive = Open(bytes);
        if (_archive.Entries.Count > SheetLimits.ZipEntries)
        {
            throw SheetChecks.File("zip-entries", SheetLimits.ZipEntries);
        }

        foreach (var entry in _archive.Entries)
        {
            CheckRatio(entry);
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        // Each clipped, so that the sum of 500 lying sizes cannot overflow.
        if (_archive.Entries.Sum(e => Math.Min(e.Length, SheetLimits.UnpackedBytes + 1)) > SheetLimits.UnpackedBytes)
        {
            throw ZipBomb();
        }
    }

    /// <summary>Whether a part is there.</summary>
    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>A part as XML, or null where it is missing.</summary>
    public XmlReader? Xml(string part) => !_parts.TryGetValue(part, out var entry) ? null
        : XmlReader.Create(new BoundedStream(entry.Open(), this), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = SheetLimits.UnpackedBytes,
        });

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private static ZipArchive Open(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception e) when (XlsxBook.IsBroken(e))
        {
            throw SheetChecks.Broken();
        }
    }

    private static void CheckRatio(ZipArchiveEntry entry)
    {
        if (entry.Length > SheetLimits.RatioFreeBytes
            && entry.Length / Math.Max(1, entry.CompressedLength) > SheetLimits.UnpackedRatio)
        {
            throw ZipBomb();
        }
    }

    private static Refused ZipBomb() =>
        SheetChecks.File("zip-bomb", (SheetLimits.UnpackedBytes / 1024 / 1024));

    /// <summary>Counts what is really unpacked, over all parts: the directory of a zip may lie.</summary>
    private sealed class BoundedStream(Stream inner, XlsxPackage package) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = inner.Read(buffer);
            package._unpacked += count;
            return package._unpacked > SheetLimits.UnpackedBytes ? throw ZipBomb() : count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
