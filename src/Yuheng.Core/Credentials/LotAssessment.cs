using System.Globalization;
using System.Text.Json;

namespace Yuheng.Core.Credentials;

/// <summary>One characteristic as a UNTP ConformityAssessment, with what UNTP has no word for beside it.</summary>
internal static class LotAssessment
{
    private const string Topics = "https://vocabulary.uncefact.org/conformity-topics/";

    // UNECE Recommendation 20: one.
    private const string Pieces = "C62";

    /// <summary>Writes the assessment.</summary>
    public static void Write(
        Utf8JsonWriter json, AssessedCharacteristic tested, LotCredentialFacts facts, LotCredentialIssuer issuer)
    {
        json.WriteStartObject();
        json.Texts("type", "ConformityAssessment");
        json.WriteString("id", $"{facts.Id}#{tested.Key}");
        json.WriteString("name", Both(tested.Name));
        json.WriteStartArray("assessmentCriteria");
        json.Thing("Criterion", $"{issuer.SchemeId}/criteria/{Uri.EscapeDataString(tested.Key)}", Requirement(tested));
        json.WriteEndArray();
        json.WriteString("assessmentDate", tested.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        WritePerformance(json, tested, issuer);
        WriteProduct(json, facts);
        json.WriteStartArray("referenceStandard");
        json.Thing("Standard", $"{issuer.SchemeId}/standards/{Uri.EscapeDataString(tested.Standard)}", tested.Standard);
        json.WriteEndArray();
        WriteEvidence(json, tested.Evidence);
        json.WriteStartArray("conformityTopic");
        json.Thing("ConformityTopic", Topics + tested.Topic, tested.Topic);
        json.WriteEndArray();
        if (tested.Result is "conforming" or "nonconforming")
        {
            json.WriteBoolean("conformance", tested.Result == "conforming");
        }

        WriteOwn(json, tested);
        json.WriteEndObject();
    }

    // UNTP's measure knows neither limit nor digits nor the unit drawn: it gets the extremes and the count, and every
    // value stands below in measuredValues.
    private static void WritePerformance(Utf8JsonWriter json, AssessedCharacteristic tested, LotCredentialIssuer issuer)
    {
        var metric = $"{issuer.SchemeId}/metrics/{Uri.EscapeDataString(tested.Key)}";
        var numbers = tested.Values.Where(v => v.Result != "invalid").Select(Number).OfType<decimal>().ToArray();
        json.WriteStartArray("assessedPerformance");
        if (numbers.Length > 0 && tested.UnitCode is { } unit)
        {
            Measure(json, metric + "/lowest", Say("lowest", tested.Name), (numbers.Min(), unit));
            Measure(json, metric + "/highest", Say("highest", tested.Name), (numbers.Max(), unit));
        }

        if (tested.Count is { } count)
        {
            Measure(json, metric + "/nonconforming", Say("nonconforming", tested.Name), (count.Nonconforming, Pieces));
        }

        json.WriteStartObject();
        json.Reference("metric", "PerformanceMetric", metric, Both(tested.Name));
        json.WriteStartObject("score");
        json.WriteString("code", tested.Result);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static decimal? Number(MeasuredValue value) =>
        decimal.TryParse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void Measure(Utf8JsonWriter json, string id, string name, (decimal Value, string Unit) measured)
    {
        json.WriteStartObject();
        json.Reference("metric", "PerformanceMetric", id, name);
        json.WriteStartObject("measure");
        json.WriteNumber("value", measured.Value);
        json.WriteString("unit", measured.Unit);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProduct(Utf8JsonWriter json, LotCredentialFacts facts)
    {
        json.WriteStartArray("assessedProduct");
        json.WriteStartObject();
        json.WriteStartObject("product");
        json.Texts("type", "Product");
        json.WriteString("id", facts.Product.Id);
        json.WriteString("name", Both(facts.Product.Name));
        if (facts.Product.Model is not null)
        {
            json.WriteString("modelNumber", facts.Product.Model);
        }

        json.WriteString("batchNumber", facts.Lot.Number);
        json.WriteEndObject();
        json.WriteBoolean("idVerifiedByCAB", facts.Drawn);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteEvidence(Utf8JsonWriter json, IReadOnlyList<CredentialEvidence> files)
    {
        if (files.Count == 0)
        {
            return;
        }

        json.WriteStartArray("evidence");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("linkURL", file.Address);
            json.WriteString("linkName", file.Name);
            json.WriteString("digestMultibase", file.DigestMultibase);
            if (file.MediaType is not null)
            {
                json.WriteString("mediaType", file.MediaType);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOwn(Utf8JsonWriter json, AssessedCharacteristic tested)
    {
        json.WriteString("characteristicClass", tested.Class);
        json.WriteBoolean("safetyCharacteristic", tested.Safety);
        json.WriteString("standardClause", tested.Clause);
        json.Optional("testMethod", tested.Method);
        json.Optional("requiredLimit", tested.Limit);
        json.Optional("limitUnit", tested.Unit);
        json.Optional("limitConfidence", tested.Confidence);
        json.WriteString("assessmentResult", tested.Result);
        json.WriteString("resultParty", tested.PartyLevel);
        if (tested.Laboratory is not null)
        {
            json.WritePropertyName("testedBy");
            json.Party(tested.Laboratory);
        }

        if (tested.Count is { } count)
        {
            json.WriteNumber("sampleSize", count.SampleSize);
            json.WriteNumber("nonconformingUnits", count.Nonconforming);
            json.Optional("acceptanceNumber", count.Acceptance?.ToString(CultureInfo.InvariantCulture));
            json.Optional("rejectionNumber", count.Rejection?.ToString(CultureInfo.InvariantCulture));
        }

        json.WriteStartArray("measuredValues");
        foreach (var value in tested.Values)
        {
            json.WriteStartObject();
            json.WriteString("itemDrawn", value.Item);
            json.WriteString("measuredValue", value.Value);
            json.WriteString("valueResult", value.Result);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Say(string what, Bilingual name) =>
        Texts.OfCore.Say(Language.Chinese, "credentials.lot." + what, name.Zh) + " / "
        + Texts.OfCore.Say(Language.English, "credentials.lot." + what, name.En);

    private static string Requirement(AssessedCharacteristic tested) => $"{tested.Standard}, {tested.Clause}";

    private static string Both(Bilingual name) => name.Zh + " / " + name.En;
}
