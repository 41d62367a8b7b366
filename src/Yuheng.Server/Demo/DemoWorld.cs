using Yuheng.Core.Credentials;
using Yuheng.Core.Packs;
using Yuheng.Server.Inspection;
using Yuheng.Server.Papers;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Demo;

/// <summary>What the demo's year is made in.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Data">Names and products.</param>
/// <param name="Makers">Firms that make something.</param>
/// <param name="Parties">Other parties.</param>
/// <param name="People">Accounts by name.</param>
/// <param name="Agreement">The agreement in force.</param>
/// <param name="Packs">The packs.</param>
/// <param name="Issuer">Who issues credentials.</param>
/// <param name="Key">The key that signs them.</param>
internal sealed record DemoWorld(
    Registry.Zone Zone,
    DemoData Data,
    IReadOnlyList<DemoFirm> Makers,
    DemoParties Parties,
    IReadOnlyDictionary<string, Viewer> People,
    Agreement Agreement,
    PackSet Packs,
    Issuer Issuer,
    ISigningKey Key)
{
    private readonly Dictionary<Guid, Party> _firms = Makers.ToDictionary(m => m.Party.Id, m => m.Party);

    /// <summary>The laboratory as it stands on papers.</summary>
    public AccreditedLaboratory Laboratory { get; } = new(Parties.Laboratory, "CMA", "DEMO-CMA-0001");

    /// <summary>A firm by id.</summary>
    public Party FirmOf(Guid id) => _firms[id];

    /// <summary>The reviewer.</summary>
    public Viewer Reviewer => People["reviewer"];

    /// <summary>The laboratory's bench operator.</summary>
    public Viewer Bench => People["bench"];

    /// <summary>The bench operator's name.</summary>
    public string Tester => Bench.Name;

    /// <summary>The two inspectors.</summary>
    public IReadOnlyList<Viewer> Inspectors => [People["inspector-1"], People["inspector-2"]];
}
