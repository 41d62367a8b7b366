using Shouldly;
using Yuheng.Core;
using Yuheng.Server.Papers.Prints;

namespace Yuheng.Server.Tests.Papers;

/// <summary>Who may sign what.</summary>
public sealed class PrintsRulesTests
{
    private static readonly Guid Firm = Guid.NewGuid();
    private static readonly Guid Laboratory = Guid.NewGuid();

    [Theory]
    [InlineData("supplier-declaration", Role.FirmOwner, true)]
    [InlineData("supplier-declaration", Role.FirmClerk, false)]
    [InlineData("en10204-31", Role.FirmClerk, true)]
    [InlineData("en10204-31", Role.BenchOperator, false)]
    [InlineData("test-report", Role.FirmOwner, false)]
    [InlineData("verification-credential", Role.FirmOwner, false)]
    public void A_firms_person_signs_the_firms_papers_by_role(string kind, Role role, bool signs) =>
        WhyNot(kind, Situation(Of(Firm, PartyKind.Enterprise, role))).Count.ShouldBe(signs ? 0 : 1);

    [Fact]
    public void A_report_is_signed_by_the_lots_laboratory_alone_and_within_its_scope()
    {
        var situation = Situation(Of(Laboratory, PartyKind.Laboratory, Role.LaboratorySignatory));

        WhyNot("test-report", situation).ShouldBeEmpty();
        WhyNot("test-report", situation with { InScope = false }).ShouldBe(["refused.prints.method-outside-scope"]);
        WhyNot("test-report", situation with { LaboratoryId = Guid.NewGuid() })
            .ShouldBe(["refused.prints.not-the-signer-forbidden"]);
        WhyNot("en10204-31", situation).ShouldBe(["refused.prints.not-the-signer-forbidden"]);
    }

    [Fact]
    public void A_failing_result_a_lot_held_and_missing_evidence_forbid_statements_of_conformity()
    {
        var situation = Situation(Of(Firm, PartyKind.Enterprise, Role.FirmOwner));

        WhyNot("en10204-31", situation with { Failures = 1 }).ShouldBe(["refused.prints.result-fails"]);
        WhyNot("factory-certificate", situation with { State = "held" }).ShouldBe(["refused.prints.lot-blocked"]);
        WhyNot("en10204-21", situation with { Verdict = "nonconforming" }).ShouldBe(["refused.prints.lot-blocked"]);
        WhyNot("en10204-31", situation with { Results = 0 }).ShouldBe(["refused.prints.no-results"]);
        WhyNot("en10204-21", situation with { Results = 0 }).ShouldBeEmpty();
        WhyNot("en10204-22", situation with { OtherLots = 0 }).ShouldBe(["refused.prints.no-other-lots"]);
        WhyNot("carton-labels", situation with { Credential = false }).ShouldBe(["refused.prints.no-credential"]);
    }

    private static IReadOnlyList<string> WhyNot(string kind, PaperSituation situation) =>
        [.. SigningRules.WhyNot(PaperKinds.Find(kind)!, situation).Select(p => p.Code)];

    private static Viewer Of(Guid party, PartyKind kind, Role role) =>
        new(Guid.Empty, Guid.NewGuid(), party, kind, "n", "p", [role], Language.English);

    private static PaperSituation Situation(Viewer viewer) => new()
    {
        Viewer = viewer, FirmId = Firm, LaboratoryId = Laboratory, State = "releasable", Results = 3, OtherLots = 3,
        Signed = true, InScope = true, Credential = true,
    };
}
