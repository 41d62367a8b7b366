using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Registry;
using Yuheng.Server.Sheets;
using Yuheng.Server.Tests.Import;
using Yuheng.Server.Tests.Sheets;
using Yuheng.Server.Tests.Tidy;

namespace Yuheng.Server.Tests.Inspection;

/// <summary>Declaring from a file, through HTTP.</summary>
public sealed partial class LotsImportTests
{
    private const string Ball =
        "1,00123,黄铜球阀,Q11F-16T,DN15,1.6MPa,软密封,HPb59-1,R2607-31,１２００,只,8481804090,德国,2026-08-16,14359.04\r\n";

    private const string Angle =
        "2,00124,角阀,JF-1/2,DN15,1.0MPa,软密封,CW617N,R1、R2,5000,只,8481809000,英国,2026-08-01,13081.05\r\n";

    private const string Good = Ball + Angle;

    private const string Bad =
        "3,00125,黄铜球阀,Q11F-16T,DN15,PN16,软密封,HPb59-1,R1,0,只,8481804090,德国,2026-08-16,1\r\n"
        + "4,00126,神奇阀,X-1,DN15,PN16,软密封,HPb59-1,R1,10,只,8481804090,德国,2026-08-16,1\r\n";

    private static readonly byte[][] NoLists =
    [
        [], "<html>"u8.ToArray(), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a,b\n1,2"u8.ToArray(),
        Zipped.Sheet(new string(' ', 30 * 1024 * 1024)).Bytes(),
    ];

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Good_rows_are_declared_and_bad_ones_come_back(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        var clerk = zone.As("clerk-a");

        var preview = await Upload(clerk, Lists.Head + Good + Bad);
        var shown = await clerk.GetStringAsync(preview);
        shown.ShouldContain("Rows: 4. To be declared: 2. To be corrected: 2.");
        shown.ShouldContain("Products registered together: 1");
        shown.ShouldContain("“1.6MPa” understood as “PN16”");
        shown.ShouldContain("Known: ");
        (await Count(zone)).ShouldBe(0);

        (await Forms.Post(clerk, preview, [])).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var done = await clerk.GetStringAsync(preview);
        done.ShouldContain("Lots declared: 2");
        done.ShouldContain("came back for correction: 2");
        (await Count(zone)).ShouldBe(2);
        (await Products(zone)).ShouldBe(2, "the ball valve was registered before, the angle valve is new");

        var returned = await clerk.GetByteArrayAsync(preview + "/returned.xlsx");
        var rows = SheetFile.Read(Server.Sheets.Upload.Of(returned)).Sheets[0].Rows;
        rows.Count.ShouldBe(3);
        rows[1].Cells.ShouldContain(c => c.Text == "00125");
    }

    [Fact]
    public async Task The_same_file_again_declares_nothing_twice()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var clerk = zone.As("clerk-a");

        var first = await FromApi(clerk, Lists.Head + Good + Bad);
        var again = await FromApi(clerk, Lists.Head + Good + Bad);
        var other = await FromApi(clerk, Lists.Head + Good);

