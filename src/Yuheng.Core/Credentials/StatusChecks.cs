using System.Globalization;
using System.Text.Json;

namespace Yuheng.Core.Credentials;

/// <summary>Whether a credential is revoked or suspended, as far as the lists at hand can tell.</summary>
internal static class StatusChecks
{
    // Revocation and suspension, and room for purposes that are not ours; each entry costs a signature check.
    private const int MaxEntries = 8;

    private static readonly string[] Decisive = ["revocation", "suspension"];

    /// <summary>The check of status. Only lists by the credential's own issuer count.</summary>
    public static CredentialCheck Of(SecuredCredential secured, VerifierInputs inputs)
    {
        var entries = secured.Document.OneOrMany("credentialStatus");
        if (entries.Count == 0)
        {
            return CredentialCheck.Ok(CheckKind.Status, "status.none");
        }

        if (entries.Count > MaxEntries)
        {
            return CredentialCheck.Unknown(CheckKind.Status, "status.unsupported");
        }

        var checks = entries.Select(e => OfEntry(e, secured, inputs)).OfType<CredentialCheck>().ToArray();
        return checks.FirstOrDefault(c => c.Result == CheckResult.Failed)
            ?? checks.FirstOrDefault(c => c.Result == CheckResult.Unknown)
            ?? checks.FirstOrDefault()
            ?? CredentialCheck.Ok(CheckKind.Status, "status.none");
    }

    /// <summary>The index of an entry: a string of digits (W3C) or an integer (UNTP 0.7.0); null for neither.</summary>
    public static int? IndexOf(JsonElement entry) => entry.Member("statusListIndex") switch
    {
        { ValueKind: JsonValueKind.String } text
            when int.TryParse(text.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) =>
            index,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var index) && index >= 0 => index,
        _ => null,
    };

    private static CredentialCheck? OfEntry(JsonElement entry, SecuredCredential secured, VerifierInputs inputs)
    {
        if (!entry.Names("type", "BitstringStatusListEntry")
            || (entry.Member("statusSize") is { } size && size.ToString() != "1"))
        {
            return CredentialCheck.Unknown(CheckKind.Status, "status.unsupported");
        }

        var purpose = entry.Text("statusPurpose") ?? "";
        if (!Decisive.Contains(purpose))
        {
            return null;
        }

        if (IndexOf(entry) is not { } index || entry.Text("statusListCredential") is not { } address)
        {
            return CredentialCheck.Unknown(CheckKind.Status, "status.unsupported");
        }

        var copies = inputs.StatusLists.Where(l => l.Id == address).OrderByDescending(l => l.ValidFrom).ToArray();
        if (copies.Length == 0)
        {
            return CredentialCheck.Unknown(CheckKind.Status, "status.missing", address);
        }

        return copies.FirstOrDefault(l => IsTheIssuers(l, secured, inputs)) is { } list
            ? OfBit(list, index, purpose, inputs)
            : CredentialCheck.Unknown(CheckKind.Status, "status.not-the-issuers", address);
    }

    private static bool IsTheIssuers(StatusList list, SecuredCredential secured, VerifierInputs inputs)
    {
        var (signature, key) = SignatureChecks.Of(list.Secured, inputs);
        return list.Issuer == secured.Issuer && signature.Result == CheckResult.Ok && key.Result == CheckResult.Ok;
    }

    private static CredentialCheck OfBit(StatusList list, int index, string purpose, VerifierInputs inputs)
    {
        if (!list.Purposes.Contains(purpose))
        {
            return CredentialCheck.Unknown(CheckKind.Status, "status.other-purpose", list.Id, purpose);
        }

        if (list.Bits is not { } bits)
        {
            return CredentialCheck.Unknown(CheckKind.Status, "status.unreadable", list.Id);
        }

        if (index >= bits.Length)
        {
            return CredentialCheck.Unknown(CheckKind.Status, "status.out-of-range", list.Id);
        }

        var asOf = list.ValidFrom is { } from ? DataIntegrity.Instant(from) : "–";
        // Revocation is final, so an old list still proves it; that a suspension stands or not, only a fresh one can.
        if (bits[index] && purpose == "revocation")
        {
            return CredentialCheck.Failed(CheckKind.Status, "status.revoked", asOf);
        }

        if (list.IsStale(inputs))
        {
            return CredentialCheck.Unknown(CheckKind.Status, "status.stale", asOf);
        }

        return bits[index]
            ? CredentialCheck.Failed(CheckKind.Status, "status.suspended", asOf)
            : CredentialCheck.Ok(CheckKind.Status, "status.ok", asOf);
    }
}
