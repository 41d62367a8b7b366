using System.Diagnostics.Metrics;

namespace Yuheng.Server.Operations;

/// <summary>
/// What the zone does, counted: every room may raise these. They belong to the meter <c>Yuheng</c>, which a collector
/// of OpenTelemetry may subscribe to and <c>/metrics</c> shows.
/// </summary>
public static class DomainMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Yuheng";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Lots = Meter.CreateCounter<long>("yuheng_lots_declared");
    private static readonly Counter<long> Verdicts = Meter.CreateCounter<long>("yuheng_verdicts");
    private static readonly Counter<long> Rejected = Meter.CreateCounter<long>("yuheng_import_rows_rejected");
    private static readonly Counter<long> Credentials = Meter.CreateCounter<long>("yuheng_credentials");
    private static readonly Counter<long> Checks = Meter.CreateCounter<long>("yuheng_public_checks");
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("yuheng_refusals");

    /// <summary>Lots were declared.</summary>
    /// <param name="source">How: form, excel, csv, api.</param>
    public static void LotsDeclared(long lots, string source) => Lots.Add(lots, Tag("source", source));

    /// <summary>A lot was decided.</summary>
    /// <param name="result">conforming, nonconforming, indeterminate.</param>
    public static void VerdictGiven(string result) => Verdicts.Add(1, Tag("result", result));

    /// <summary>A row of an imported file was refused.</summary>
    /// <param name="code">The refusal's code.</param>
    public static void RowRejected(string code) => Rejected.Add(1, Tag("reason", code));

    /// <summary>A credential was issued, suspended, revoked or replaced.</summary>
    public static void CredentialChanged(string change) => Credentials.Add(1, Tag("change", change));

    /// <summary>Somebody asked the public check.</summary>
    /// <param name="answer">Status shown, as its code.</param>
    public static void PublicCheck(string answer) => Checks.Add(1, Tag("answer", answer));

    /// <summary>A request was refused.</summary>
    /// <param name="code">The refusal's code.</param>
    public static void Refused(string code) => Refusals.Add(1, Tag("code", code));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
