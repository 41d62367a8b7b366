using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Testing;

/// <summary>The export of a bench in two steps: read and shown row by row, then entered.</summary>
internal sealed class UploadBenchFile(BenchFiles files, FileStore store, EnteringReadings entering)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Role[] bench = [Role.BenchOperator, Role.LaboratorySignatory, Role.FirmClerk, Role.FirmOwner];
        routes.MapGet("/bench/upload", (Delegate)Ask).Requires(bench);
        routes
            .MapPost("/bench/upload", (UploadBenchFile upload, HttpContext http, Db db) => upload.Preview(http, db))
            .Requires(bench);
        routes
            .MapPost("/bench/enter", (UploadBenchFile upload, HttpContext http, Db db) => upload.Enter(http, db))
            .Requires(bench);
    }

    private static Task<IResult> Ask(HttpContext http) => Task.FromResult(Page.Show<BenchUploadPage>());

    private Task<IResult> Preview(HttpContext http, Db db) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var given = await GivenFile.Of(form.Files, "file", KindOf(http), http.RequestAborted);
                if (given.Count == 0)
                {
                    throw new Refused("refused.inspection.attachment-missing") { Field = "file" };
                }

                var preview = await files.Read(db, Asker(http, form), given[0].Content.ToArray(), http.RequestAborted);
                var kept = await store.Keep(given[0], http.RequestAborted);
                return Page.Show<BenchPreviewPage>(
                    new BenchPreviewModel(kept.Hash, kept.Name, preview.Lots)
                    {
                        Errors = ShownErrors(preview.Errors),
                        Skipped = preview.Skipped,
                    }
                );
            },
            () => Ask(http)
        );

    private Task<IResult> Enter(HttpContext http, Db db) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var name = form.Text("name") ?? "-";
                var content =
                    await store.Read(form.Text("hash", 64) ?? "", http.RequestAborted)
                    ?? throw new Refused("refused.inspection.file-not-found");
                var preview = await files.Read(db, Asker(http, form), content, http.RequestAborted);
                var reason = form.Optional("reason", 500);
                var lots = preview
                    .Lots.Where(l => l.Lot is not null && l.Lines.Any(line => line.Status is not null))
                    .ToList();
                await Check(db, preview.Hash, (lots, reason), http.RequestAborted);
                var file = new StoredFile(KindOf(http), name, preview.Hash, content.Length);
                foreach (var lot in lots)
                {
                    var readings = lot
                        .Lines.Where(line => line.Status is not null)
                        .Select(line => line.Reading with { Reason = line.Reading.Repeats ? reason : null });
                    var source = name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "csv" : "excel";
                    await entering.Enter(
                        http.Viewer(),
                        new ReadingBlock(lot.Lot!.Id, source, preview.Hash, [.. readings]) { File = file },
                        http.RequestAborted
                    );
                }

                return Page.See(lots.Count == 1 ? PathOf(http, lots[0].Lot!) : "/bench");
            },
            () => Ask(http)
        );

    private static async Task Check(
        Db db,
        string hash,
        (List<BenchFileLot> Lots, string? Reason) given,
        CancellationToken cancellation
    )
    {
        if (given.Lots.Count == 0)
        {
            throw new Refused("refused.inspection.file-names-no-lot");
        }

        foreach (var lot in given.Lots)
        {
            if ((await Attaching.Of(db, lot.Lot!, cancellation)).Any(a => a.Hash == hash))
            {
                throw new Refused("refused.inspection.file-entered-conflict", lot.Number);
            }
        }

        if (given.Reason is null && given.Lots.Any(l => l.Lines.Any(line => line.Reading.Repeats)))
        {
            throw new Refused("refused.inspection.repeat-reason") { Field = "reason" };
        }
    }

    private static IReadOnlyList<ShownError> ShownErrors(IReadOnlyList<CellError> errors) =>
        [
            .. errors
                .Take(BenchPreviewModel.MostErrors)
                .Select(e => new ShownError(e.Row, e.Address ?? "", e.Given, e.Reason)),
        ];

    private static BenchAsker Asker(HttpContext http, FormInput form)
    {
        var chosen = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var pair in form.All("lot").Select(v => v.Split('|', 2)).Where(p => p.Length == 2))
        {
            if (Guid.TryParse(pair[0], out var id))
            {
                chosen[pair[1]] = id;
            }
        }

        return new BenchAsker(http.Viewer(), http.ZoneFace().TimeZone, chosen);
    }

    private static string KindOf(HttpContext http) => http.Viewer().ActsForFirm ? Attaching.OwnBenchFile : "bench-file";

    private static string PathOf(HttpContext http, Lot lot) =>
        $"/lots/{lot.Id}/{(http.Viewer().ActsForFirm ? "own-results" : "results")}";
}

/// <summary>What the preview shows.</summary>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Lots">Lots that it names.</param>
public sealed record BenchPreviewModel(string Hash, string Name, IReadOnlyList<BenchFileLot> Lots)
{
    /// <summary>Wrong cells shown at most; the count says how many there are.</summary>
    public const int MostErrors = 100;

    /// <summary>Rows shown of a lot at most, what does not pass first.</summary>
    public const int MostLines = 60;

    /// <summary>Cells that are not accepted.</summary>
    public required IReadOnlyList<ShownError> Errors { get; init; }

    /// <summary>Rows that say nothing.</summary>
    public required int Skipped { get; init; }
}

/// <summary>A wrong cell.</summary>
public sealed record ShownError(int Row, string Address, string Given, Phrase Why);
