using Microsoft.AspNetCore.Components;

namespace Yuheng.Server.Shell.Pieces;

/// <summary>A column of a table.</summary>
/// <param name="Key">Its name in the address: order and filter.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">What a row shows; the default cell.</param>
public sealed record Column<TRow>(string Key, string Title, Func<TRow, string> Text)
{
    /// <summary>A richer cell (a link, a tag) in place of the plain text.</summary>
    public Func<TRow, RenderFragment>? Cell { get; init; }

    /// <summary>Whether rows can be ordered by it.</summary>
    public bool Sortable { get; init; }

    /// <summary>Whether rows can be filtered by it.</summary>
    public bool Filterable { get; init; }

    /// <summary>The values to filter by; none: a text is typed.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Whether it holds numbers: set to the right.</summary>
    public bool Numeric { get; init; }
}
