using System.Globalization;
using Yuheng.Server.Registry;
using Yuheng.Server.Registry.Access;

namespace Yuheng.Server.Inspection.Visits;

/// <summary>What the page of a visit shows.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Firm">Whose it is.</param>
/// <param name="Units">Drawn units in order of number, then those that step in.</param>
/// <param name="Inspectors">Who may be the second sampler.</param>
public sealed record VisitModel(Lot Lot, Party Firm, IReadOnlyList<VisitUnit> Units, IReadOnlyList<Person> Inspectors)
{
    /// <summary>With whom this sampler went last.</summary>
    public Guid? LastSecond { get; init; }
}

/// <summary>A unit to be found.</summary>
/// <param name="Number">Its number within the lot.</param>
/// <param name="Ordinal">Number of the sample that it is.</param>
/// <param name="InsteadOf">The missing unit for which it steps in.</param>
/// <param name="Mark">Why it is missing, or null where it was found.</param>
/// <param name="MissedAs">Place in the order of missing units.</param>
public sealed record VisitUnit(long Number, int Ordinal, long? InsteadOf, string? Mark, int MissedAs)
{
    /// <summary>Its form field.</summary>
    public string Field => Name(Number);

    /// <summary>The form field of a unit.</summary>
    public static string Name(long number) => "u." + number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What the printed record of sampling and sealing shows.</summary>
public sealed record SamplingRecord(Lot Lot, Visit Visit, Party Firm, IReadOnlyList<SampleUnit> Units)
{
    /// <summary>Name of the first sampler.</summary>
    public required string SamplerOne { get; init; }

    /// <summary>Name of the second sampler.</summary>
    public required string SamplerTwo { get; init; }

    /// <summary>Photos of the visit.</summary>
    public required IReadOnlyList<Attachment> Photos { get; init; }
}
