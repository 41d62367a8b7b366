using Yuheng.Server;

if (await Verbs.TryRun(args) is { } code)
{
    return code;
}

var app = WebApplication.CreateBuilder(args).Build();
await app.RunAsync();
return 0;
