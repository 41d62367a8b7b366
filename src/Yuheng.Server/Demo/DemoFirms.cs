using System.Globalization;
using Yuheng.Server.Data;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Demo;

/// <summary>
/// The zone's 1,350 firms in proportion to the published figures of 2012: one listed, 44 above 100 million yuan,
/// output of
/// 27.1 billion yuan together.
/// </summary>
internal sealed class DemoFirms(DemoData data, DemoChance chance)
{
    /// <summary>Firms of the zone in 2012.</summary>
    public const int Count = 1350;

    /// <summary>Firms above 100 million yuan in 2012.</summary>
    public const int Large = 44;

    /// <summary>Output of all firms in 2012, in 10,000 yuan: 27.1 billion.</summary>
    public const long Output = 2_710_000;

    private const long LargeFrom = 10_000;

    /// <summary>Makes and inserts the firms with their products; the first are the story's.</summary>
    public async Task<IReadOnlyList<DemoFirm>> Make(Work work, CancellationToken cancellation)
    {
        var outputs = Outputs();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var firms = new List<DemoFirm>(Count);
        for (var i = 0; i < Count; i++)
        {
            var party = Party(work, i, outputs[i], names);
            await work.Insert(party, cancellation);
            var products = party.IndustryRoles is "assembly" ? await Products(work, party, i, cancellation) : [];
            firms.Add(new DemoFirm(party, products));
        }

        return firms;
    }

    /// <summary>
    /// 44 large firms share the larger half of the output, the others the rest, none of them above the line.
    /// </summary>
    private long[] Outputs()
    {
        var outputs = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            var spread = Math.Exp(0.7 * (chance.Fraction() + chance.Fraction() + chance.Fraction() - 1.5));
            outputs[i] = i < Large ? 30_000 * spread : 1_000 * spread;
        }

        var large = outputs.Take(Large).Sum();
        var small = outputs.Skip(Large).Sum();
        var scaledLarge = outputs.Take(Large).Select(o => Math.Max(LargeFrom, o * (Output * 0.55) / large));
        var scaledSmall = outputs.Skip(Large).Select(o => Math.Min(LargeFrom - 1, o * (Output * 0.45) / small));
        return [.. scaledLarge.Concat(scaledSmall).Select(o => (long)o)];
    }

    private Party Party(Work work, int number, long output, HashSet<string> names)
    {
        var trade = number < Large || chance.Happens(0.6) ? data.Trades[number % 2] : chance.Of(data.Trades);
        var form = data.Forms[number == 0 ? 1 : 0];
        string zh;
        string en;
        do
        {
            var (a, b) = (chance.Of(data.Syllables), chance.Of(data.Syllables));
            zh = data.Place[0] + a[0] + b[0] + trade[0] + form[0];
            en = $"{data.Place[1]} {a[1]}{b[1].ToLowerInvariant()} {trade[1]} {form[1]}";
        } while (!names.Add(zh));

        return new Party
        {
            ZoneId = work.Viewer.ZoneId,
            Id = work.NewId(),
            Kind = PartyKind.Enterprise,
            NameZh = zh,
            NameEn = en,
            CreditCode = CreditCodeOf(number),
            IndustryRoles = trade[2],
            Address = data.Place[0] + chance.Of(data.Towns),
            Listed = number == 0,
            OutputTenThousandYuan = output,
            Since = work.Now.AddYears(-1),
        };
    }

    /// <summary>
    /// A code with a good check character in a region (331083) and form that mark it as invented (MADEMO).
    /// </summary>
    private static string CreditCodeOf(int number)
    {
        var first = "91331083MADEM" + number.ToString("0000", CultureInfo.InvariantCulture);
        return first + CreditCode.CheckCharacter(first);
    }

    private async Task<IReadOnlyList<Product>> Products(
        Work work,
        Party firm,
        int number,
        CancellationToken cancellation
    )
    {
        var products = new List<Product>();
        var first = number < 2 ? 0 : chance.Below(data.Products.Length);
        var count = number < 2 ? data.Products.Length : 1 + chance.Below(3);
        for (var i = 0; i < count; i++)
        {
            var p = data.Products[(first + i) % data.Products.Length];
            var product = new Product
            {
                ZoneId = firm.ZoneId,
                Id = work.NewId(),
                FirmId = firm.Id,
                Model = p[0],
                NameZh = p[1],
                NameEn = p[2],
                ValveType = p[3],
                Size = p[4],
                Pressure = p[5],
                Seat = p[6],
                BodyAlloy = p[7],
                HsCode = p[8],
                Markets = "DE",
            };
            await work.Insert(product, cancellation);
            products.Add(product);
        }

        return products;
    }
}

/// <summary>A firm of the demo with what it makes.</summary>
internal sealed record DemoFirm(Party Party, IReadOnlyList<Product> Products);
