namespace Yuheng.Core.Packs;

/// <summary>A market: its ISO 3166 code, its names, and the unions whose rules it takes.</summary>
public sealed record Market(string Code, Bilingual Name, IReadOnlyList<string> Variants, IReadOnlyList<string> Unions);

/// <summary>A product family: its code, names, the valve type of test tables, and its traits.</summary>
public sealed record ProductFamily(
    string Code, Bilingual Name, IReadOnlyList<string> Variants, string ValveType, IReadOnlyList<string> Traits);

/// <summary>A seat: soft, metal or ceramic.</summary>
public sealed record Seat(string Code, Bilingual Name, IReadOnlyList<string> Variants);

/// <summary>A test medium: liquid or gas, with the words that benches write.</summary>
public sealed record TestMedium(string Code, Bilingual Name, IReadOnlyList<string> Variants);

/// <summary>Words for one thing.</summary>
public sealed record WordList(string Code, IReadOnlyList<string> Words);

/// <summary>One row of market × product: which packs hold, which papers the border asks for, since when.</summary>
public sealed record MatrixRow
{
    public required IReadOnlyList<string> Markets { get; init; }
    public IReadOnlyList<string> Families { get => field ?? []; init; }
    public IReadOnlyList<string> Traits { get => field ?? []; init; }
    public IReadOnlyList<string> Packs { get => field ?? []; init; }
    public IReadOnlyList<Bilingual> Documents { get => field ?? []; init; }

    /// <summary>Standards that the market names but whose numbers are not shipped.</summary>
    public IReadOnlyList<string> WithoutNumbers { get => field ?? []; init; }

    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public required Confidence Confidence { get; init; }
    public required string Source { get; init; }
}

/// <summary>The words of markets, products and seats, and which packs hold where.</summary>
public sealed record Catalogue
{
    public required string Id { get; init; }
    public required string Version { get; init; }
    public required IReadOnlyList<Market> Markets { get; init; }
    public required IReadOnlyList<ProductFamily> Families { get; init; }
    public required IReadOnlyList<Seat> Seats { get; init; }
    public required IReadOnlyList<TestMedium> Media { get; init; }

    /// <summary>Words for tests: shell, shell-type-test, closure, backseat, closure-or-backseat.</summary>
    public required IReadOnlyList<WordList> Tests { get; init; }

    /// <summary>Words for results: pass, fail.</summary>
    public required IReadOnlyList<WordList> Results { get; init; }

    /// <summary>Words in a device's name, the first that is held decides: in-line, component, end, other.</summary>
    public required IReadOnlyList<WordList> Devices { get; init; }

    public required IReadOnlyList<MatrixRow> Matrix { get; init; }
}