        first.GetProperty("declared").GetInt32().ShouldBe(2);
        again.GetRawText().ShouldBe(first.GetRawText());
        other.GetProperty("declared").GetInt32().ShouldBe(0);
        other.GetRawText().ShouldContain("import.reason.lot-exists");
        (await Count(zone)).ShouldBe(2);
        var bad = first.GetProperty("rows")[2].GetProperty("errors")[0];
        bad.GetProperty("field").GetString().ShouldBe("quantity");
        bad.GetProperty("cell").GetString().ShouldBe("J4");
    }

    [Fact]
    public async Task A_product_of_the_same_model_in_another_alloy_is_another_product()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);

        await FromApi(zone.As("clerk-a"), Lists.Head + Good.Replace("HPb59-1", "CW617N"));

        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        (await db.Set<Lot>().SingleAsync(l => l.Number == "00123")).BodyAlloy.ShouldBe("CW617N");
        (await Products(zone)).ShouldBe(3);
    }

    [Fact]
    public async Task A_lot_number_that_looks_like_a_formula_stays_text_and_is_exported_quoted()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var clerk = zone.As("clerk-a");

        await FromApi(clerk, Lists.Head + Good.Replace("00123", "=cmd|' /C calc'!A0"));

        var csv = await clerk.GetStringAsync("/lots.csv");
        csv.ShouldContain("\"'=cmd|' /C calc'!A0\"");
        (await clerk.GetStringAsync("/lots")).ShouldContain("=cmd|");
    }

    [Fact]
    public async Task Another_firms_upload_answers_like_a_missing_one()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var preview = await Upload(zone.As("clerk-a"), Lists.Head + Good);

        (await zone.As("clerk-b").GetAsync(preview)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await zone.As("clerk-a").GetAsync("/lots/import/" + new string('0', 64))).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
        (await zone.As("clerk-a").GetAsync("/lots/import/..%2f..%2fyuheng.db")).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_no_list_is_refused_at_the_field_and_nothing_is_kept()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var clerk = zone.As("clerk-a");

        foreach (var bytes in NoLists)
        {
            var answer = await Send(clerk, bytes);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("field wrong");
        }

        Directory.Exists(Path.Combine(zone.Folder, "uploads")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_of_fifty_megabytes_is_refused()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);

        var answer = await zone.As("clerk-a").PostAsync(
            "/api/lots/import", new ByteArrayContent(new byte[50 * 1024 * 1024]));

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_file_in_gbk_is_not_read_as_utf_8()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);

        var answer = await zone.As("clerk-a").PostAsync(
            "/api/lots/import", new ByteArrayContent(Lists.Gb18030.GetBytes(Lists.Head + Good)));

        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("declared").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData("declare-gb18030.csv", 40, 0)]
    [InlineData("declare-utf8.csv", 40, 0)]
    [InlineData("declare-messy-gb18030.csv", 52, 8)]
    public async Task The_sample_files_import_whole(string name, int declared, int returned)
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var answer = await zone.As("clerk-a").PostAsync("/api/lots/import", new ByteArrayContent(Shared(name)));

        var outcome = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var back = outcome.GetProperty("rows").EnumerateArray()
            .Where(r => r.GetProperty("errors").GetArrayLength() > 0).Select(r => r.GetRawText()).ToArray();
        back.Length.ShouldBe(returned, string.Join('\n', back));
        outcome.GetProperty("declared").GetInt32().ShouldBe(declared);
    }

    [Fact]
    public async Task The_template_holds_the_firms_products_and_its_rows_come_in()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var template = await zone.As("clerk-a").GetByteArrayAsync("/lots/template.xlsx");

        var rows = SheetFile.Read(Server.Sheets.Upload.Of(template)).Sheets[0].Rows;

        rows[0].Cells.ShouldContain(c => c.Text.Contains("Lot number"));
        rows[2].Cells.ShouldContain(c => c.Text.Contains("Q11F-16T DN15 PN16"));
    }

    internal static async Task<string> Upload(HttpClient client, string text)
    {
        var answer = await Send(client, Encoding.UTF8.GetBytes(text));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, byte[] file)
    {
        var token = Token().Match(await client.GetStringAsync("/lots/import")).Groups[1].Value;
        return await client.PostAsync("/lots/import", new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "file", "lots.csv" },
        });
    }

    private static async Task<JsonElement> FromApi(HttpClient client, string text)
    {
        var answer = await client.PostAsync("/api/lots/import", new ByteArrayContent(Encoding.UTF8.GetBytes(text)));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<int> Count(TestZone zone)
    {
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        return await db.Set<Lot>().CountAsync();
    }

    private static async Task<int> Products(TestZone zone)
    {
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        return await db.Set<Product>().CountAsync();
    }

    private static byte[] Shared(string name)
    {
        var root = Environment.GetEnvironmentVariable("YUHENG_VECTORS")
            ?? Path.Combine(SourceTree.Root, "..", "shared", "data");
        var path = Path.GetFullPath(Path.Combine(root, "lots", name));
        Assert.SkipUnless(File.Exists(path), $"vectors not present: {name} (set YUHENG_VECTORS)");
        return File.ReadAllBytes(path);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
