using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Supervision;
using Yuheng.Server.Data;

namespace Yuheng.Server.Supervision;

/// <summary>What a grade is made from: hazards of the one engine or scenarios of the other, and the evidence.</summary>
public sealed record GradeInputs(
    string Family,
    IReadOnlyList<ProductHazard> Hazards,
    IReadOnlyList<RiskScenario> Scenarios,
    string Evidence
);

/// <summary>Grades of product families, alerts, and choices where the matrix leaves one.</summary>
internal sealed class Grading(Commands commands)
{
    /// <summary>Grades a family; the grade holds from now on.</summary>
    /// <exception cref="Refused">No hazard, a value out of range, no evidence.</exception>
    public Task<string> Grade(Viewer viewer, GradeInputs inputs) =>
        Recorded.Run(
            commands,
            viewer,
            new Attempt("risk.grade", Guid.Empty),
            async (work, c) =>
            {
                Named(inputs.Family);
                if (string.IsNullOrWhiteSpace(inputs.Evidence))
                {
                    throw new Refused("refused.supervision.grade-without-evidence") { Field = "evidence" };
                }

                var bands = inputs.Scenarios.Count > 0;
                var risk = bands
                    ? BandEngine.Default.Grade(inputs.Scenarios)
                    : ProductEngine.Default.Grade(inputs.Hazards);
                var expected = bands
                    ? inputs.Scenarios.Max(s => s.Probability)
                    : inputs.Hazards.Max(h => h.Nonconforming.Sum()) / 100;
                var row = new RiskRecord
                {
                    ZoneId = viewer.ZoneId,
                    Id = work.NewId(),
                    Family = inputs.Family,
                    Engine = bands ? BandEngine.Default.Id : ProductEngine.Default.Id,
                    Grade = risk.Grade.Word(),
                    Expected = (double)expected,
                    Inputs = JsonSerializer.Serialize(inputs, JournalJson.Options),
                    Reasons = JsonSerializer.Serialize(risk.Reasons, JournalJson.Options),
                    Evidence = inputs.Evidence,
                    ValidFrom = work.Now,
                    SetBy = viewer.UserId,
                };
                await work.Insert(row, c);
                await work.Journal(
                    "risk.graded",
                    row.Id,
                    new
                    {
                        row.Family,
                        row.Engine,
                        row.Grade,
                        row.Evidence,
                    },
                    c
                );
                return row.Grade;
            }
        );

    /// <summary>Raises an alert.</summary>
    public Task<Guid> Raise(Viewer viewer, Alert alert, string reason) =>
        Recorded.Run(
            commands,
            viewer,
            new Attempt("alert.raise", Guid.Empty),
            async (work, c) =>
            {
                Named(alert.Family);
                if (AlertRules.Default.Levels.All(l => l.Level != alert.Level))
                {
                    throw new Refused("refused.supervision.alert-level", alert.Level) { Field = "level" };
                }

                if (alert.Until < alert.From)
                {
                    throw new Refused("refused.supervision.alert-days-reversed") { Field = "until" };
                }

                var number = await work.Next("alert", c);
                var row = new AlertRecord
                {
                    ZoneId = viewer.ZoneId,
                    Id = work.NewId(),
                    Number = $"A{alert.From.Year}-{number}",
                    Level = alert.Level,
                    Family = alert.Family,
                    Market = alert.Market,
                    ValidFrom = alert.From,
                    ValidUntil = alert.Until,
                    Reason = reason,
                    SetBy = viewer.UserId,
                };
                await work.Insert(row, c);
                await work.Journal(
                    "alert.raised",
                    row.Id,
                    new
                    {
                        row.Number,
                        row.Level,
                        row.Family,
                        row.Market,
                        reason,
                    },
                    c
                );
                return row.Id;
            }
        );

    /// <summary>Chooses a mode where the matrix leaves a choice, for lots planned from now on.</summary>
    /// <exception cref="Refused">
    /// No choice here, no reason, or a lot that is planned already: what is frozen is not edited.
    /// </exception>
    public Task<Guid> Choose(Viewer viewer, Chosen chosen) =>
        Recorded.Run(
            commands,
            viewer,
            new Attempt("mode.choose", chosen.FirmId),
            async (work, c) =>
            {
                Named(chosen.Family);
                if (
                    chosen.LotNumber is { Length: > 0 } number
                    && await work
                        .Db.Set<Inspection.Lot>()
                        .AnyAsync(l => l.FirmId == chosen.FirmId && l.Number == number, c)
                )
                {
                    throw new Refused("refused.supervision.plan-frozen-conflict", number) { Field = "lot" };
                }

                var firm = await Registry.Registry.Party(work.Db, chosen.FirmId, c);
                var asked = new StandingQuestion(firm.Id, chosen.Family, Watching.ZoneHeading, chosen.Market, work.Now);
                var standing = await Standings.Of(work.Db, asked, c);
                ModeDecision.Of(
                    standing.Scheme.Scheme,
                    new ModeInputs(standing.Level.Level.Level, standing.Risk.Grade),
                    new ModeChoice(chosen.Mode, chosen.Reason, viewer.Name)
                );
                var row = new ChoiceRecord
                {
                    ZoneId = viewer.ZoneId,
                    Id = work.NewId(),
                    FirmId = firm.Id,
                    Family = chosen.Family,
                    Mode = chosen.Mode,
                    Reason = chosen.Reason,
                    ChosenBy = viewer.Name,
                    ValidFrom = work.Now,
                };
                await work.Insert(row, c);
                await work.Journal(
                    "mode.chosen",
                    firm.Id,
                    new
                    {
                        row.Family,
                        row.Mode,
                        row.Reason,
                    },
                    c
                );
                return row.Id;
            }
        );

    private static void Named(string family)
    {
        if (!Families.All.Contains(family))
        {
            throw new Refused("refused.supervision.family-not-found", family) { Field = "family" };
        }
    }
}

/// <summary>
/// A choice of mode; with a lot's number it would be for that lot, which is refused once it is planned.
/// </summary>
public sealed record Chosen(
    Guid FirmId,
    string Family,
    string Market,
    string Mode,
    string Reason,
    string? LotNumber = null
);
