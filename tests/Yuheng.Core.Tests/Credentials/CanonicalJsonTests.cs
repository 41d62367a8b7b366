using System.Globalization;
using System.Text;
using Shouldly;
using Yuheng.Core.Credentials;

namespace Yuheng.Core.Tests.Credentials;

public sealed class CanonicalJsonTests
{
    // RFC 8785 appendix B: the IEEE 754 bits and the text.
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void A_number_is_written_as_ECMAScript_writes_it(ulong bits, string text) =>
        CanonicalJson.NumberText(BitConverter.UInt64BitsToDouble(bits)).ShouldBe(text);

    [Fact]
    public void A_number_that_is_none_is_refused() =>
        Should.Throw<Refused>(() => CanonicalJson.NumberText(double.NaN)).Code.ShouldBe("number-out-of-range");

    [Fact]
    public void Members_are_sorted_by_code_unit_and_escapes_are_the_shortest()
    {
        const string Input = """
            {"\u20ac":"€","\r":"\u000d","b":[1.0,-0,1E2,true,null],"1":"\u000f\u007f","\ud83d\ude02":"","\ufb33":{}}
            """;

        Canonical(Input).ShouldBe(
            "{\"\\r\":\"\\r\",\"1\":\"\\u000f\u007f\",\"b\":[1,0,100,true,null],"
            + "\"€\":\"€\",\"\ud83d\ude02\":\"\",\"\ufb33\":{}}");
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"a":1e999}""")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a":01}""")]
    [InlineData("/**/{}")]
    public void What_two_readers_could_understand_differently_is_not_read(string json) =>
        StrictJson.TryParse(Encoding.UTF8.GetBytes(json), 1000).ShouldBeNull();

    [Fact]
    public void Broken_utf8_deep_nesting_and_size_are_not_read()
    {
        StrictJson.TryParse(new byte[] { (byte)'"', 0xff, (byte)'"' }, 1000).ShouldBeNull();
        StrictJson.TryParse(Encoding.UTF8.GetBytes(new string('[', 50) + new string(']', 50)), 1000).ShouldBeNull();
        StrictJson.TryParse("[1,2,3]"u8.ToArray(), 6).ShouldBeNull();
        StrictJson.TryParse("[1,2,3]"u8.ToArray(), 7).ShouldNotBeNull();
    }

    [Fact]
    public void The_published_examples_come_out_byte_for_byte()
    {
        var folder = SharedData.Folder("trust");
        foreach (var input in Directory.GetFiles(Path.Combine(folder, "jcs", "input")))
        {
            var name = Path.GetFileNameWithoutExtension(input) + ".txt";
            var hex = File.ReadAllText(Path.Combine(folder, "jcs", "outhex", name));
            var expected = Convert.FromHexString(string.Concat(hex.Where(char.IsAsciiHexDigit)));

            CanonicalJson.Of(StrictJson.TryParse(File.ReadAllBytes(input), 10_000)!.Value).ShouldBe(expected, input);
        }
    }

    [Fact]
    public void Ten_thousand_published_numbers_come_out()
    {
        var lines = File.ReadAllLines(Path.Combine(SharedData.Folder("trust"), "jcs", "es6-numbers-10k.txt"));
        var wrong = lines.Select(l => l.Split(',')).Where(l => l.Length == 2).Where(l =>
            CanonicalJson.NumberText(BitConverter.UInt64BitsToDouble(
                ulong.Parse(l[0].PadLeft(16, '0'), NumberStyles.HexNumber, CultureInfo.InvariantCulture))) != l[1]);

        lines.Length.ShouldBeGreaterThanOrEqualTo(10_000);
        wrong.ShouldBeEmpty();
    }

    private static string Canonical(string json) =>
        Encoding.UTF8.GetString(CanonicalJson.Of(StrictJson.TryParse(Encoding.UTF8.GetBytes(json), 10_000)!.Value));
}
