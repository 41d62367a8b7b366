using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Yuheng.Core.Packs;

/// <summary>Reads packs strictly, hashes them and refuses a set that does not hold together.</summary>
public static class PackLoader
{
    /// <summary>A set is read whole into memory; more packs than this is a mistake of the folder given.</summary>
    public const int MostPacks = 2000;

    private const string Requirements = "packs/requirements/";
    private const string CatalogueName = "packs/catalogue/catalogue.json";

    /// <summary>The packs of the program, and others given as the bytes of their files.</summary>
    /// <exception cref="Refused">A pack is not readable, or the set contradicts itself.</exception>
    public static PackSet LoadEmbedded(IReadOnlyList<(string Name, byte[] Content)> others)
    {
        if (others.Count > MostPacks)
        {
            throw new Refused("refused.packs.too-many", $"{others.Count}", $"{MostPacks}");
        }

        var assembly = typeof(PackLoader).Assembly;
        var packs = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Requirements, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => ReadPack(name, Resource(assembly, name)))
            .Concat(others.Select(file => ReadPack(file.Name, file.Content)))
            .ToList();
        var catalogue = Read(CatalogueName, Resource(assembly, CatalogueName), PackJson.Default.Catalogue);
        return Load(packs, catalogue.Value, new PackPin(catalogue.Value.Id, catalogue.Value.Version, catalogue.Hash));
    }

    /// <summary>A set from packs already read: checked, with inherited sections filled in.</summary>
    /// <exception cref="Refused">The set contradicts itself.</exception>
    public static PackSet Load(IReadOnlyList<(Pack Pack, PackPin Pin)> packs, Catalogue catalogue, PackPin cataloguePin)
    {
        PackCheck.Check([.. packs.Select(p => p.Pack)], catalogue);
        var byId = packs.ToDictionary(p => p.Pack.Id, p => p.Pack, StringComparer.Ordinal);
        return new PackSet([.. packs.Select(p => (Inherit(p.Pack, byId), p.Pin))], catalogue, cataloguePin);
    }

    /// <summary>One pack from the bytes of its file.</summary>
    /// <exception cref="Refused">Not JSON, an unknown member, a missing member or a wrong word.</exception>
    public static (Pack Pack, PackPin Pin) ReadPack(string name, ReadOnlyMemory<byte> content)
    {
        var (pack, hash) = Read(name, content, PackJson.Default.Pack);
        return (pack, new PackPin(pack.Id, pack.Version, hash));
    }

    private static (T Value, string Hash) Read<T>(string name, ReadOnlyMemory<byte> content, JsonTypeInfo<T> type)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var value = document.RootElement.Deserialize(type)
                ?? throw new Refused("refused.packs.unreadable", name, "null") { Field = name };
            return (value, Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Bytes(document.RootElement))));
        }
        catch (JsonException wrong)
        {
            throw new Refused("refused.packs.unreadable", name, wrong.Message) { Field = wrong.Path ?? name };
        }
    }

    private static Pack Inherit(Pack pack, Dictionary<string, Pack> byId)
    {
        if (pack.SameAs is not { } other)
        {
            return pack;
        }

        // PackCheck has refused cycles, so that this ends.
        var like = Inherit(byId[other], byId);
        return pack with
        {
            LeakRates = pack.LeakRates ?? like.LeakRates,
            LeakRows = Either(pack.LeakRows, like.LeakRows),
            Pressures = Either(pack.Pressures, like.Pressures),
            Durations = Either(pack.Durations, like.Durations),
            RequiredTests = Either(pack.RequiredTests, like.RequiredTests),
            Scopes = Either(pack.Scopes, like.Scopes),
            Requirements = Either(pack.Requirements, like.Requirements),
        };
    }

    private static IReadOnlyList<T> Either<T>(IReadOnlyList<T> own, IReadOnlyList<T> other) =>
        own.Count > 0 ? own : other;

    private static byte[] Resource(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
