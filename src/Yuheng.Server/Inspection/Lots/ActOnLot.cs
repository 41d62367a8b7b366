using Yuheng.Server.Data;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>Steps taken from the page of a lot: the machine says which are open, to whom.</summary>
internal static class ActOnLot
{
    /// <summary>A plan of rework or the scope of a recall takes a paragraph, not a book.</summary>
    private const int LongestReason = 2000;

    public static Task<IResult> Answer(Guid id, HttpContext http, Db db, T texts, Acting acting) => Page.Retry(
        http,
        act: async () =>
        {
            var form = await http.Form();
            var kind = form.Choice("kind", Acting.Kinds);
            var reason = form.Text("reason", LongestReason);
            form.Check();
            await acting.Take(http.Viewer(), id, new LotAction(kind!, reason!), http.RequestAborted);
            return Page.See("/lots/" + id);
        },
        again: () => ShowLot.Show(id, http, db, texts, http.RequestServices.GetRequiredService<Agreements>()));

    /// <summary>Names the contract's standard for a market without a pack; the lot gets its plan.</summary>
    public static Task<IResult> NameStandard(Guid id, HttpContext http, Db db, T texts, Replanning replanning) =>
        Page.Retry(
            http,
            act: async () =>
            {
                var form = await http.Form();
                var text = form.Text("contractRequirements");
                var (standards, reason) = ContractText.Read(text);
                if (reason is not null)
                {
                    form.Note("contractRequirements", reason.Code, reason.Args);
                }

                form.Check();
                await replanning.NameStandards(http.Viewer(), id, standards, http.RequestAborted);
                return Page.See("/lots/" + id);
            },
            again: () => ShowLot.Show(id, http, db, texts, http.RequestServices.GetRequiredService<Agreements>()));
}
