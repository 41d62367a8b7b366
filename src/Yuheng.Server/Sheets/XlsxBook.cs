using System.Xml;
using Yuheng.Core;

namespace Yuheng.Server.Sheets;

/// <summary>
/// Reads a workbook part by part, in one pass each. Written by hand because a library either takes a number cell shown
/// as <c>00123</c> for 123 or builds the whole document first.
/// </summary>
internal static class XlsxBook
{
    private const string OfficeDocument = "/officeDocument";

    /// <summary>Reads the visible sheets.</summary>
    /// <exception cref="Refused">The file is broken, hostile, too large or holds no sheet.</exception>
    public static Book Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var package = new XlsxPackage(bytes);
            var sheets = ReadSheets(package);
            return sheets.Count > 0
                ? new Book(BookFormat.Xlsx, null, sheets)
                : throw SheetChecks.File("no-sheet");
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw SheetChecks.Broken();
        }
    }

    /// <summary>What the zip and XML readers throw on a file that is not what it says.</summary>
    public static bool IsBroken(Exception e) =>
        e is InvalidDataException or IOException or XmlException or NotSupportedException;

    private static List<Sheet> ReadSheets(XlsxPackage package)
    {
        var workbook = Target(Relations(package, ""), OfficeDocument);
        var relations = Relations(package, workbook).ToDictionary(r => r.Id, r => r, StringComparer.Ordinal);
        var (tabs, since1904) = Tabs(package, workbook);
        var look = new XlsxLook(
            XlsxStrings.Read(package, Target(relations.Values, "/sharedStrings")),
            XlsxStyles.Read(package, Target(relations.Values, "/styles")),
            since1904);
        var sheets = new List<Sheet>();
        var rowsLeft = SheetLimits.Rows;
        foreach (var (name, relation) in tabs)
        {
            if (!relations.TryGetValue(relation, out var found)
                || !found.Type.EndsWith("/worksheet", StringComparison.Ordinal))
            {
                continue;
            }

            using var xml = package.Xml(found.Target) ?? throw SheetChecks.Broken();
            var rows = new XlsxRows(xml, look, rowsLeft).Read();
            rowsLeft -= rows.Count;
            sheets.Add(new Sheet(name, rows));
        }

        return sheets;
    }

    private static string Target(IEnumerable<XlsxRelation> relations, string type) =>
        relations.FirstOrDefault(r => r.Type.EndsWith(type, StringComparison.Ordinal))?.Target ?? "";

    private static (List<(string Name, string Relation)> Tabs, bool Since1904) Tabs(XlsxPackage package, string part)
    {
        using var xml = package.Xml(part) ?? throw SheetChecks.File("no-sheet");
        var tabs = new List<(string, string)>();
        var since1904 = false;
        while (xml.Read() && tabs.Count < SheetLimits.Sheets)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                since1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet" && (xml.GetAttribute("state") ?? "visible") == "visible")
            {
                tabs.Add((xml.GetAttribute("name") ?? "", RelationId(xml)));
            }
        }

        return (tabs, since1904);
    }

    /// <summary>The attribute <c>r:id</c>, whose namespace differs between the two editions of the format.</summary>
    private static string RelationId(XmlReader xml)
    {
        var id = "";
        while (xml.MoveToNextAttribute())
        {
            id = xml.LocalName == "id" && xml.NamespaceURI.Length > 0 ? xml.Value : id;
        }

        xml.MoveToElement();
        return id;
    }

    /// <summary>
    /// What a part points to, as paths from the root of the package; links to the outside are left out.
    /// </summary>
    private static List<XlsxRelation> Relations(XlsxPackage package, string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var folder = part[..slash];
        using var xml = package.Xml($"{folder}_rels/{part[slash..]}.rels");
        var relations = new List<XlsxRelation>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        while (xml?.Read() == true && relations.Count < SheetLimits.ZipEntries)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship"
                && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Id") is { } id && ids.Add(id))
            {
                relations.Add(new XlsxRelation(
                    id, xml.GetAttribute("Type") ?? "", Path(folder, xml.GetAttribute("Target") ?? "")));
            }
        }

        return relations;
    }

    private static string Path(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}

/// <summary>A pointer from one part of a workbook to another.</summary>
internal sealed record XlsxRelation(string Id, string Type, string Target);
