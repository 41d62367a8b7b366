using System.IO.Compression;
using CsCheck;
using Shouldly;
using Yuheng.Core.Credentials;

namespace Yuheng.Core.Tests.Credentials;

public sealed class BitstringStatusListTests
{
    // W3C Bitstring Status List 1.0, section 2.2: the list of 131,072 zeros.
    private const string Published = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";

    [Fact]
    public void The_published_list_is_read()
    {
        var list = BitstringStatusList.TryDecode(Published)!;

        list.Length.ShouldBe(131_072);
        list[0].ShouldBeFalse();
        list[131_071].ShouldBeFalse();
    }

    [Fact]
    public void What_is_set_comes_back_set_and_nothing_else() =>
        Gen.Int[0, 131_071].HashSet[0, 20].Sample(
            set =>
            {
                var list = new BitstringStatusList(0);
                foreach (var index in set)
                {
                    list[index] = true;
                }

                var read = BitstringStatusList.TryDecode(list.Encode())!;
                return set.All(i => read[i]) && Enumerable.Range(0, read.Length).Count(i => read[i]) == set.Count;
            },
            iter: 10);

    [Fact]
    public void Index_0_is_the_left_most_bit()
    {
        var bytes = new byte[16_384];
        bytes[0] = 0x80;
        bytes[1] = 0x01;

        var list = BitstringStatusList.TryDecode(Pack(bytes))!;

        list[0].ShouldBeTrue();
        list[1].ShouldBeFalse();
        list[15].ShouldBeTrue();
    }

    [Fact]
    public void A_bit_is_cleared_again()
    {
        var list = new BitstringStatusList(200_000) { [150_000] = true };
        list[150_000] = false;

        list[150_000].ShouldBeFalse();
        list.Length.ShouldBe(200_000);
        Should.Throw<ArgumentOutOfRangeException>(() => list[200_000]);
    }

    [Fact]
    public void Too_short_too_long_or_not_packed_is_not_read()
    {
        BitstringStatusList.TryDecode(Pack(new byte[16_383])).ShouldBeNull();
        BitstringStatusList.TryDecode(Pack(new byte[16_777_217])).ShouldBeNull();
        BitstringStatusList.TryDecode(Published[1..]).ShouldBeNull();
        BitstringStatusList.TryDecode("uAAAA").ShouldBeNull();
        BitstringStatusList.TryDecode(null).ShouldBeNull();
    }

    private static string Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return Multibase.Base64UrlOf(packed.ToArray());
    }
}
