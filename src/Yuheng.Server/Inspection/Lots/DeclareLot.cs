using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Shell;
using Yuheng.Server.Shell.Pieces;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>Declares one lot by form, from nothing or from a lot declared before.</summary>
internal static class DeclareLot
{
    private static readonly Dictionary<string, string> Nothing = [];

    public static async Task<IResult> Ask(HttpContext http, Db db, CancellationToken stop)
    {
        var copied = http.Request.Query["copy"].ToString();
        var lot = await Before(db, http.Viewer(), copied, stop);
        var values = lot is null ? Nothing : LotPrefill.Of(lot, whole: copied.Length > 0);
        return await Show(db, http.Viewer(), new Shown(values, copied.Length > 0 ? lot : null, Nothing), stop);
    }

    public static Task<IResult> Answer(
        HttpContext http, Db db, Declaring declaring, Registry.Zones zones, T texts)
    {
        var stop = http.RequestAborted;
        Dictionary<string, string> understood = [];
        return Page.Retry(
            http,
            act: async () =>
            {
                var form = await http.Form();
                var viewer = http.Viewer();
                var products = await FirmProducts.Of(db, viewer, stop);
                var draft = FormRow.Read(form, products, zones.Today, texts);
                var limits = FormRow.Limits(form);
                understood = Understood(form, draft);
                form.Check();
                var declaration = DraftLots.Declaration(viewer, products, draft!, "form") with
                {
                    Contract = DraftLots.Contract(draft!.ContractRequirements, limits),
                };
                var declared = await declaring.Declare(viewer, declaration, Once(form), stop);
                return Page.See("/lots/" + declared.Id);
            },
            again: () => Show(db, http.Viewer(), new Shown(Nothing, null, understood), stop));
    }

    private static OnceKey? Once(FormInput form) => form.Key.Length == 0
        ? null
        : new OnceKey("form:" + form.Key, SHA256.HashData(Encoding.UTF8.GetBytes(FormRow.Typed(form))));

    /// <summary>How fields were read, where that is not what was typed.</summary>
    private static Dictionary<string, string> Understood(FormInput form, LotDraft? draft)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        if (draft is null)
        {
            return read;
        }

        foreach (var (field, value) in (ReadOnlySpan<(string, string)>)
        [
            ("nominalSize", draft.Product.NominalSize),
            ("pressureRating", draft.Product.PressureRating),
            ("quantity", draft.Quantity.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("market", string.Join(", ", draft.Markets)),
            ("heats", string.Join(" | ", draft.Heats)),
        ])
        {
            if (form.Optional(field) is { } typed && typed != value)
            {
                read[field] = value;
            }
        }

        return read;
    }

    private static async Task<Lot?> Before(Db db, Viewer viewer, string copied, CancellationToken stop)
    {
        if (copied.Length > 0 && copied != "last")
        {
            return Guid.TryParse(copied, out var id)
                ? await LotRecords.Lot(db, id, stop)
                : throw new Refused("refused.inspection.lot-not-found");
        }

        return await db.Set<Lot>().Where(l => l.FirmId == viewer.PartyId).OrderByDescending(l => l.Seq)
            .FirstOrDefaultAsync(stop);
    }

    private static async Task<IResult> Show(Db db, Viewer viewer, Shown shown, CancellationToken stop)
    {
        var products = await FirmProducts.Of(db, viewer, stop);
        return Page.Show<DeclareLotPage>(new DeclareLotModel(
            [.. products.ById.Values.Select(p => new Choice(p.Id.ToString(), FirmProducts.Label(p)))],
            shown.Values,
            shown.Copied,
            shown.Understood));
    }

    private sealed record Shown(
        IReadOnlyDictionary<string, string> Values, Lot? Copied, IReadOnlyDictionary<string, string> Understood);
}

/// <summary>What the form shows.</summary>
/// <param name="Products">Registered products to choose from.</param>
/// <param name="Values">Values at first sight, by field.</param>
/// <param name="Copied">The lot that is copied, or null.</param>
/// <param name="Understood">How fields were read, where that is not what was typed.</param>
public sealed record DeclareLotModel(
    IReadOnlyList<Choice> Products,
    IReadOnlyDictionary<string, string> Values,
    Lot? Copied,
    IReadOnlyDictionary<string, string> Understood);
