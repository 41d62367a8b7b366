using System.Globalization;
using System.Text;

namespace Yuheng.Server.Tests.Inspection.Testing;

/// <summary>
/// The export of a Chinese bench, in GB18030: 80 valves with three tests each; shells 3, 19 and 32 leak, shell 11 had
/// too little pressure, the seat of 7 was held too short.
/// </summary>
internal static class BenchFile
{
    private const string Head = "台号,开始时间,生产批号,样品序号,试验项目,介质,试验压力/MPa,保压时间/s,泄漏(滴),观察时间/s,试验员,压力表编号";

    public static byte[] Bytes(string lot, int samples = 80, string gauge = "YB-0137")
    {
        var text = new StringBuilder(Head).Append("\r\n");
        var at = new DateTime(2026, 11, 20, 8, 0, 0);
        for (var sample = 1; sample <= samples; sample++)
        {
            foreach (var (test, medium, pressure, hold, leak) in Tests(sample))
            {
                at = at.AddSeconds(38);
                var time = at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
                text.Append(CultureInfo.InvariantCulture,
                    $"1#,{time},{lot},{sample},{test},{medium},{pressure},{hold},{leak},{hold},王,{gauge}\r\n");
            }
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030").GetBytes(text.ToString());
    }

    private static (string Test, string Medium, string Pressure, int Hold, int Leak)[] Tests(int sample) =>
    [
        ("壳体试验", "水", sample == 11 ? "2.10" : "2.44", 17, sample is 3 or 19 or 32 ? 16 : 0),
        ("密封试验", "水", "1.81", sample == 7 ? 9 : 16, 0),
        ("低压气密封", "空气", "0.63", 16, 0),
    ];
}
