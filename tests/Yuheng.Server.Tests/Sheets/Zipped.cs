using System.IO.Compression;
using System.Text;

namespace Yuheng.Server.Tests.Sheets;

/// <summary>Workbooks put together part by part, as programs other than ours write them.</summary>
internal sealed class Zipped
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, string> _parts = new()
    {
        ["_rels/.rels"] = $"""
            <Relationships>
            <Relationship Id="a" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """,
        ["xl/workbook.xml"] = $"""
            <workbook xmlns="{Main}" xmlns:r="{Office}">
            <sheets><sheet name="S" sheetId="1" r:id="s"/></sheets></workbook>
            """,
        ["xl/_rels/workbook.xml.rels"] = $"""
            <Relationships><Relationship Id="s" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="t" Type="{Office}/sharedStrings" Target="/xl/sharedStrings.xml"/>
            <Relationship Id="u" Type="{Office}/styles" Target="../xl/styles.xml"/></Relationships>
            """,
    };

    public static Zipped Sheet(string rows, string after = "") =>
        new Zipped().With(
            "xl/worksheets/sheet1.xml",
            $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{after}</worksheet>""");

    public Zipped With(string part, string content)
    {
        _parts[part] = content;
        return this;
    }

    public Zipped Without(string part)
    {
        _parts.Remove(part);
        return this;
    }

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
