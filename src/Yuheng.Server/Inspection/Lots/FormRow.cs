using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Registry;
using Yuheng.Server.Sheets;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>
/// A typed form as a row of a list, read by the same engine: what is understood in a workbook is understood on a phone,
/// with the same words when it is not.
/// </summary>
internal static class FormRow
{
    /// <summary>Field that names a registered product.</summary>
    public const string ProductField = "productId";

    /// <summary>Fields that describe a new product, by the import's column.</summary>
    private static readonly string[] ProductFields =
        ["productName", "model", "nominalSize", "pressureRating", "seal", "bodyMaterial", "hsCode"];

    private static readonly string[] LotFields =
    [
        "lotNumber", "quantity", "unit", "heats", "market", "producedOn", "value", "maker", "exporter",
        "subcontractors",
        "buyerOrder", "buyerItem", "contractRequirements", "note",
    ];

    /// <summary>Reads the form; what is wrong is noted at its field.</summary>
    public static LotDraft? Read(FormInput form, FirmProducts products, DateOnly today, T texts)
    {
        var chosen = Chosen(form, products);
        var values = Values(form, chosen);
        var columns = DeclarationImport.Columns.Columns;
        var sent = new SheetRow(2, [.. columns.Select(c => Cell.Of(values.GetValueOrDefault(c.Key) ?? ""))]);
        var head = new SheetRow(1, [.. columns.Select(c => Cell.Of(c.Title(Language.Chinese)))]);
        var book = new Book(BookFormat.Csv, null, [new Sheet("", [head, sent])]);
        var header = FoundHeader.Find(book, DeclarationImport.Columns);
        var context = new DeclarationContext(
            today, new KnownProducts(products.Known), new HashSet<string>(StringComparer.Ordinal));
        var read = new LotRow(header, sent, context).Read([]);
        if (chosen is not null && read.Value is { } draft)
        {
            read = read with { Value = draft with { Product = FirmProducts.Draft(chosen) } };
        }

        read = new DraftChecks(header, products, PackSet.Embedded.Words).Check(read);
        foreach (var error in read.Errors)
        {
            Note(form, error, texts);
        }

        return read.Value;
    }

    /// <summary>The contract's own limits.</summary>
    public static IReadOnlyList<ContractLimit> Limits(FormInput form)
    {
        var limits = new List<ContractLimit>();
        foreach (var id in LimitIds)
        {
            var (low, high) = (Bound(form, id, "min"), Bound(form, id, "max"));
            if (low is null && high is null)
            {
                continue;
            }

            if (low > high)
            {
                form.Note($"{id}-min", "inspection.lots.limit-turned");
            }

            limits.Add(new ContractLimit
            {
                Id = id,
                Kind = (low, high) switch
                {
                    (not null, not null) => LimitKind.Range,
                    (not null, null) => LimitKind.Minimum,
                    _ => LimitKind.Maximum,
                },
                Lower = low,
                Upper = high,
                Unit = "mm",
                Clause = form.Optional("limitClause", 60) ?? form.Optional("buyerOrder", 60) ?? "-",
                Safety = form.Ticked($"{id}-safety"),
            });
        }

        return limits;
    }

    /// <summary>Everything typed, as one text: the same form sent again says the same.</summary>
    public static string Typed(FormInput form)
    {
        string[] ends = ["min", "max", "safety"];
        var fields = LotFields.Concat(ProductFields).Append(ProductField).Append("limitClause")
            .Concat(LimitIds.SelectMany(id => ends.Select(end => $"{id}-{end}")));
        return string.Join('\n', fields.Select(f => $"{f}={form.Optional(f, ImportLimits.Long)}"));
    }

    /// <summary>Dimensions for which a contract may set its own limit, in mm.</summary>
    public static IReadOnlyList<string> LimitIds { get; } = ["wall-thickness", "stem-diameter"];

    private static decimal? Bound(FormInput form, string id, string end)
    {
        var field = $"{id}-{end}";
        if (form.Optional(field) is null || form.Number(field) is not { } bound)
        {
            return null;
        }

        if (bound is <= 0 or > MostMillimetres)
        {
            form.Note(field, "inspection.lots.limit-out-of-range");
            return null;
        }

        return bound;
    }

    /// <summary>No wall or stem of a valve made here reaches a metre.</summary>
    private const decimal MostMillimetres = 1000;

    private static Product? Chosen(FormInput form, FirmProducts products)
    {
        if (form.Optional(ProductField) is not { } text)
        {
            return null;
        }

        if (Guid.TryParse(text, out var id) && products.ById.TryGetValue(id, out var product))
        {
            return product;
        }

        form.Note(ProductField, "refused.registry.product-not-found");
        return null;
    }

    private static Dictionary<string, string?> Values(FormInput form, Product? chosen)
    {
        var values = LotFields.ToDictionary(f => f, f => form.Optional(f, ImportLimits.Long), StringComparer.Ordinal);
        if (chosen is null)
        {
            foreach (var field in ProductFields)
            {
                values[field] = form.Optional(field);
            }

            return values;
        }

        (values["productName"], values["model"]) = (chosen.NameZh, chosen.Model);
        (values["nominalSize"], values["pressureRating"]) = (chosen.Size, chosen.Pressure);
        return values;
    }

    /// <summary>
    /// The reason as a sentence: its own code speaks of cells, and an ending such as "too large" would speak of the
    /// request.
    /// </summary>
    private static void Note(FormInput form, CellError error, T texts)
    {
        var reason = texts.Say(error.Reason);
        form.Note(error.Column, "inspection.lots.field", error.Suggestion is { } suggestion
            ? texts["inspection.lots.with-suggestion", reason, suggestion]
            : reason);
    }
}
