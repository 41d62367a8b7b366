using BenchmarkDotNet.Running;
using Yuheng.Bench;

BenchmarkSwitcher.FromAssembly(typeof(Entry).Assembly).Run(args);
