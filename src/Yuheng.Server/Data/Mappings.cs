using Microsoft.EntityFrameworkCore;

namespace Yuheng.Server.Data;

/// <summary>
/// The modules' mappings, in an explicit list that the composition root fills before the first context is made. Data
/// knows no module; an engineer finds here in one place which modules store something.
/// </summary>
public static class Mappings
{
    private static readonly List<Action<ModelBuilder>> Registered = [JournalTables.Map];

    /// <summary>Every mapping, in order of registration.</summary>
    public static IReadOnlyList<Action<ModelBuilder>> All => Registered;

    /// <summary>Adds a module's mapping; called once a module by the composition root.</summary>
    public static void Add(Action<ModelBuilder> map)
    {
        if (!Registered.Contains(map))
        {
            Registered.Add(map);
        }
    }
}
