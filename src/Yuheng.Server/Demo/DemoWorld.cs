using Yuheng.Core.Packs;
using Yuheng.Server.Inspection;

namespace Yuheng.Server.Demo;

/// <summary>What the demo's year is made in.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Data">Names and products.</param>
/// <param name="Makers">Firms that make something.</param>
/// <param name="Parties">Other parties.</param>
/// <param name="People">Accounts by name.</param>
/// <param name="Agreement">The agreement in force.</param>
/// <param name="Packs">The packs.</param>
internal sealed record DemoWorld(
    Registry.Zone Zone,
    DemoData Data,
    IReadOnlyList<DemoFirm> Makers,
    DemoParties Parties,
    IReadOnlyDictionary<string, Viewer> People,
    Agreement Agreement,
    PackSet Packs)
{
    /// <summary>The reviewer.</summary>
    public Viewer Reviewer => People["reviewer"];

    /// <summary>The laboratory's bench operator.</summary>
    public Viewer Bench => People["bench"];

    /// <summary>The bench operator's name.</summary>
    public string Tester => Bench.Name;

    /// <summary>The two inspectors.</summary>
    public IReadOnlyList<Viewer> Inspectors => [People["inspector-1"], People["inspector-2"]];
}
