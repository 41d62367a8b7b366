using Yuheng.Core.Packs;

namespace Yuheng.Server.Inspection;

/// <summary>The inspection module's services and endpoints.</summary>
internal static class InspectionSetup
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(_ => PackSet.Embedded);
        services.AddSingleton<SelectionSource>((_, _) => Task.FromResult(Selection.EveryLot));
        services.AddSingleton<RosterSource>(
            (_, _) => Task.FromResult<IReadOnlyList<Core.Supervision.InspectorOnDuty>>([]));
        services.AddSingleton<VisitGuard>((_, _, _, _) => Task.CompletedTask);
        services.AddSingleton<Agreements>();
        services.AddSingleton<SeverityStates>();
        services.AddSingleton<Declaring>();
        services.AddSingleton<PublicValues>();
        services.AddSingleton<Drawing>();
        services.AddSingleton<Visiting>();
        services.AddSingleton<EnteringReadings>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<Attaching>();
        services.AddSingleton<Testing.BenchFiles>();
        services.AddSingleton<Testing.UploadBenchFile>();
        services.AddSingleton<Judging>();
        services.AddSingleton<Acting>();
        services.AddSingleton<Replanning>();
        Lots.LotsSetup.Add(services);
        services.AddSingleton<Requirements.Confirming>();
        Reviews.WorkLists.Add(services);
        services.AddHostedService<DrawingService>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        InspectionApi.Map(routes);
        Lots.LotsSetup.Map(routes);
        Visits.Draws.Map(routes);
        Visits.SealSample.Map(routes);
        Visits.LotFiles.Map(routes);
        Testing.EnterResults.Map(routes);
        Testing.UploadBenchFile.Map(routes);
        Reviews.SignResults.Map(routes);
        Reviews.ReviewLot.Map(routes);
        Reviews.WorkLists.Map(routes);
    }
}
