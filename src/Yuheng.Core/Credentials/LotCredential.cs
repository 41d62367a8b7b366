using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Yuheng.Core.Credentials;

/// <summary>
/// The lot quality verification credential: a W3C credential 2.0 in the shape of a UNTP 0.7.0
/// DigitalConformityCredential. It states what was recorded and by which rule it was decided, for the listed lot and
/// characteristics only. UNTP's version is a mapping here and nowhere else.
/// </summary>
public static class LotCredential
{
    private static readonly string[] AssessorLevels = ["self", "commercial", "3rdParty"];
    private static readonly string[] AssessmentLevels = ["scheme-cab", "no-endorsement"];
    private static readonly string[] AttestationTypes = ["inspection", "testing", "declaration"];

    /// <summary>The credential as JSON, ready to be secured.</summary>
    /// <exception cref="Refused">
    /// A word that this credential may not use, no characteristic, or a validity that ends before it begins; the field
    /// is named.
    /// </exception>
    public static byte[] Compose(LotCredentialFacts facts, LotCredentialIssuer issuer)
    {
        Check(facts);
        var output = new ArrayBufferWriter<byte>(16_384);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = CompactJws.Relaxed }))
        {
            json.WriteStartObject();
            WriteEnvelope(json, facts, issuer);
            json.WriteStartObject("credentialSubject");
            WriteAttestation(json, facts, issuer);
            WriteLot(json, facts);
            json.WriteStartArray("conformityAssessment");
            foreach (var characteristic in facts.Characteristics)
            {
                LotAssessment.Write(json, characteristic, facts, issuer);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void Check(LotCredentialFacts facts)
    {
        OneOf(facts.AssessorLevel, AssessorLevels, "assessorLevel");
        OneOf(facts.AssessmentLevel, AssessmentLevels, "assessmentLevel");
        OneOf(facts.AttestationType, AttestationTypes, "attestationType");
        if (facts.ValidUntil <= facts.ValidFrom)
        {
            throw new Refused("refused.credentials.validity") { Field = "validUntil" };
        }

        if (facts.Characteristics.Count == 0)
        {
            throw new Refused("refused.credentials.nothing-assessed") { Field = "characteristics" };
        }

        if (!facts.Drawn && (facts.Sampling.Count > 0 || facts.AttestationType != "declaration"))
        {
            throw new Refused("refused.credentials.not-drawn") { Field = "attestationType" };
        }
    }

    private static void OneOf(string word, string[] allowed, string field)
    {
        if (!allowed.Contains(word))
        {
            throw new Refused("refused.credentials.word", word, string.Join(", ", allowed)) { Field = field };
        }
    }

    private static void WriteEnvelope(Utf8JsonWriter json, LotCredentialFacts facts, LotCredentialIssuer issuer)
    {
        json.Texts("@context", ShapeCheck.CredentialContext, ShapeCheck.UntpContext, issuer.ContextAddress);
        json.WriteString("id", facts.Id);
        json.Texts("type", "DigitalConformityCredential", "VerifiableCredential");
        json.WriteStartObject("issuer");
        json.Texts("type", "CredentialIssuer");
        json.WriteString("id", issuer.Did);
        json.WriteString("name", issuer.Name);
        json.WriteEndObject();
        json.WriteString("validFrom", DataIntegrity.Instant(facts.ValidFrom));
        json.WriteString("validUntil", DataIntegrity.Instant(facts.ValidUntil));
        json.WriteString("name", Both("credentials.lot.name", facts.Lot.Number));
        if (facts.Synthetic)
        {
            json.WriteBoolean("synthetic", true);
        }

        if (facts.Replaces is not null)
        {
            json.WriteString("replacesCredential", facts.Replaces);
        }

        WriteStatus(json, facts.Status, issuer.StatusIndexForm);
    }

    private static void WriteStatus(Utf8JsonWriter json, IReadOnlyList<StatusPlace> places, StatusIndexForm form)
    {
        if (form == StatusIndexForm.UntpInteger)
        {
            json.WritePropertyName("credentialStatus");
            WritePlace(json, places.First(p => p.Purpose == "revocation"), form);
            return;
        }

        json.WriteStartArray("credentialStatus");
        foreach (var place in places)
        {
            WritePlace(json, place, form);
        }

        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, StatusPlace place, StatusIndexForm form)
    {
        var index = place.Index.ToString(CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteString("id", $"{place.List}#{index}");
        json.WriteString("type", "BitstringStatusListEntry");
        json.WriteString("statusPurpose", place.Purpose);
        if (form == StatusIndexForm.UntpInteger)
        {
            json.WriteNumber("statusListIndex", place.Index);
        }
        else
        {
            json.WriteString("statusListIndex", index);
        }

        json.WriteString("statusListCredential", place.List);
        json.WriteEndObject();
    }

    private static void WriteAttestation(Utf8JsonWriter json, LotCredentialFacts facts, LotCredentialIssuer issuer)
    {
        json.Texts("type", "ConformityAttestation");
        json.WriteString("id", facts.Id + "#attestation");
        json.WriteString("name", Both("credentials.lot.name", facts.Lot.Number));
        json.WriteString("description", Both(StatementCode(facts)));
        json.WriteString("assessorLevel", facts.AssessorLevel);
        json.WriteString("assessmentLevel", facts.AssessmentLevel);
        json.WriteString("attestationType", facts.AttestationType);
        json.WritePropertyName("issuedToParty");
        json.Party(facts.IssuedTo);
        json.Reference("referenceScheme", "ConformityScheme", issuer.SchemeId, issuer.SchemeName);
        json.WriteString("credentialNumber", facts.Number);
        json.WriteString("checkAddress", facts.CheckAddress);
        json.WriteString("lotDecision", facts.Decision);
        json.WriteBoolean("lotDrawn", facts.Drawn);
        if (facts.Rules.Count > 0)
        {
            json.Texts("decidedByRules", facts.Rules);
        }

        WriteSampling(json, facts.Sampling);
    }

    private static string StatementCode(LotCredentialFacts facts) =>
        facts.Drawn ? "credentials.lot.statement" : "credentials.lot.statement-not-drawn";

    private static void WriteSampling(Utf8JsonWriter json, IReadOnlyList<CredentialSampling> plans)
    {
        if (plans.Count == 0)
        {
            return;
        }

        json.WriteStartArray("samplingPlans");
        foreach (var plan in plans)
        {
            json.WriteStartObject();
            json.WriteString("samplingStandard", plan.Standard);
            json.WriteString("planType", plan.Plan);
            json.WriteString("severity", plan.Severity);
            json.WriteString("inspectionLevel", plan.Level);
            json.WriteString("acceptanceQualityLimit", plan.Aql);
            json.WriteString("codeLetter", plan.CodeLetter);
            if (plan.DrawRecord is not null)
            {
                json.WriteString("drawRecord", plan.DrawRecord);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLot(Utf8JsonWriter json, LotCredentialFacts facts)
    {
        var lot = facts.Lot;
        json.WriteStartObject("exportLot");
        json.WriteString("id", lot.Id);
        json.WriteString("lotNumber", lot.Number);
        json.WriteString("lotQuantity", lot.Quantity.ToString(CultureInfo.InvariantCulture));
        json.WriteString("quantityUnit", lot.QuantityUnit);
        json.Texts("heatNumbers", lot.HeatNumbers);
        json.Texts("destinationMarkets", lot.Markets);
        if (lot.BuyerOrder is not null)
        {
            json.WriteString("buyerOrder", lot.BuyerOrder);
        }

        json.WritePropertyName("madeBy");
        json.Party(facts.Maker);
        json.WritePropertyName("exportedBy");
        json.Party(facts.Exporter);
        json.WriteStartArray("subcontractors");
        foreach (var party in facts.Subcontractors)
        {
            json.Party(party);
        }

        json.WriteEndArray();
        json.WriteStartArray("productProperties");
        foreach (var (name, value) in facts.Product.Properties)
        {
            json.WriteStartObject();
            json.WriteString("propertyName", name);
            json.WriteString("propertyValue", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The schema wants one string, the reader may want either language: both, Chinese first.
    private static string Both(string code, params IReadOnlyList<string> args) =>
        Texts.OfCore.Say(Language.Chinese, code, args) + " / " + Texts.OfCore.Say(Language.English, code, args);
}
