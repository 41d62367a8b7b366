using Yuheng.Core;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>
/// A way from a lot's page to what another module keeps about it: its papers, its credential, its case.
/// </summary>
/// <param name="Text">What it is.</param>
/// <param name="Href">Where it leads.</param>
[Door]
public sealed record LotLink(Phrase Text, string Href);

/// <summary>
/// What a module adds to the page of a lot for whoever looks at it; registered with
/// <c>services.AddSingleton&lt;LotLinks&gt;(…)</c>.
/// </summary>
[Door]
public delegate ValueTask<IReadOnlyList<LotLink>> LotLinks(HttpContext http, Lot lot);
