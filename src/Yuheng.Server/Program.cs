using Yuheng.Server;

if (await Verbs.TryRun(args) is { } code)
{
    return code;
}

await (await WebHost.Build(args)).RunAsync();
return 0;
