using System.Text;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Tests.Import;

/// <summary>Short lists as firms send them, and what they are read against.</summary>
internal static class Lists
{
    public const string Head =
        "序号,生产批号,产品名称,型号,公称通径,公称压力,密封形式,主体材料,炉号,数量,单位,HS编码,输往国家/地区,生产日期,货值(美元)\r\n";

    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static DeclarationContext Context { get; } =
        new(new DateOnly(2026, 11, 24), KnownProducts.None, new HashSet<string>());

    public static ImportResult<LotDraft> Declare(string text, DeclarationContext? context = null) =>
        Declare(Gb18030.GetBytes(text), context);

    public static ImportResult<LotDraft> Declare(byte[] file, DeclarationContext? context = null) =>
        DeclarationImport.Read(SheetFile.Read(Upload.Of(file)), context ?? Context);

    /// <summary>One row that is right but for the given cell.</summary>
    public static RowResult<LotDraft> With(int column, string cell)
    {
        string[] cells =
        [
            "1", "00123", "黄铜球阀", "Q11F-16T", "DN15", "PN16", "软密封", "HPb59-1", "R2607-31", "1200", "只", "8481804090",
            "德国", "2026-08-16", "14359.04",
        ];
        cells[column] = '"' + cell.Replace("\"", "\"\"") + '"';
        return Declare(Head + string.Join(',', cells)).Rows.Single();
    }
}
