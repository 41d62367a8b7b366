using Yuheng.Core;
using Yuheng.Server.Data;

namespace Yuheng.Server.Supervision;

/// <summary>
/// Attempts that a rule refuses leave a trace: who tried what and which rule said no. A refusal that nobody can find
/// again protects nobody.
/// </summary>
internal static class Recorded
{
    /// <summary>Carries out a command; a refusal is written to the journal and passed on.</summary>
    public static async Task<T> Run<T>(
        Commands commands, Viewer viewer, Attempt attempt, Func<Work, CancellationToken, Task<T>> command)
    {
        try
        {
            return await commands.Run(viewer, command, CancellationToken.None);
        }
        catch (Refused refused)
        {
            await commands.Run(viewer, (work, c) => Note(work, attempt, refused, c), CancellationToken.None);
            throw;
        }
    }

    private static async Task<int> Note(Work work, Attempt attempt, Refused refused, CancellationToken cancellation)
    {
        var said = new { attempt.What, Rule = refused.Phrase.Code, refused.Phrase.Args };
        await work.Journal("attempt.refused", attempt.Subject, said, cancellation);
        return 0;
    }
}

/// <summary>What someone tried, on which record.</summary>
public sealed record Attempt(string What, Guid Subject);
