namespace Yuheng.Core.Supervision;

/// <summary>
/// The number from which everything in one draw follows: SHA-256 of the lines <c>yuheng.draw.seed/1</c>, the secret,
/// the public value and the context of the draw. Nobody knows it before the public value is fixed; anyone can compute
/// it once the secret is revealed.
/// </summary>
public sealed class DrawSeed
{
    private DrawSeed(string hex) => Hex = hex;

    /// <summary>32 bytes as 64 lower-case hexadecimal digits.</summary>
    public string Hex { get; }

    /// <summary>The seed of one draw.</summary>
    /// <param name="secret">The 32 bytes that were committed to.</param>
    /// <param name="publicValue">The public value fixed after declarations closed, exactly as its source gives
    /// it.</param>
    /// <param name="context">What is drawn: zone, day and the fingerprint of the frozen plan.</param>
    /// <exception cref="Refused">The secret is not 32 bytes, or a text holds a line break.</exception>
    public static DrawSeed Of(ReadOnlySpan<byte> secret, string publicValue, string context)
    {
        if (secret.Length != DrawCommitment.SecretBytes)
        {
            throw new Refused("refused.supervision.secret-length", secret.Length.ToString(DrawCommitment.Invariant));
        }

        var hash = DrawText.Hash("yuheng.draw.seed/1", Convert.ToHexStringLower(secret), publicValue, context);
        return new DrawSeed(Convert.ToHexStringLower(hash));
    }
}
