using System.Globalization;
using Yuheng.Core;
using Yuheng.Core.Credentials;
using Yuheng.Core.Workflows;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Papers;

/// <summary>
/// Releases a lot (可出具): the step of its machine and the credential in one transaction. Nobody releases a lot whose
/// results they entered.
/// </summary>
[Door]
public sealed class Releasing(Commands commands, Zones zones, KeyRing keys)
{
    /// <summary>Issues the credential of a lot that may be released.</summary>
    /// <exception cref="Refused">Own results; the step is not open.</exception>
    public async Task<IssuedCredential> Issue(Viewer viewer, Guid lotId, CancellationToken cancellation)
    {
        var issuer = await Issuer.Of(zones, cancellation);
        return await commands.Run(viewer, (work, c) => Issue(work, issuer, lotId, c), cancellation);
    }

    private async Task<IssuedCredential> Issue(Work work, Issuer issuer, Guid lotId, CancellationToken cancellation)
    {
        var lot = await LotRecords.Lot(work.Db, lotId, cancellation);
        var readings = await LotRecords.Readings(work.Db, lot, cancellation);
        if (readings.Any(r => r.EnteredBy == work.Viewer.UserId))
        {
            throw new Refused("refused.papers.own-results-forbidden");
        }

        var until = Zones.DayOf(work.Now.AddMonths(issuer.Months));
        LotMachine.Move(
            lot,
            "issue",
            work.Viewer,
            Facts.Of(("issuer", "platform"), ("validUntil", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
        );
        var judgement = await LotRecords.LastJudgement(work.Db, lot, cancellation);
        var source = new CredentialSource(
            issuer,
            lot,
            await Registry.Registry.Party(work.Db, lot.FirmId, cancellation),
            judgement,
            await Laboratory(work.Db, lot, cancellation)
        );
        var counter = await work.Next("credential", cancellation);
        var credential = Sign(source, counter, work.Now);
        await work.Insert(credential, cancellation);
        await work.Insert(
            new Outcome
            {
                ZoneId = lot.ZoneId,
                Id = work.NewId(),
                LotId = lot.Id,
                Attempt = lot.Attempt,
                FirmId = lot.FirmId,
                Kind = "release",
                Reason = credential.Number,
                JudgementId = judgement?.Id,
                By = work.Viewer.UserId,
                At = work.Now,
            },
            cancellation
        );
        await work.Journal(
            "credential.issued",
            lot.Id,
            new
            {
                credential.Number,
                credential.ShortCode,
                credential.ValidUntil,
                lot.State,
                LotNumber = lot.Number,
                credential.Drawn,
            },
            cancellation
        );
        return new IssuedCredential(credential.Number, credential.ShortCode, issuer.CheckAddress(credential.ShortCode));
    }

    /// <summary>A credential made and signed; the demo's year uses it too.</summary>
    internal Credential Sign(CredentialSource source, long counter, DateTimeOffset at) =>
        Sign(source, keys.Current(source.Issuer.Did), counter, at);

    /// <summary>The same with a key at hand, for many at once.</summary>
    internal static Credential Sign(CredentialSource source, ISigningKey key, long counter, DateTimeOffset at)
    {
        var place = new CredentialPlace(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{source.Issuer.Zone.Code}{Zones.DayOf(at):yy}-{counter:000000}"
            ),
            ShortCode.New(),
            (int)counter,
            at
        );
        var facts = CredentialFacts.Of(source, place);
        var json = LotCredential.Compose(facts, source.Issuer.Settings);
        return new Credential
        {
            ZoneId = source.Lot.ZoneId,
            Number = place.Number,
            LotId = source.Lot.Id,
            FirmId = source.Lot.FirmId,
            ShortCode = place.ShortCode,
            StatusIndex = place.StatusIndex,
            Drawn = facts.Drawn,
            IssuedAt = at,
            ValidUntil = facts.ValidUntil,
            Jwt = CredentialIssue.AsJwt(json, key),
        };
    }

    private async Task<AccreditedLaboratory?> Laboratory(Db db, Lot lot, CancellationToken cancellation)
    {
        if (lot.LaboratoryId is not { } id)
        {
            return null;
        }

        var scope = await Registry.Registry.Scope(db, id, zones.Today, cancellation);
        return scope.Count == 0
            ? null
            : new AccreditedLaboratory(
                await Registry.Registry.Party(db, id, cancellation),
                scope[0].Accreditation,
                scope[0].Number
            );
    }
}

/// <summary>What was issued.</summary>
public sealed record IssuedCredential(string Number, string ShortCode, string CheckAddress);
