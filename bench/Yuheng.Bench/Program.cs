using BenchmarkDotNet.Running;
using Yuheng.Bench;
using Yuheng.Bench.Data;
using Yuheng.Bench.Lists;

// Whole jobs by their word; everything else is BenchmarkDotNet's.
var jobs = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["data"] = Declarations.Run,
    ["lists"] = LotPages.Run,
    ["declare"] = DeclareJob.Run,
    ["results"] = ResultsJob.Run,
};

if (args.Length == 1 && jobs.TryGetValue(args[0], out var job))
{
    await job();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Entry).Assembly).Run(args);
}
