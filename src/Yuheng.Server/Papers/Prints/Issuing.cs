using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Papers.Prints;

/// <summary>What is asked for.</summary>
/// <param name="LotId">The lot.</param>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Validator">Who validates a 3.1.</param>
/// <param name="Key">Key of the form, so that one sent twice counts once; may be empty.</param>
[Door]
public sealed record PaperRequest(Guid LotId, string Kind, PaperPerson? Validator, string Key);

/// <summary>
/// Issues papers: who may is decided, what they say is fixed, and an older paper of the kind is replaced.
/// </summary>
[Door]
public sealed class Issuing(Commands commands, Zones zones)
{
    /// <summary>Issues a paper and gives its number.</summary>
    /// <exception cref="Refused">The kind is unknown; who asks may not sign it; a condition does not hold.</exception>
    public async Task<string> Issue(Viewer viewer, PaperRequest request, CancellationToken cancellation)
    {
        var kind =
            PaperKinds.Find(request.Kind)
            ?? throw new Refused("refused.prints.kind-unknown", request.Kind) { Field = "kind" };
        var issuer = await Issuer.Of(zones, cancellation);
        return await commands.Run(
            viewer,
            async (work, c) =>
                request.Key.Length == 0
                    ? await Write(work, (kind, issuer), request, c)
                    : JsonSerializer.Deserialize<string>(
                        await work.Once(
                            new OnceKey(
                                "paper:" + request.Key,
                                SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request))
                            ),
                            async () => JsonSerializer.Serialize(await Write(work, (kind, issuer), request, c)),
                            c
                        )
                    )!,
            cancellation
        );
    }

    private static async Task<string> Write(
        Work work,
        (PaperKind Kind, Issuer Issuer) what,
        PaperRequest request,
        CancellationToken cancellation
    )
    {
        var (kind, issuer) = what;
        var facts = await PaperFacts.Of(work.Db, request.LotId, cancellation);
        if (SigningRules.WhyNot(kind, facts.Situation(work.Viewer)) is [var why, ..])
        {
            throw new Refused(why.Code, why.Args) { Field = "kind" };
        }

        if (kind.IsValidated && request.Validator is null)
        {
            throw new Refused("refused.prints.validator-missing") { Field = "validatorName" };
        }

        var standing = await Standing(work.Db, (request.LotId, kind.Code, work.Viewer.PartyId), cancellation);
        var counter = await work.Next("paper-" + kind.Part, cancellation);
        var number = string.Create(CultureInfo.InvariantCulture, $"{issuer.Zone.Code}-{kind.Part}-{counter:000000}");
        var content = Content(work, what, facts, (number, request.Validator, standing?.Number));
        var json = JsonSerializer.Serialize(content, JournalJson.Options);
        var paper = new IssuedPaper
        {
            ZoneId = facts.Lot.ZoneId,
            Number = number,
            Kind = kind.Code,
            LotId = facts.Lot.Id,
            FirmId = facts.Lot.FirmId,
            Content = json,
            Hash = HashOf(json),
            SignerPartyId = work.Viewer.PartyId,
            SignerId = work.Viewer.UserId,
            IssuedAt = work.Now,
            Replaces = standing?.Number,
        };
        standing?.ReplacedBy = number;
        await work.Insert(paper, cancellation);
        await work.Journal(
            "paper.issued",
            facts.Lot.Id,
            new
            {
                paper.Number,
                paper.Kind,
                LotNumber = facts.Lot.Number,
                paper.Hash,
                paper.Replaces,
            },
            cancellation
        );
        return number;
    }

    /// <summary>SHA-256 of a content's UTF-8 bytes, lower-case hex.</summary>
    public static string HashOf(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static PaperContent Content(
        Work work,
        (PaperKind Kind, Issuer Issuer) what,
        PaperFacts facts,
        (string Number, PaperPerson? Validator, string? Replaces) paper
    )
    {
        var (kind, issuer) = what;
        var lines = facts.LinesFor(kind);
        var labels = kind.Code == PaperKinds.Labels ? facts.Credential : null;
        return new PaperContent
        {
            Kind = kind.Code,
            Number = paper.Number,
            IssuedAt = work.Now,
            Lot = facts.OnPaper(),
            Firm = facts.Firm,
            Issuer = kind.Signer == PaperSigner.Laboratory ? facts.Laboratory! : facts.Firm,
            Signer = new PaperPerson(work.Viewer.Name, kind.Roles.First(r => work.Viewer.Is(r)).ToString()),
            Validator = kind.IsValidated ? paper.Validator : null,
            Lines = lines,
            NotTested = lines.Count == 0 ? [] : facts.Without(lines),
            Verdict = kind.Signer == PaperSigner.Firm ? null : facts.Lot.Verdict,
            Replaces = paper.Replaces,
            ShortCode = labels?.ShortCode,
            CheckAddress = labels is null ? null : issuer.CheckAddress(labels.ShortCode),
        };
    }

    private static Task<IssuedPaper?> Standing(
        Db db,
        (Guid Lot, string Kind, Guid Party) of,
        CancellationToken cancellation
    ) =>
        db.Set<IssuedPaper>()
            .SingleOrDefaultAsync(
                p => p.LotId == of.Lot && p.Kind == of.Kind && p.SignerPartyId == of.Party && p.ReplacedBy == null,
                cancellation
            );
}
