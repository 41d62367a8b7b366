using System.Text.Json;

namespace Yuheng.Core.Credentials;

/// <summary>A status list credential as read from a file; its signature is checked when it is used.</summary>
public sealed class StatusList
{
    private readonly Lazy<BitstringStatusList?> _bits;

    private StatusList(SecuredCredential secured, JsonElement subject)
    {
        Secured = secured;
        Id = secured.Document.Text("id")!;
        Purposes = [.. subject.OneOrMany("statusPurpose").Select(p => p.ToString())];
        ValidFrom = Timestamp.TryRead(secured.Document.Text("validFrom"));
        ValidUntil = Timestamp.TryRead(secured.Document.Text("validUntil"));
        _bits = new Lazy<BitstringStatusList?>(() => BitstringStatusList.TryDecode(subject.Text("encodedList")));
    }

    /// <summary>Its address, by which credentials name it.</summary>
    public string Id { get; }

    /// <summary>Whose list it claims to be.</summary>
    public string? Issuer => Secured.Issuer;

    /// <summary>What a set bit means: <c>revocation</c>, <c>suspension</c>.</summary>
    public IReadOnlyList<string> Purposes { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? ValidFrom { get; }

    /// <summary>Until when it may be relied on.</summary>
    public DateTimeOffset? ValidUntil { get; }

    internal SecuredCredential Secured { get; }

    /// <summary>The bits; null when they cannot be unpacked.</summary>
    internal BitstringStatusList? Bits => _bits.Value;

    /// <summary>Reads a status list credential in any secured form; null when the bytes are none.</summary>
    public static StatusList? TryParse(ReadOnlyMemory<byte> bytes)
    {
        if (SecuredCredential.TryOpen(bytes) is not { Fault: null } secured
            || !secured.Document.Names("type", "BitstringStatusListCredential")
            || secured.Document.Text("id") is null
            || secured.Document.Member("credentialSubject") is not { ValueKind: JsonValueKind.Object } subject
            || subject.Text("type") != "BitstringStatusList")
        {
            return null;
        }

        return new StatusList(secured, subject);
    }

    /// <summary>Whether it is too old to tell that a credential still stands.</summary>
    internal bool IsStale(VerifierInputs inputs) =>
        ValidUntil is { } until
            ? until <= inputs.At
            : ValidFrom is not { } from || inputs.At - from > inputs.StaleAfter;
}
