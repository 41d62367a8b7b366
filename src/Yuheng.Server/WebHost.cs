using Microsoft.AspNetCore.DataProtection;
using Yuheng.Server.Data;
using Yuheng.Server.Operations;
using Yuheng.Server.Registry;
using Yuheng.Server.Registry.Access;
using Yuheng.Server.Shell;

namespace Yuheng.Server;

/// <summary>Builds the web host: rooms in order, then the modules' endpoints.</summary>
internal static class WebHost
{
    /// <summary>A host ready to run: database migrated, modules mapped.</summary>
    public static async Task<WebApplication> Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.ListenByDefault();
        builder.LogForOperators();
        var settings = Settings.From(builder.Configuration);
        var database = Composition.Open(settings);
        await Migrator.Run(database, CancellationToken.None);
        AddServices(builder.Services, settings, database);
        var app = builder.Build();
        app.UseShell(signIn: pipeline => pipeline.Use(SignIn.Identify));
        Composition.MapEndpoints(app);
        await Demo.DemoStart.Prepare(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, Settings settings, Database database)
    {
        services.AddShell();
        services.AddSingleton(settings);
        services.AddDataProtection()
            .SetApplicationName("yuheng")
            .PersistKeysToFileSystem(new DirectoryInfo(settings.Place("form-keys")));
        services.AddSingleton(database);
        services.AddSingleton<Commands>();
        services.AddSingleton<Zones>();
        services.AddScoped(provider =>
        {
            var http = provider.GetRequiredService<IHttpContextAccessor>().HttpContext
                ?? throw new InvalidOperationException("a reading context belongs to a request");
            return database.Read(Sight.Of(http.Viewer()));
        });
        Composition.AddServices(services);
    }
}
