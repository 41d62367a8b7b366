using BenchmarkDotNet.Attributes;
using Yuheng.Core.Sampling;

namespace Yuheng.Bench.Sampling;

/// <summary>The arithmetic of sampling: look-up, search, operating characteristic and one step of switching.</summary>
[MemoryDiagnoser]
public class SamplingBenchmarks
{
    private static readonly DesignRisks Risks = new(0.05, 0.10);
    private readonly PlanRequest _request = PlanRequest.ForLot("GB/T 2828.1-2012", "1.5", 5000, "II");
    private readonly LotOutcome _lot = new(500, [1]);
    private SwitchingState _state = null!;
    private OperatingCharacteristic _single = null!;
    private OperatingCharacteristic _double = null!;
    private OperatingCharacteristic _multiple = null!;

    /// <summary>Prepares plans and state.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _state = SwitchingState.Start(new("GB/T 2828.1-2012", PlanKind.Single, "II", "2.5"));
        _single = Curve(PlanKind.Single);
        _double = Curve(PlanKind.Double);
        _multiple = Curve(PlanKind.Multiple);
    }

    /// <summary>A plan from lot size, level and AQL.</summary>
    [Benchmark]
    public SamplingPlan LookUp() => SamplingPlans.Find(_request);

    /// <summary>The same with its reasons.</summary>
    [Benchmark]
    public int LookUpExplained() => SamplingPlans.Find(_request).Explain.Count;

    /// <summary>One lot through the switching rules.</summary>
    [Benchmark]
    public SwitchingStep SwitchingStep() => Switching.Step(_state, _lot);

    /// <summary>One point of a single plan.</summary>
    [Benchmark]
    public RiskPoint SinglePoint() => _single.At(0.05);

    /// <summary>One point of a double plan.</summary>
    [Benchmark]
    public RiskPoint DoublePoint() => _double.At(0.05);

    /// <summary>One point of a plan of five stages.</summary>
    [Benchmark]
    public RiskPoint FiveStagePoint() => _multiple.At(0.05);

    /// <summary>The smallest binomial plan for two points.</summary>
    [Benchmark]
    public DesignedPlan BinomialSearch() => AttributesDesign.Find(RiskModel.Binomial, 0.01, 0.06, Risks);

    /// <summary>The smallest plan for one lot.</summary>
    [Benchmark]
    public DesignedPlan LotSearch() => AttributesDesign.FindForLot(1000, 10, 60, Risks);

    /// <summary>The smallest variables plan, σ unknown.</summary>
    [Benchmark]
    public DesignedVariablesPlan VariablesSearch() => VariablesDesign.Find(SpreadKnown.S, 0.01, 0.06, Risks);

    private static OperatingCharacteristic Curve(PlanKind plan) => new(
        StagedPlan.Of(SamplingPlans.Find(PlanRequest.ForLetter("GB/T 2828.1-2012", "2.5", "K") with { Plan = plan })),
        RiskModel.Binomial);
}
