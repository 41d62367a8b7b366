using System.Numerics;

namespace Yuheng.Core.Indicators;

/// <summary>
/// Sums over rows of one frame. Tallies of days, firms or families are merged into those of a period, so a board
/// adds up stored tallies instead of reading every lot.
/// </summary>
public sealed class LotTally
{
    /// <summary>Listed main characteristics are bits of one word.</summary>
    public const int MostCharacteristics = 64;

    private readonly long[] _tested = new long[MostCharacteristics];
    private readonly long[] _failed = new long[MostCharacteristics];

    /// <summary>Inspected lots with a first verdict.</summary>
    public long Judged { get; private set; }

    /// <summary>Those accepted at once.</summary>
    public long Accepted { get; private set; }

    /// <summary>Those accepted at once or in the end.</summary>
    public long AcceptedInTheEnd { get; private set; }

    /// <summary>Inspected lots that could not be judged.</summary>
    public long CannotJudge { get; private set; }

    /// <summary>Lots submitted for the first time.</summary>
    public long Submitted { get; private set; }

    /// <summary>Those for which a credential could be issued at once.</summary>
    public long Released { get; private set; }

    /// <summary>Lots tested on a listed main characteristic.</summary>
    public long MainLots { get; private set; }

    /// <summary>Those that failed on one or more.</summary>
    public long MainFailedLots { get; private set; }

    /// <summary>Value of the lots tested on a main characteristic, in US cents.</summary>
    public long MainValue { get; private set; }

    /// <summary>Value of those that failed.</summary>
    public long MainFailedValue { get; private set; }

    /// <summary>Characteristic tests of all kinds.</summary>
    public long Tests { get; private set; }

    /// <summary>Those that failed.</summary>
    public long FailedTests { get; private set; }

    /// <summary>Inverse-probability sums for the accepted share.</summary>
    public WeightedSum Weighted { get; private set; }

    /// <summary>Inverse-probability sums for the main-performance share.</summary>
    public WeightedSum MainWeighted { get; private set; }

    /// <summary>Lots tested on a listed characteristic.</summary>
    public IReadOnlyList<long> TestedOn => _tested;

    /// <summary>Lots failed on it.</summary>
    public IReadOnlyList<long> FailedOn => _failed;

    /// <summary>Adds a row; private tests are passed over.</summary>
    public void Add(in LotRow row)
    {
        if (!row.Has(RowFlags.Declared))
        {
            return;
        }

        if (row.Has(RowFlags.FirstSubmission))
        {
            Submitted++;
            Released += row.Has(RowFlags.Releasable) ? 1 : 0;
            CannotJudge += row.Verdict == RowVerdict.CannotJudge ? 1 : 0;
        }

        if (LotIndicators.IsJudged(row))
        {
            AddJudged(row);
        }
    }

    /// <summary>Adds all rows of a frame that lie in a period.</summary>
    public static LotTally Of(ReadOnlySpan<LotRow> rows, SamplingFrame frame, Period period)
    {
        var tally = new LotTally();
        var (from, until) = (period.From.DayNumber, period.Until.DayNumber);
        foreach (ref readonly var row in rows)
        {
            if (row.Frame == frame && row.Day >= from && row.Day <= until)
            {
                tally.Add(row);
            }
        }

        return tally;
    }

    /// <summary>Adds another tally.</summary>
    public void Merge(LotTally other)
    {
        Judged += other.Judged;
        Accepted += other.Accepted;
        AcceptedInTheEnd += other.AcceptedInTheEnd;
        CannotJudge += other.CannotJudge;
        Submitted += other.Submitted;
        Released += other.Released;
        MainLots += other.MainLots;
        MainFailedLots += other.MainFailedLots;
        MainValue += other.MainValue;
        MainFailedValue += other.MainFailedValue;
        Tests += other.Tests;
        FailedTests += other.FailedTests;
        Weighted = Weighted.Plus(other.Weighted);
        MainWeighted = MainWeighted.Plus(other.MainWeighted);
        for (var i = 0; i < MostCharacteristics; i++)
        {
            _tested[i] += other._tested[i];
            _failed[i] += other._failed[i];
        }
    }

