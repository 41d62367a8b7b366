using Shouldly;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;

namespace Yuheng.Core.Tests.Judging;

public sealed class PaperChecksTests
{
    private static readonly PaperFacts Good = new()
    {
        HeatOnCertificate = "R2607-39",
        HeatOnSample = "r2607 39",
        HeatMassKg = 1000m,
        LotMassKg = 400m,
        EarlierUses = [new EarlierUse("00122", 600m)],
        PrintedValues = [58.13m, 1.87m, 0.21m, 0.04m, 0.12m, 0.18m, 57.92m, 1.93m, 0.19m, 0.06m, 0.14m, 0.09m],
        Standard = "GB/T 13927",
        Edition = "2022",
        TestDay = new DateOnly(2026, 11, 20),
        Gauges = new Dictionary<string, DateOnly?> { ["YB-0137"] = new DateOnly(2026, 11, 20) },
        SignerIndependent = true,
        NeedsIndependentSigner = true,
    };

    [Fact]
    public void A_paper_without_fault_raises_nothing() => Of(Good).ShouldBeEmpty();

    [Fact]
    public void Each_sign_raises_its_flag()
    {
        Of(Good with { HeatOnSample = "R2607-40" }).ShouldBe(["heat-differs"]);
        Of(Good with { LotMassKg = 401m }).ShouldBe(["heat-overused"]);
        Of(Good with { TestDay = new DateOnly(2023, 6, 30) }).ShouldBe(["edition-not-in-force"]);
        Of(Good with { TestDay = new DateOnly(2026, 11, 21) }).ShouldBe(["gauge-not-valid"]);
        Of(Good with { Gauges = new Dictionary<string, DateOnly?> { ["X"] = null } }).ShouldBe(["gauge-not-valid"]);
        Of(Good with { SignerIndependent = null }).ShouldBe(["signer-not-independent"]);
        Of(Good with { PrintedValues = [58.0m, 2.0m, 0.20m, 0.05m, 0.10m, 0.15m, 57.5m, 1.90m, 0.20m, 0.05m, 0.15m] })
            .ShouldBe(["too-round"]);
    }

    [Fact]
    public void What_is_not_said_raises_nothing()
    {
        Of(Good with { HeatOnCertificate = null, HeatMassKg = null }).ShouldBeEmpty();
        Of(Good with { HeatOnSample = null, LotMassKg = null }).ShouldBeEmpty();
        Of(Good with { Standard = null, NeedsIndependentSigner = false, SignerIndependent = false }).ShouldBeEmpty();
        Of(Good with { Standard = "Q/YH 9", SignerIndependent = true }).ShouldBeEmpty();
        Of(new PaperFacts { TestDay = new DateOnly(2026, 11, 20) }).ShouldBeEmpty();
    }

    [Fact]
    public void Few_or_whole_values_say_nothing()
    {
        Of(Good with { PrintedValues = [58.0m, 2.0m, 0.20m] }).ShouldBeEmpty();
        Of(Good with { PrintedValues = [.. Enumerable.Repeat(15m, 40)] }).ShouldBeEmpty();
        PaperChecks.ChanceOfRoundDigits([]).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void The_chance_is_the_tail_of_the_binomial() =>
        PaperChecks.ChanceOfRoundDigits([1.0m, 1.5m, 1.3m]).ShouldBe((3 * 0.04 * 0.8) + 0.008, 1e-12);

    private static IEnumerable<string> Of(PaperFacts paper) =>
        PaperChecks.Of(PackSet.Embedded, paper).Select(s => s.Code);
}
