using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Yuheng.Server.Sheets;

/// <summary>A note at a cell.</summary>
internal sealed record XlsxComment(int Row, int Column, string Text);

/// <summary>
/// Notes of a sheet. Excel shows a note only where an old-style drawing says how large it is; the drawing is the same
/// box for each.
/// </summary>
internal static class XlsxComments
{
    /// <summary>The id by which the sheet names the drawing.</summary>
    public const string DrawingId = "notes";

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

    /// <summary>Adds the notes and their drawing to the sheet.</summary>
    public static void Write(WorksheetPart sheet, IReadOnlyList<XlsxComment> comments)
    {
        if (comments.Count == 0)
        {
            return;
        }

        sheet.AddNewPart<WorksheetCommentsPart>().Comments = new Comments(
            new Authors(new Author("Yuheng")),
            new CommentList(comments.Select(Note)));
        var drawing = sheet.AddNewPart<VmlDrawingPart>(DrawingId);
        using var writer = new StreamWriter(drawing.GetStream(FileMode.Create), new UTF8Encoding(false));
        writer.Write(Head);
        for (var index = 0; index < comments.Count; index++)
        {
            writer.Write(string.Format(
                CultureInfo.InvariantCulture, ShapeFormat, index + 1, comments[index].Row - 1, comments[index].Column));
        }

        writer.Write("</xml>");
    }

    private static Comment Note(XlsxComment comment) => new(
        new CommentText(new Text(XlsxText.Escape(comment.Text))))
    {
        Reference = CellAddress.Of(comment.Row, comment.Column),
        AuthorId = 0,
    };
}