    /// <summary>The tally as bytes, to be kept; the counts of so many listed characteristics go along.</summary>
    public byte[] ToBytes(int listed)
    {
        ReadOnlySpan<long> counts =
        [
            Judged, Accepted, AcceptedInTheEnd, CannotJudge, Submitted, Released, MainLots, MainFailedLots, MainValue,
            MainFailedValue, Tests,
        ];
        var bytes = TallyBytes.Write(counts, [Weighted, MainWeighted], listed, [_tested, _failed]);
        return [.. bytes, .. BitConverter.GetBytes(FailedTests)];
    }

    /// <summary>A kept tally.</summary>
    public static LotTally FromBytes(ReadOnlySpan<byte> bytes)
    {
        var tally = new LotTally
        {
            Judged = TallyBytes.Long(bytes, 0),
            Accepted = TallyBytes.Long(bytes, 1),
            AcceptedInTheEnd = TallyBytes.Long(bytes, 2),
            CannotJudge = TallyBytes.Long(bytes, 3),
            Submitted = TallyBytes.Long(bytes, 4),
            Released = TallyBytes.Long(bytes, 5),
            MainLots = TallyBytes.Long(bytes, 6),
            MainFailedLots = TallyBytes.Long(bytes, 7),
            MainValue = TallyBytes.Long(bytes, 8),
            MainFailedValue = TallyBytes.Long(bytes, 9),
            Tests = TallyBytes.Long(bytes, 10),
            Weighted = TallyBytes.Sum(bytes, 11),
            MainWeighted = TallyBytes.Sum(bytes, 15),
            FailedTests = TallyBytes.Long(bytes, (bytes.Length / 8) - 1),
        };
        var listed = ((bytes.Length - TallyBytes.Sums) / 8 - 1) / 2;
        for (var i = 0; i < listed; i++)
        {
            tally._tested[i] = TallyBytes.Long(bytes, 19 + i);
            tally._failed[i] = TallyBytes.Long(bytes, 19 + listed + i);
        }

        return tally;
    }

    private void AddJudged(in LotRow row)
    {
        var accepted = row.Verdict == RowVerdict.Accept;
        Judged++;
        Accepted += accepted ? 1 : 0;
        AcceptedInTheEnd += accepted || row.Has(RowFlags.AcceptedInTheEnd) ? 1 : 0;
        Weighted = Weighted.Plus(row.Probability, accepted);
        Tests += row.Tests;
        FailedTests += row.FailedTests;
        if (row.MainTested == 0)
        {
            return;
        }

        var failedMask = row.MainFailed & row.MainTested;
        var failed = failedMask != 0;
        MainLots++;
        MainFailedLots += failed ? 1 : 0;
        MainValue += row.ValueCents;
        MainFailedValue += failed ? row.ValueCents : 0;
        MainWeighted = MainWeighted.Plus(row.Probability, failed);
        Count(_tested, row.MainTested);
        Count(_failed, failedMask);
    }

    private static void Count(long[] counts, ulong mask)
    {
        for (var left = mask; left != 0; left &= left - 1)
        {
            counts[BitOperations.TrailingZeroCount(left)]++;
        }
    }
}

/// <summary>Sums of weights 1/π: all, of the rows that have the property, and of the squares.</summary>
/// <param name="All">Sum of weights.</param>
/// <param name="Having">Sum of the weights of rows with the property.</param>
/// <param name="Squares">Sum of squared weights.</param>
/// <param name="Unknown">Rows whose chance is not known: with one of them there is no weighted figure.</param>
public readonly record struct WeightedSum(double All, double Having, double Squares, long Unknown)
{
    /// <summary>With one more row.</summary>
    public WeightedSum Plus(double probability, bool having)
    {
        if (probability is <= 0 or > 1 || double.IsNaN(probability))
        {
            return this with { Unknown = Unknown + 1 };
        }

        var weight = 1 / probability;
        return this with
        {
            All = All + weight,
            Having = Having + (having ? weight : 0),
            Squares = Squares + (weight * weight),
        };
    }

    /// <summary>With other sums.</summary>
    public WeightedSum Plus(WeightedSum other) =>
        new(All + other.All, Having + other.Having, Squares + other.Squares, Unknown + other.Unknown);
}

/// <summary>A period, both days included.</summary>
public readonly record struct Period(DateOnly From, DateOnly Until);
