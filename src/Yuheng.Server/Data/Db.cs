using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yuheng.Server.Data;

/// <summary>
/// The one model of all modules. Each module gives its mapping in <see cref="Mappings"/>; zone and firm filters are
/// laid
/// over every zone row here, so that a query cannot forget them.
/// </summary>
public sealed class Db : DbContext
{
    /// <summary>Name of the filter that keeps a query within its zone; nothing may switch it off.</summary>
    public const string ZoneFilter = "zone";

    /// <summary>Name of the filter that keeps a firm's people to their firm's rows.</summary>
    public const string FirmFilter = "firm";

    private readonly bool _writable;
    private Action? _giveBack;

    /// <summary>A context for one viewer's sight. Only the writer's contexts are writable.</summary>
    public Db(DbContextOptions<Db> options, Sight sight, bool writable)
        : base(options)
    {
        Sight = sight;
        _writable = writable;
        ChangeTracker.QueryTrackingBehavior = writable
            ? QueryTrackingBehavior.TrackAll
            : QueryTrackingBehavior.NoTracking;
    }

    /// <summary>What this context may see; the filters read it.</summary>
    public Sight Sight { get; }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        if (!_writable)
        {
            throw new InvalidOperationException("a reading context was asked to write: go through Commands.Run");
        }

        foreach (var entry in ChangeTracker.Entries<IVersionedRow>().Where(e => e.State == EntityState.Modified))
        {
            entry.Entity.Version++;
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        Interlocked.Exchange(ref _giveBack, null)?.Invoke();
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Interlocked.Exchange(ref _giveBack, null)?.Invoke();
    }

    /// <summary>Works over an open connection that stays somebody else's, and says when it is free again.</summary>
    internal void Lend(DbConnection connection, Action? giveBack)
    {
        Database.SetDbConnection(connection, contextOwnsConnection: false);
        _giveBack = giveBack;
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var map in Mappings.All)
        {
            map(modelBuilder);
        }

        Conventions.Apply(modelBuilder, Database.IsSqlite());
        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(t => t.ClrType).ToList())
        {
            if (typeof(IZoneRow).IsAssignableFrom(type))
            {
                Call(nameof(FilterZone), type, modelBuilder);
            }

            if (typeof(IFirmRow).IsAssignableFrom(type))
            {
                Call(nameof(FilterFirm), type, modelBuilder);
            }
        }
    }

    private void Call(string method, Type type, ModelBuilder builder) =>
        typeof(Db)
            .GetMethod(method, System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(type)
            .Invoke(this, [builder.Entity(type)]);

    private void FilterZone<T>(EntityTypeBuilder builder)
        where T : class, IZoneRow => builder.Metadata.SetQueryFilter(ZoneFilter, (T row) => row.ZoneId == Sight.ZoneId);

    private void FilterFirm<T>(EntityTypeBuilder builder)
        where T : class, IFirmRow =>
        builder.Metadata.SetQueryFilter(FirmFilter, (T row) => Sight.AllFirms || row.FirmId == Sight.FirmId);
}
