using System.Globalization;
using System.Text.Json;
using Yuheng.Core.Quantities;
using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>
/// Values that a form takes over from a lot declared before. The lot number and the day are always new.
/// </summary>
internal static class LotPrefill
{
    /// <summary>The values by field.</summary>
    /// <param name="lot">The lot before.</param>
    /// <param name="whole">Everything (a copy), or only what seldom changes.</param>
    public static Dictionary<string, string> Of(Lot lot, bool whole)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FormRow.ProductField] = lot.ProductId.ToString(),
            ["market"] = lot.Markets.Replace(",", ", "),
            ["maker"] = lot.MakerName ?? "",
            ["exporter"] = lot.ExporterName ?? "",
        };
        if (whole)
        {
            values["quantity"] = lot.Quantity.ToString(CultureInfo.InvariantCulture);
            values["unit"] = lot.Unit;
            values["heats"] = string.Join("; ", JsonSerializer.Deserialize<string[]>(lot.Heats)!);
            values["subcontractors"] = lot.Subcontractors ?? "";
            values["buyerOrder"] = lot.OrderNumber ?? "";
            values["buyerItem"] = lot.OrderItem ?? "";
            values["value"] = lot.ValueUsd?.ToString(CultureInfo.InvariantCulture) ?? "";
            values["note"] = lot.Note ?? "";
            Contract(lot, values);
        }

        return values;
    }

    private static void Contract(Lot lot, Dictionary<string, string> values)
    {
        if (lot.Contract is null)
        {
            return;
        }

        var contract = JsonSerializer.Deserialize<ContractTerms>(lot.Contract, JournalJson.Options)!;
        values["contractRequirements"] = string.Join(", ", contract.Standards.Select(ContractText.Written));
        foreach (var limit in contract.Limits.Where(l => FormRow.LimitIds.Contains(l.Id)))
        {
            values[limit.Id + "-min"] = limit.Lower is { } low ? NumberText.Show(low) : "";
            values[limit.Id + "-max"] = limit.Upper is { } high ? NumberText.Show(high) : "";
            values[limit.Id + "-safety"] = limit.Safety ? "yes" : "";
            values["limitClause"] = limit.Clause;
        }
    }
}
