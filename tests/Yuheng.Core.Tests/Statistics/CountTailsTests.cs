using CsCheck;
using Shouldly;
using Yuheng.Core.Statistics;

namespace Yuheng.Core.Tests.Statistics;

// Expected values: sums of exact terms with 40 digits.
public sealed class CountTailsTests
{
    [Fact]
    public void Binomial_tails_keep_full_relative_accuracy()
    {
        new Binomial(1250, 0.5).Cdf(400).ShouldBeClose(4.7640691249775628e-38);
        new Binomial(1250, 0.001).Survival(30).ShouldBeClose(2.5911604985513047e-32);
        new Binomial(1_000_000_000, 1e-9).Cdf(0).ShouldBeClose(0.36787944098753231);
        new Binomial(2000, 0.0001).Cdf(0).ShouldBeClose(0.8187225652655315);
    }

    [Fact]
    public void Poisson_tails_keep_full_relative_accuracy()
    {
        new Poisson(700).Cdf(0).ShouldBeClose(9.8596765437597709e-305);
        new Poisson(700).Cdf(500).ShouldBeClose(9.8928576548546732e-16);
        new Poisson(2).Survival(40).ShouldBeClose(9.3406285195991478e-39);
    }

    [Fact]
    public void Hypergeometric_tails_keep_full_relative_accuracy()
    {
        new Hypergeometric(10000, 500, 315).Cdf(3).ShouldBeClose(7.3038604070975054e-5);
        new Hypergeometric(10000, 50, 315).Survival(19).ShouldBeClose(1.0186547466415983e-17);
        new Hypergeometric(1_000_000, 100_000, 2000).Probability(50).ShouldBeClose(1.0443938601297815e-39);
    }

    [Fact]
    public void Certain_counts_have_probability_one()
    {
        new Binomial(10, 0).Cdf(0).ShouldBe(1);
        new Binomial(10, 1).Cdf(9).ShouldBe(0);
        new Binomial(10, 1).Survival(9).ShouldBe(1);
        new Binomial(10, 1).Probability(10).ShouldBe(1);
        new Poisson(0).Cdf(0).ShouldBe(1);
        new Poisson(0).Probability(1).ShouldBe(0);
        new Poisson(1).Probability(-1).ShouldBe(0);
        new Hypergeometric(10, 10, 4).Probability(4).ShouldBe(1);
        new Hypergeometric(10, 0, 4).Cdf(0).ShouldBe(1);
        new Hypergeometric(10, 3, 4).Probability(4).ShouldBe(0);
        new Hypergeometric(0, 0, 0).Mean.ShouldBe(0);
        new Binomial(10, 0.3).Cdf(-1).ShouldBe(0);
        new Binomial(10, 0.3).Survival(-1).ShouldBe(1);
        new Binomial(10, 0.3).Survival(10).ShouldBe(0);
        new Binomial(10, 0.3).Probability(11).ShouldBe(0);
    }

    [Fact]
    public void Filled_probabilities_equal_those_asked_one_by_one() =>
        Gen.Select(Gen.Int[1, 200], Gen.Double[0, 1], Gen.Int[1, 60]).Sample((n, p, width) =>
        {
            Span<double> filled = new double[width];
            new Binomial(n, p).Fill(filled);
            for (var x = 0; x < width; x++)
            {
                filled[x].ShouldBe(new Binomial(n, p).Probability(x), 1e-11 * (filled[x] + 1e-300));
            }
        });

    [Fact]
    public void A_table_below_the_smallest_count_is_empty()
    {
        Span<double> filled = new double[2];
        new Hypergeometric(10, 8, 6).Fill(filled);
        filled[1].ShouldBe(0);
    }

    [Fact]
    public void Both_tails_add_up_to_one() =>
        Gen.Select(Gen.Long[1, 3000], Gen.Double[0, 1], Gen.Long[0, 3000], Gen.Long[0, 3000]).Sample((n, p, x, lot) =>
        {
            (new Binomial(n, p).Cdf(x) + new Binomial(n, p).Survival(x)).ShouldBe(1, 1e-12);
            (new Poisson(n * p).Cdf(x) + new Poisson(n * p).Survival(x)).ShouldBe(1, 1e-12);
            var found = new Hypergeometric(n, Math.Min(n, lot), Math.Min(n, x));
            (found.Cdf(x / 7) + found.Survival(x / 7)).ShouldBe(1, 1e-12);
        });

    [Fact]
    public void The_hypergeometric_tends_to_the_binomial() =>
        Gen.Select(Gen.Long[1, 50], Gen.Int[1, 9], Gen.Long[0, 10]).Sample((n, tenths, c) =>
        {
            const long lot = 100_000_000;
            var exact = new Hypergeometric(lot, lot / 10 * tenths, n).Cdf(c);
            exact.ShouldBeClose(new Binomial(n, tenths / 10.0).Cdf(c), 1e-3);
        });
}
