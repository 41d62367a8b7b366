using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Yuheng.Server.Sheets;

/// <summary>The parts of a workbook that is being written: a zip of XML files that point to each other.</summary>
internal sealed class XlsxParts(Stream stream) : IDisposable
{
    /// <summary>Namespace of sheets.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Namespace of pointers in sheets, and beginning of their types.</summary>
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Package = "http://schemas.openxmlformats.org/package/2006/";

    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>Every part carries the first day of zip: the same rows give the same bytes.</summary>
    private static readonly DateTimeOffset Undated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // No byte order mark, and line feeds stay what they are on every system.
    private static readonly XmlWriterSettings Plain =
        new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None };

    private readonly ZipArchive _archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);

    private readonly List<(string Part, string Type)> _types = [];

    /// <summary>Writes a part of XML.</summary>
    /// <param name="part">Path in the package.</param>
    /// <param name="type">Last words of its content type: <c>worksheet+xml</c>.</param>
    /// <param name="write">Writes its one element.</param>
    public void Write(string part, string type, Action<XmlWriter> write)
    {
        _types.Add((part, SheetType + type));
        Xml(part, write);
    }

    /// <summary>Writes a part as it is.</summary>
    public void Write(string part, string content)
    {
        using var writer = new StreamWriter(Entry(part), new UTF8Encoding(false));
        writer.Write(content);
    }

    /// <summary>Writes what a part points to.</summary>
    /// <param name="part">Path of the pointer file.</param>
    /// <param name="targets">Id, last word of the type, and path from the part's folder.</param>
    public void Point(string part, IEnumerable<(string Id, string Type, string Target)> targets) => Xml(part, xml =>
    {
        xml.WriteStartElement("Relationships", Package + "relationships");
        foreach (var (id, type, target) in targets)
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", $"{Office}/{type}");
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    /// <summary>Writes the table of content types and ends the package; the stream stays open.</summary>
    public void Dispose()
    {
        Xml("[Content_Types].xml", xml =>
        {
            xml.WriteStartElement("Types", Package + "content-types");
            Default(xml, "rels", "application/vnd.openxmlformats-package.relationships+xml");
            Default(xml, "vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
            foreach (var (part, type) in _types)
            {
                xml.WriteStartElement("Override");
                xml.WriteAttributeString("PartName", "/" + part);
                xml.WriteAttributeString("ContentType", type);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        });
        _archive.Dispose();
    }

    private static void Default(XmlWriter xml, string extension, string type)
    {
        xml.WriteStartElement("Default");
        xml.WriteAttributeString("Extension", extension);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    private void Xml(string part, Action<XmlWriter> write)
    {
        using var entry = Entry(part);
        using var xml = XmlWriter.Create(entry, Plain);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private Stream Entry(string part)
    {
        var entry = _archive.CreateEntry(part, CompressionLevel.Fastest);
        entry.LastWriteTime = Undated;
        return entry.Open();
    }
}
