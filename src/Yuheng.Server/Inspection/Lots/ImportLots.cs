using System.Text;
using System.Text.Json;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Sheets;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>
/// Declaring from a file: a template with the firm's products, upload, a preview of what was understood, one button
/// that declares the good rows, and the bad ones back as a workbook.
/// </summary>
internal static class ImportLots
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A pasted list; a file is sent as a file.</summary>
    private const int LongestPaste = 1_000_000;

    public static Task<IResult> Ask(HttpContext http, CancellationToken stop) =>
        Task.FromResult(Page.Show<ImportPage>());

    /// <summary>A template for the firm that asks, in its language.</summary>
    public static async Task<IResult> Template(HttpContext http, Db db, Texts texts, CancellationToken stop)
    {
        var products = await FirmProducts.Of(db, http.Viewer(), stop);
        using var file = new MemoryStream();
        DeclarationTemplate.Write(file, products.Known, texts, http.Language());
        return Results.File(file.ToArray(), Workbook, "lots-template.xlsx");
    }

    public static Task<IResult> Answer(
        HttpContext http, KeptUploads kept, ImportReading reading, CancellationToken stop) =>
        Page.Retry(
            http,
            act: async () =>
            {
                var upload = await Sent(await http.Form(), stop);

                // Read once before it is kept: what is no list of lots is refused here, at its field.
                reading.Read(upload, new FirmProducts(new Dictionary<Guid, Registry.Product>(), []));
                kept.Keep(http.Viewer(), upload);
                return Page.See("/lots/import/" + upload.Sha256);
            },
            again: () => Ask(http, stop));

    /// <summary>What was understood; after the declaration, what became of it.</summary>
    public static async Task<IResult> Preview(
        string hash, HttpContext http, Db db, KeptUploads kept, ImportReading reading)
    {
        var (viewer, stop) = (http.Viewer(), http.RequestAborted);
        var upload = await kept.Find(viewer, hash, stop);
        if (await kept.Outcome(viewer, hash, stop) is { } outcome)
        {
            return Page.Show<ImportDonePage>(Read(outcome));
        }

        return Page.Show<ImportPreviewPage>(new ImportPreview(hash, await reading.ReadNew(db, viewer, upload, stop)));
    }

    public static Task<IResult> Declare(string hash, HttpContext http, KeptUploads kept, ImportDeclaring declaring) =>
        Page.Retry(
            http,
            act: async () =>
            {
                var viewer = http.Viewer();
                await http.Form();
                var upload = await kept.Find(viewer, hash, http.RequestAborted);
                var outcome = await declaring.Declare(viewer, upload, http.RequestAborted);
                kept.KeepOutcome(viewer, hash, JsonSerializer.SerializeToUtf8Bytes(outcome, JournalJson.Options));
                return Page.See("/lots/import/" + hash);
            },
            again: () => Ask(http, http.RequestAborted));

    /// <summary>The rows with mistakes, each cell marked and its reason beside it, ready to be corrected.</summary>
    public static async Task<IResult> Returned(
        string hash, HttpContext http, Db db, KeptUploads kept, ImportReading reading)
    {
        var (viewer, stop) = (http.Viewer(), http.RequestAborted);
        var upload = await kept.Find(viewer, hash, stop);
        var outcome = await kept.Outcome(viewer, hash, stop);
        var result = outcome is null
            ? (await reading.ReadNew(db, viewer, upload, stop)).Result
            : Read(outcome).Over(reading.Read(upload, await FirmProducts.Of(db, viewer, stop)).Result);
        using var file = new MemoryStream();
        var texts = http.RequestServices.GetRequiredService<Texts>();
        ReturnedWorkbook.Write(
            file, result, ReturnedRows.Bad, new Saying(texts, http.Language(), DeclarationImport.Columns));
        return Results.File(file.ToArray(), Workbook, "lots-returned.xlsx");
    }

    /// <summary>The same in one request for programs: the file as the body or as a form's file.</summary>
    public static async Task<IResult> FromApi(HttpContext http, ImportDeclaring declaring, Texts texts)
    {
        var stop = http.RequestAborted;
        var upload = http.Request.HasFormContentType
            ? await Sent(await http.Form(), stop)
            : await Upload.ReadAsync(http.Request.Body, stop);
        var outcome = await declaring.Declare(http.Viewer(), upload, stop);
        var saying = new Saying(texts, http.Language(), DeclarationImport.Columns);
        return Results.Ok(new
        {
            File = outcome.Hash,
            outcome.Declared,
            Rows = outcome.Rows.Select(r => new
            {
                r.Row,
                r.Lot,
                Errors = r.Errors.Select(e => new
                {
                    Field = e.Column,
                    Cell = e.Address,
                    e.Given,
                    e.Reason.Code,
                    Detail = saying.Cell(e),
                    e.Suggestion,
                }),
            }),
        });
    }

    private static async Task<Upload> Sent(FormInput form, CancellationToken stop)
    {
        if (form.Files.Count > 0 && form.Files[0].Length > 0)
        {
            await using var stream = form.Files[0].OpenReadStream();
            return await Upload.ReadAsync(stream, stop);
        }

        if (form.Optional("pasted", LongestPaste) is { } pasted)
        {
            return Upload.Of(Encoding.UTF8.GetBytes(pasted));
        }

        form.Check();
        throw new Refused("refused.inspection.list-missing") { Field = "file" };
    }

    private static ImportOutcome Read(byte[] outcome) =>
        JsonSerializer.Deserialize<ImportOutcome>(outcome, JournalJson.Options)!;
}

/// <summary>What the preview shows.</summary>
/// <param name="Hash">Hash of the file.</param>
/// <param name="Read">Its rows.</param>
internal sealed record ImportPreview(string Hash, ImportRead Read);
