using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Tests.Judging;

/// <summary>A lot of DN15 PN16 ball valves under GB/T 13927-2022, 80 pieces, as a bench records it.</summary>
public static class BenchLot
{
    public static RequirementQuestion Question { get; } = new()
    {
        Family = "ball",
        Size = NominalSize.OfDn(15),
        Rating = PressureRating.Read("PN16"),
        Seat = "soft",
        Market = "DE",
        Day = new DateOnly(2026, 11, 20),
        Agreement = [new NamedStandard("GB/T 13927", "2022")],
    };

    public static IReadOnlyList<Requirement> Tests { get; } =
        [.. Requirements.Ask(PackSet.Embedded, Question).Requirements.Where(
            r => r.Kind == CharacteristicKind.Performance)];

    public static Requirement Shell => Tests.Single(r => r.Id == "shell");

    public static IReadOnlyList<LimitConfirmation> Confirmed { get; } =
    [
        .. Tests.Select(r => new LimitConfirmation(r.Key, r.Pack!.Hash, "person", "text of the standard read",
            new DateOnly(2026, 1, 5))),
    ];

    public static Observation Good(string characteristic, string specimen) => new()
    {
        Id = characteristic + specimen,
        Characteristic = characteristic,
        Specimen = specimen,
        Medium = characteristic == "seat-gas-low" ? "gas" : "liquid",
        Pressure = characteristic switch
        {
            "shell" => new Reading(2.40m, "MPa"),
            "seat-liquid" => new Reading(1.76m, "MPa"),
            _ => new Reading(0.6m, "MPa"),
        },
        Hold = new Reading(15m, "s"),
        Value = new Reading(0m, characteristic == "seat-gas-low" ? "bubbles" : "drops"),
        Gauge = "YB-0137",
        GaugeDue = new DateOnly(2027, 5, 31),
        Day = new DateOnly(2026, 11, 20),
        Time = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero),
        Person = "wang",
    };

    public static LotFacts Facts(IReadOnlyList<Observation> observations, int specimens, int ac = 2) => new()
    {
        Lot = "00123",
        Purpose = InspectionPurpose.LotSample,
        Product = new JudgedProduct("ball", 15, "PN16", "soft", null),
        Day = new DateOnly(2026, 11, 21),
        Requirements = Tests,
        Plan =
        [
            new PlanLine
            {
                Group = "performance",
                Characteristics = [.. Tests.Select(r => r.Id)],
                Specimens = [.. Enumerable.Range(1, specimens).Select(i => $"{i}")],
                Ac = ac,
                Re = ac + 1,
            },
        ],
        Observations = observations,
        Confirmations = Confirmed,
    };

    public static List<Observation> AllGood(int specimens) =>
        [.. Enumerable.Range(1, specimens).SelectMany(i => Tests.Select(r => Good(r.Id, $"{i}")))];
}
