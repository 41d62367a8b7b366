using Yuheng.Server.Operations;

namespace Yuheng.Server.Tests.Operations;

/// <summary>A verb run in this process, with what it printed.</summary>
internal sealed record Verb(int Code, string Output, string Error)
{
    public static async Task<Verb> Run(Func<VerbCall, Task<int>> verb, params string[] args)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var call = new VerbCall(args, Composition.Texts, Composition.Open)
        {
            Output = output, Error = error, CanAsk = false,
        };
        var code = await call.Run(verb);
        return new Verb(code, output.ToString(), error.ToString());
    }

    /// <summary>Options that name a test's database.</summary>
    public static string[] Place(Settings settings) =>
    [
        "--data", settings.DataDirectory,
        .. settings.Postgres is null ? (string[])[] : ["--postgres", settings.Postgres],
    ];
}
