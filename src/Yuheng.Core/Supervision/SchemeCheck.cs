namespace Yuheng.Core.Supervision;

/// <summary>
/// What every scheme must keep: a mode for every class and grade, chances that do not fall as strictness rises, and a
/// matrix that is monotone: a worse class or a higher risk never meets a laxer mode.
/// </summary>
public static class SchemeCheck
{
    /// <summary>The scheme itself.</summary>
    /// <exception cref="Refused">The first finding.</exception>
    public static Scheme Checked(Scheme scheme) => Findings(scheme).FirstOrDefault() is { } finding
        ? throw new Refused("refused." + finding.Code, finding.Args)
        : scheme;

    /// <summary>All findings; none means that the scheme may be used.</summary>
    public static IReadOnlyList<Phrase> Findings(Scheme scheme)
    {
        var complete = Completeness(scheme).ToArray();
        return complete.Length > 0 ? complete : [.. Modes(scheme), .. Monotony(scheme), .. Triggers(scheme)];
    }

    private static IEnumerable<Phrase> Completeness(Scheme scheme)
    {
        var modes = scheme.Modes.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var row in scheme.Classes)
        {
            foreach (var risk in scheme.Risks)
            {
                var cells = scheme.Matrix.Where(c => c.Class == row.Class && c.Risk == risk).ToArray();
                if (cells.Length != 1 || cells[0].Modes.Count is 0 or > 2 || !cells[0].Modes.All(modes.Contains))
                {
                    yield return Finding("scheme-cell", scheme, row.Class, risk);
                }
            }
        }

        if (scheme.ValidTo < scheme.ValidFrom || scheme.Basis is not ("statutory" or "voluntary"))
        {
            yield return Finding("scheme-validity", scheme, 0, scheme.Basis);
        }
    }

    private static IEnumerable<Phrase> Modes(Scheme scheme)
    {
        var previous = 0m;
        foreach (var mode in scheme.Modes.OrderBy(m => m.Strictness))
        {
            if (mode.Floor <= 0 || mode.Floor > mode.Probability || mode.Probability > 1 || mode.Probability < previous)
            {
                yield return Finding("scheme-chance", scheme, mode.Strictness, mode.Id);
            }

            previous = mode.Probability;
        }
    }

    private static IEnumerable<Phrase> Monotony(Scheme scheme)
    {
        foreach (var cell in scheme.Matrix)
        {
            if (cell.Modes.Count == 2 && Strictness(scheme, cell, 0) <= Strictness(scheme, cell, 1))
            {
                yield return Finding("scheme-order", scheme, cell.Class, cell.Risk);
            }

            var risk = Rank(scheme, cell);
            foreach (var worse in scheme.Matrix.Where(c => c.Class >= cell.Class && Rank(scheme, c) >= risk))
            {
                if (Strictness(scheme, worse, 0) < Strictness(scheme, cell, 0)
                    || Strictness(scheme, worse, ^1) < Strictness(scheme, cell, ^1))
                {
                    yield return Finding("scheme-monotone", scheme, worse.Class, worse.Risk);
                }
            }
        }
    }

    private static IEnumerable<Phrase> Triggers(Scheme scheme)
    {
        foreach (var trigger in scheme.Triggers)
        {
            var sound = trigger.Consecutive >= 1
                && trigger.FromClasses.All(c => c < trigger.To)
                && scheme.Classes.Any(c => c.Class == trigger.To);
            if (!sound)
            {
                yield return Finding("scheme-trigger", scheme, trigger.To, trigger.Id);
            }
        }
    }

    private static int Rank(Scheme scheme, SchemeCell cell) => scheme.Risks.ToList().IndexOf(cell.Risk);

    private static int Strictness(Scheme scheme, SchemeCell cell, Index at) => scheme.Mode(cell.Modes[at]).Strictness;

    private static Phrase Finding(string rule, Scheme scheme, int number, string what) =>
        Phrase.Of("supervision." + rule, scheme.Id, number.ToString(DrawCommitment.Invariant), what);
}
