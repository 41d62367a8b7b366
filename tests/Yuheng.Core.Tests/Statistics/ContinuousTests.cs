using CsCheck;
using Shouldly;
using Yuheng.Core.Statistics;

namespace Yuheng.Core.Tests.Statistics;

// Expected values: integrals and series with 30 to 40 digits.
public sealed class ContinuousTests
{
    [Theory]
    [InlineData(-10, 7.6198530241605261e-24)]
    [InlineData(-3, 0.0013498980316300945)]
    [InlineData(-0.5, 0.3085375387259869)]
    [InlineData(0.5, 0.6914624612740131)]
    [InlineData(1.25, 0.89435022633314474)]
    public void The_normal_distribution_is_exact_in_both_tails(double x, double p)
    {
        Normal.Cdf(x).ShouldBeClose(p, 1e-14);
        Normal.Survival(-x).ShouldBeClose(p, 1e-14);
        Normal.Quantile(p).ShouldBe(x, 1e-13);
    }

    [Theory]
    [InlineData(1e-12, -7.0344838253011319)]
    [InlineData(1e-200, -30.205594179579643)]
    [InlineData(0.3, -0.52440051270804078)]
    [InlineData(0.975, 1.9599639845400542)]
    public void Normal_quantiles_are_exact(double p, double x) => Normal.Quantile(p).ShouldBeClose(x, 1e-14);

    [Fact]
    public void Impossible_and_certain_have_infinite_quantiles()
    {
        Normal.Quantile(0).ShouldBe(double.NegativeInfinity);
        Normal.Quantile(1).ShouldBe(double.PositiveInfinity);
        Normal.Cdf(double.NegativeInfinity).ShouldBe(0);
        Normal.Density(double.PositiveInfinity).ShouldBe(0);
        Normal.Cdf(-38).ShouldBeClose(2.8854283600687843e-316, 1e-6);
    }

    [Theory]
    [InlineData(20, 20, 0.1, 1.0339119443744939e-10)]
    [InlineData(0.5, 0.5, 0.001, 0.020135041633377491)]
    [InlineData(3, 500, 0.02, 0.99749343450761162)]
    [InlineData(6249, 6249, 0.49, 0.012673658772234896)]
    public void The_incomplete_beta_function_is_exact(double a, double b, double x, double p)
    {
        Beta.Regularized(a, b, x).ShouldBeClose(p);
        Beta.Complement(b, a, 1 - x).ShouldBeClose(p);
        Beta.Quantile(a, b, p).ShouldBeClose(x, 1e-11);
    }

    [Fact]
    public void The_beta_function_is_certain_at_its_ends()
    {
        Beta.Regularized(2, 3, 0).ShouldBe(0);
        Beta.Regularized(2, 3, 1).ShouldBe(1);
        Beta.Quantile(2, 3, 0).ShouldBe(0);
        Beta.Quantile(2, 3, 1).ShouldBe(1);
        Beta.Quantile(1, 1, 1e-30).ShouldBeClose(1e-30);
    }

    [Theory]
    [InlineData(2, 5, 1, 0.22192533738378513)]
    [InlineData(60, 199, 50, 0.00068238055585236153)]
    [InlineData(-3, 4, 0.5, 0.99283278944630597)]
    [InlineData(1, 1, 0, 0.25)]
    [InlineData(30, 10, 2, 4.958436078768159e-9)]
    [InlineData(3, 30, -2, 1.5572381132379843e-6)]
    public void The_noncentral_t_distribution_is_exact_for_any_noncentrality(
        double t, double nu, double delta, double q)
    {
        var distribution = new NoncentralT(nu, delta);
        distribution.Survival(t).ShouldBeClose(q);
        distribution.Cdf(t).ShouldBe(1 - q, 1e-13);
        distribution.Quantile(1 - q).ShouldBe(t, Math.Abs(t) * (q < 1e-4 ? 1e-7 : 1e-11));
    }

    [Fact]
    public void A_noncentral_t_quantile_gives_its_probability_back() =>
        Gen.Select(Gen.Int[1, 3000], Gen.Double[-60, 60], Gen.Double[0.0001, 0.9999]).Sample((nu, delta, p) =>
        {
            var distribution = new NoncentralT(nu, delta);
            var t = distribution.Quantile(p);
            (p < 0.5 ? distribution.Cdf(t) / p : distribution.Survival(t) / (1 - p)).ShouldBe(1, 1e-10);
        }, iter: 200);

    [Theory]
    [InlineData(1e-9, 9.999999995e-10)]
    [InlineData(-1e-5, -1.0000050000333336e-5)]
    [InlineData(1e-20, 1e-20)]
    [InlineData(2, 1.0986122886681098)]
    public void The_logarithm_of_one_plus_a_little_keeps_its_digits(double x, double log) =>
        SpecialFunctions.LogOnePlus(x).ShouldBeClose(log, 1e-15);

    [Fact]
    public void The_logarithm_of_gamma_is_exact_near_its_zeros_and_far_out()
    {
        SpecialFunctions.LogGamma(0.5).ShouldBeClose(0.57236494292470009);
        SpecialFunctions.LogGamma(100.5).ShouldBeClose(361.43554046777757);
        SpecialFunctions.LogGamma(3).ShouldBeClose(Math.Log(2));
        SpecialFunctions.HalfStepOfGamma(0.5).ShouldBeClose(1 / Math.Sqrt(Math.PI));
        SpecialFunctions.HalfStepOfGamma(1e6).ShouldBeClose(999.9998750000078);
    }
}
