using System.Globalization;
using System.Text;
using System.Xml;

namespace Yuheng.Server.Sheets;

/// <summary>A note at a cell.</summary>
internal sealed record XlsxComment(int Row, int Column, string Text);

/// <summary>
/// Notes of a sheet. Excel shows a note only where an old-style drawing says how large it is; the drawing is the same
/// box for each.
/// </summary>
internal static class XlsxComments
{
    private const string Head =
        """
        <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
         xmlns:x="urn:schemas-microsoft-com:office:excel">
        <v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">
        <v:stroke joinstyle='miter'/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>

        """;

    private const string Shape =
        """
        <v:shape id="n{0}" type="#note" fillcolor="#fbf1dc"
         style='position:absolute;visibility:hidden;width:240pt;height:80pt'><v:textbox/>
        <x:ClientData ObjectType="Note"><x:AutoFill>False</x:AutoFill>
        <x:Row>{1}</x:Row><x:Column>{2}</x:Column></x:ClientData></v:shape>

        """;

    private static readonly CompositeFormat ShapeFormat = CompositeFormat.Parse(Shape);

    /// <summary>Writes the texts of the notes.</summary>
    public static void Write(XmlWriter xml, IReadOnlyList<XlsxComment> comments)
    {
        xml.WriteStartElement("comments", XlsxParts.Main);
        xml.WriteStartElement("authors");
        xml.WriteElementString("author", XlsxParts.Main, "Yuheng");
        xml.WriteEndElement();
        xml.WriteStartElement("commentList");
        foreach (var comment in comments)
        {
            xml.WriteStartElement("comment");
            xml.WriteAttributeString("ref", CellAddress.Of(comment.Row, comment.Column));
            xml.WriteAttributeString("authorId", "0");
            xml.WriteStartElement("text");
            xml.WriteStartElement("r");
            xml.WriteElementString("t", XlsxParts.Main, XlsxText.Escape(comment.Text));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>The drawing of the boxes.</summary>
    public static string Drawing(IReadOnlyList<XlsxComment> comments)
    {
        var drawing = new StringBuilder(Head);
        for (var index = 0; index < comments.Count; index++)
        {
            drawing.AppendFormat(
                CultureInfo.InvariantCulture, ShapeFormat, index + 1, comments[index].Row - 1, comments[index].Column);
        }

        return drawing.Append("</xml>").ToString();
    }
}
