using System.Text.Json;
using Yuheng.Core;
using Yuheng.Core.Credentials;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;

namespace Yuheng.Server.Papers.Prints;

/// <summary>What can be issued of a lot and what was.</summary>
/// <param name="Facts">What papers are made from.</param>
/// <param name="Issued">Papers, newest first.</param>
public sealed record LotPapersModel(PaperFacts Facts, IReadOnlyList<IssuedPaper> Issued)
{
    /// <summary>Each kind with what stands in its way.</summary>
    public required IReadOnlyList<PaperOffer> Offers { get; init; }
}

/// <summary>A kind of paper, and why it cannot be issued now by who asks.</summary>
public sealed record PaperOffer(PaperKind Kind, IReadOnlyList<Phrase> WhyNot);

/// <summary>A firm's lots that wait for papers, and its papers.</summary>
public sealed record PapersModel(IReadOnlyList<Lot> Ready, IReadOnlyList<IssuedPaper> Issued);

/// <summary>A paper as it is printed.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Content">What it says.</param>
public sealed record PaperModel(IssuedPaper Paper, PaperContent Content)
{
    /// <summary>Address of the public check, where a credential stands today.</summary>
    public string? CheckAddress { get; init; }

    /// <summary>What a paper says.</summary>
    public static PaperContent Read(IssuedPaper paper) =>
        JsonSerializer.Deserialize<PaperContent>(paper.Content, JournalJson.Options)!;
}

/// <summary>The page of an uploaded credential: the report, once one was given.</summary>
public sealed record VerifyModel(VerificationReport? Report, string Origin);
