namespace Yuheng.Server.Inspection.Import;

/// <summary>
/// Finds the entry that a misspelt word probably means, for a suggestion only: nothing is ever replaced.
/// </summary>
internal static class Near
{
    /// <summary>
    /// Longer words are not compared: no name in the lists is longer, and the cost grows with the square.
    /// </summary>
    private const int Longest = 60;

    /// <summary>The nearest entry: one name inside the other, else at most one or two letters off.</summary>
    public static T? Find<T>(string given, IReadOnlyDictionary<string, T> byName)
        where T : class
    {
        if (given.Length is 0 or > Longest)
        {
            return null;
        }

        // Two Chinese characters say as much as five letters: short words must agree but for one.
        var least = given.Length >= 5 ? 3 : 2;
        T? nearest = null;
        foreach (var (name, entry) in byName)
        {
            var inside = name.Length >= 2 && given.Length >= 2
                && (given.Contains(name, StringComparison.Ordinal) || name.Contains(given, StringComparison.Ordinal));
            var distance = inside ? 1 : Math.Abs(name.Length - given.Length) < least ? Distance(given, name) : least;
            if (distance < least && distance < Math.Min(given.Length, name.Length))
            {
                (least, nearest) = (distance, entry);
            }
        }

        return nearest;
    }

    private static int Distance(string one, string other)
    {
        var row = new int[other.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var cost = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
