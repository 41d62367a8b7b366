using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>Attaches files to lots. The content lies under its hash, the lot and the journal name the hash.</summary>
[Door]
public sealed class Attaching(Commands commands, FileStore files)
{
    /// <summary>What a firm's own bench sent; it is the firm's alone.</summary>
    public const string OwnBenchFile = "own-bench-file";

    /// <summary>Files of one lot at most: a list that a person can still read.</summary>
    private const int MostFiles = 500;

    /// <summary>Keeps a file and attaches it.</summary>
    /// <exception cref="Refused">No such lot; the file is empty, too large or of another type.</exception>
    public async Task<Attachment> Attach(Viewer viewer, Guid lotId, GivenFile file, CancellationToken cancellation)
    {
        var stored = await files.Keep(file, cancellation);
        return await commands.Run(viewer, async (work, c) =>
        {
            var lot = await LotRecords.Lot(work.Db, lotId, c);
            var row = await Insert(work, lot, stored, c);
            await work.Journal("lot.file-attached", lot.Id, new { lot.Number, row.Kind, row.FileName, row.Hash }, c);
            return row;
        }, cancellation);
    }

    /// <summary>Attaches a kept file within a command.</summary>
    internal static async Task<Attachment> Insert(
        Work work, Lot lot, StoredFile file, CancellationToken cancellation)
    {
        var row = new Attachment
        {
            ZoneId = lot.ZoneId,
            Id = work.NewId(),
            LotId = lot.Id,
            FirmId = lot.FirmId,
            Kind = file.Kind,
            FileName = file.Name,
            Hash = file.Hash,
            Size = file.Size,
            By = work.Viewer.UserId,
            At = work.Now,
        };
        await work.Insert(row, cancellation);
        return row;
    }

    /// <summary>Files of a lot that the reader may see, oldest first.</summary>
    public static async Task<IReadOnlyList<Attachment>> Of(Db db, Lot lot, CancellationToken cancellation)
    {
        var own = db.Sight.FirmId == lot.FirmId;
        return await db.Set<Attachment>().AsNoTracking()
            .Where(a => a.LotId == lot.Id && (own || a.Kind != OwnBenchFile))
            .OrderBy(a => a.At).ThenBy(a => a.Id).Take(MostFiles).ToListAsync(cancellation);
    }
}
