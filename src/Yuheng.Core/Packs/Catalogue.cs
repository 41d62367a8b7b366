namespace Yuheng.Core.Packs;

/// <summary>A market: its ISO 3166 code, its names, and the unions whose rules it takes.</summary>
public sealed record Market(string Code, Bilingual Name, IReadOnlyList<string> Variants, IReadOnlyList<string> Unions);

/// <summary>A product family: its code, names, the valve type of test tables, and its traits.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Variants">Other names.</param>
/// <param name="ValveType">Valve type of test tables.</param>
/// <param name="Traits">potable, gas, tap, threaded, lead-free, valve.</param>
/// <param name="MainPerformance">
/// Codes of its main performance items, whether or not they are planned: an indicator says how many were tested.
/// </param>
public sealed record ProductFamily(
    string Code,
    Bilingual Name,
    IReadOnlyList<string> Variants,
    string ValveType,
    IReadOnlyList<string> Traits,
    IReadOnlyList<string> MainPerformance);

/// <summary>A seat: soft, metal or ceramic.</summary>
public sealed record Seat(string Code, Bilingual Name, IReadOnlyList<string> Variants);

/// <summary>A test medium: liquid or gas, with the words that benches write.</summary>
public sealed record TestMedium(string Code, Bilingual Name, IReadOnlyList<string> Variants);

/// <summary>Words for one thing.</summary>
public sealed record WordList(string Code, IReadOnlyList<string> Words);

/// <summary>One row of market × product: which packs hold, which papers the border asks for, since when.</summary>
public sealed record MatrixRow
{
    /// <summary>Markets by code.</summary>
    public required IReadOnlyList<string> Markets { get; init; }

    /// <summary>Product families.</summary>
    public IReadOnlyList<string> Families { get => field ?? []; init; }

    /// <summary>Traits that it holds for.</summary>
    public IReadOnlyList<string> Traits { get => field ?? []; init; }

    /// <summary>Packs that hold.</summary>
    public IReadOnlyList<string> Packs { get => field ?? []; init; }

    /// <summary>Papers that are asked for.</summary>
    public IReadOnlyList<Bilingual> Documents { get => field ?? []; init; }

    /// <summary>Standards that the market names but whose numbers are not shipped.</summary>
    public IReadOnlyList<string> WithoutNumbers { get => field ?? []; init; }

    /// <summary>First day; open where not given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; open where not given.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How well it is known; that of the pack where not given.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Where it was read.</summary>
    public required string Source { get; init; }
}

/// <summary>The words of markets, products and seats, and which packs hold where.</summary>
public sealed record Catalogue
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the data.</summary>
    public required string Version { get; init; }

    /// <summary>Markets by code.</summary>
    public required IReadOnlyList<Market> Markets { get; init; }

    /// <summary>Product families.</summary>
    public required IReadOnlyList<ProductFamily> Families { get; init; }

    /// <summary>Seats.</summary>
    public required IReadOnlyList<Seat> Seats { get; init; }

    /// <summary>Test media.</summary>
    public required IReadOnlyList<TestMedium> Media { get; init; }

    /// <summary>Words for tests: shell, shell-type-test, closure, backseat, closure-or-backseat.</summary>
    public required IReadOnlyList<WordList> Tests { get; init; }

    /// <summary>Words for results: pass, fail.</summary>
    public required IReadOnlyList<WordList> Results { get; init; }

    /// <summary>Words in a device's name, the first that is held decides: in-line, component, end, other.</summary>
    public required IReadOnlyList<WordList> Devices { get; init; }

    /// <summary>Which packs hold where.</summary>
    public required IReadOnlyList<MatrixRow> Matrix { get; init; }
}
