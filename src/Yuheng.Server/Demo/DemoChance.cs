namespace Yuheng.Server.Demo;

/// <summary>
/// Chance from a fixed seed (SplitMix64): the demo zone is the same on every machine, so that its pages and figures
/// can be
/// talked about.
/// </summary>
internal sealed class DemoChance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from 0 to below the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A fraction from 0 to below 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Whether something with this chance happens.</summary>
    public bool Happens(double chance) => Fraction() < chance;

    /// <summary>One of some.</summary>
    public T Of<T>(IReadOnlyList<T> some) => some[Below(some.Count)];

    /// <summary>Bytes, for the secrets of synthetic draws.</summary>
    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            bytes[i] = (byte)Next();
        }

        return bytes;
    }
}
