using Shouldly;
using Yuheng.Core.Supervision;

namespace Yuheng.Core.Tests.Supervision;

public sealed class InspectorRulesTests
{
    private static readonly InspectorOnDuty[] Roster =
        [new("wang", ["firm-7"]), new("li", [], IsAbsent: true), new("chen", ["firm-8"]), new("sun", [])];

    [Fact]
    public void Related_and_absent_inspectors_are_excluded_with_the_reason() =>
        InspectorRules.Exclusions("firm-7", Roster).ShouldBe([
            new InspectorExclusion("li", "absent"), new InspectorExclusion("wang", "related")]);

    [Fact]
    public void An_inspector_drawn_for_a_related_firm_is_refused()
    {
        Should.Throw<Refused>(() => InspectorRules.Check(new InspectorPair("sun", "wang"), "firm-7", Roster))
            .Code.ShouldBe("related-inspector");
        Should.NotThrow(() => InspectorRules.Check(new InspectorPair("sun", "wang"), "firm-8", Roster));
    }
}
