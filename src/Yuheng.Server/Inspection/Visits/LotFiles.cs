using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Visits;

/// <summary>Files of a lot: attached by form, given back as they were sent.</summary>
internal static class LotFiles
{
    private static readonly string[] Given = ["laboratory-report", "material-certificate", "photo"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lots/{id:guid}/files", List).SignedIn();
        routes
            .MapPost("/lots/{id:guid}/files", Attach)
            .Requires(
                Role.FirmClerk,
                Role.FirmOwner,
                Role.BenchOperator,
                Role.LaboratorySignatory,
                Role.Inspector,
                Role.Reviewer
            );
        routes.MapGet("/lots/{id:guid}/files/{file:guid}", Show).SignedIn();
    }

    private static async Task<IResult> List(Guid id, HttpContext http, Db db)
    {
        var lot = await LotRecords.Lot(db, id, http.RequestAborted);
        return Page.Show<LotFilesPage>(new LotFilesModel(lot, await Attaching.Of(db, lot, http.RequestAborted), Given));
    }

    private static Task<IResult> Attach(Guid id, HttpContext http, Db db, Attaching attaching) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                await LotRecords.Lot(db, id, http.RequestAborted);
                var kind = form.Choice("kind", Given);
                form.Check();
                var files = await GivenFile.Of(form.Files, "file", kind!, http.RequestAborted);
                if (files.Count == 0)
                {
                    throw new Refused("refused.inspection.attachment-missing") { Field = "file" };
                }

                foreach (var file in files)
                {
                    await attaching.Attach(http.Viewer(), id, file, http.RequestAborted);
                }

                return Page.See($"/lots/{id}/files");
            },
            () => List(id, http, db)
        );

    /// <summary>Pictures are shown, everything else is saved; nothing that was sent ever runs here.</summary>
    private static async Task<IResult> Show(Guid id, Guid file, HttpContext http, Db db, FileStore files)
    {
        var lot = await LotRecords.Lot(db, id, http.RequestAborted);
        var row = (await Attaching.Of(db, lot, http.RequestAborted)).FirstOrDefault(a => a.Id == file);
        var content = row is null ? null : await files.Read(row.Hash, http.RequestAborted);
        if (content is null)
        {
            throw new Refused("refused.inspection.file-not-found");
        }

        var media = FileTypes.Of(content)?.Media ?? "application/octet-stream";
        var isPicture = media.StartsWith("image/", StringComparison.Ordinal);
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(content, media, isPicture ? null : row!.FileName);
    }
}

/// <summary>What the page of a lot's files shows.</summary>
public sealed record LotFilesModel(Lot Lot, IReadOnlyList<Attachment> Files, IReadOnlyList<string> Kinds);
