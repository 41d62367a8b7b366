using System.Buffers;
using System.Text.Json;

namespace Yuheng.Core.Credentials;

/// <summary>
/// The JSON-LD context of the members that UNTP has no word for. UNTP forbids <c>@vocab</c>, so that each member is
/// defined one by one.
/// </summary>
public static class LotContext
{
    /// <summary>The members, in alphabetical order.</summary>
    public static IReadOnlyList<string> Terms { get; } =
    [
        "acceptanceNumber", "acceptanceQualityLimit", "assessmentResult", "buyerOrder", "characteristicClass",
        "checkAddress", "codeLetter", "credentialNumber", "decidedByRules", "destinationMarkets", "drawRecord",
        "exportLot", "exportedBy", "heatNumbers", "inspectionLevel", "itemDrawn", "limitConfidence", "limitUnit",
        "lotDecision", "lotDrawn", "lotNumber", "lotQuantity", "madeBy", "measuredValue", "measuredValues",
        "nameInEnglish", "nonconformingUnits", "planType", "productProperties", "propertyName", "propertyValue",
        "quantityUnit", "rejectionNumber", "replacesCredential", "requiredLimit", "resultParty",
        "safetyCharacteristic", "sampleSize", "samplingPlans", "samplingStandard", "severity", "standardClause",
        "subcontractors", "synthetic", "testMethod", "testedBy", "valueResult",
    ];

    /// <summary>The context document; its terms are addresses below <paramref name="address"/>.</summary>
    public static byte[] Compose(string address)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartObject("@context");
            foreach (var term in Terms)
            {
                json.WriteString(term, $"{address}#{term}");
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }
}
