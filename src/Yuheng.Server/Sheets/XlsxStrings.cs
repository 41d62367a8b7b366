using System.Text;
using System.Xml;
using Yuheng.Core;

namespace Yuheng.Server.Sheets;

/// <summary>Texts of a workbook: the shared table and the rich text of a cell.</summary>
internal static class XlsxStrings
{
    /// <summary>The shared table; empty where the workbook has none.</summary>
    /// <exception cref="Refused">The table or a text in it is too long.</exception>
    public static IReadOnlyList<string> Read(XlsxPackage package, string part)
    {
        using var xml = package.Xml(part);
        var strings = new List<string>();
        while (xml?.Read() == true)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                if (strings.Count == SheetLimits.SharedStrings)
                {
                    throw SheetChecks.TooManyRows();
                }

                strings.Add(Text(xml));
            }
        }

        return strings;
    }

    /// <summary>
    /// All runs of the element on which the reader stands, joined; phonetic readings (<c>rPh</c>) are not part of the
    /// text. Leaves the reader on the end of the element.
    /// </summary>
    public static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        var text = "";
        StringBuilder? runs = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                Skip(xml);
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
                or XmlNodeType.Whitespace)
            {
                if (text.Length > 0)
                {
                    runs ??= new StringBuilder(text);
                    runs.Append(xml.Value);
                    SheetChecks.Length(runs.Length / XlsxText.EscapeLength);
                }
                else
                {
                    text = xml.Value;
                }
            }
        }

        text = XlsxText.Unescape(runs?.ToString() ?? text);
        SheetChecks.Length(text.Length);
        return text;
    }

    /// <summary>Moves to the end of the element, so that the next read goes on after it.</summary>
    private static void Skip(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            // Passed over.
        }
    }
}
