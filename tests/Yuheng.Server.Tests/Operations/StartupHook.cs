using Yuheng.Server.Tests.Operations;

/// <summary>
/// The runtime calls this in a process that is told so (DOTNET_STARTUP_HOOKS), before the server's own entry: that
/// process becomes a writer to be killed, with the product's binaries and no verb for it in the product.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(CrashWriter.Variable) is { } from)
        {
            CrashWriter.Run(from).GetAwaiter().GetResult();
        }
    }
}
