using System.Globalization;

namespace Yuheng.Core.Credentials;

/// <summary>Instants in credentials: XML Schema <c>dateTimeStamp</c>, so always with an offset.</summary>
internal static class Timestamp
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    /// <summary>Reads an instant; null when it is not one, or lacks its offset.</summary>
    public static DateTimeOffset? TryRead(string? text) =>
        DateTimeOffset.TryParseExact(
            text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;

    /// <summary>Reads the end of a key; one that cannot be read ends it at once, the careful reading.</summary>
    public static DateTimeOffset? Read(string text) => TryRead(text) ?? DateTimeOffset.MinValue;
}
