using System.Globalization;
using System.IO.Compression;
using System.Text;
using Scoring.Core.People;

namespace Scoring.Testing;

/// <summary>A list of an online stage, as long as wanted, written row by row.</summary>
public static class LongList
{
    private static readonly string[] Head = ["序号", "姓名", "性别", "证件类型", "证件号码", "手机", "单位", "工种", "准考证号"];

    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨", Given = "磊敏静丽强军洋勇艳杰娟涛明超霞平刚桂芳文辉玲";

    public static byte[] Csv(int rows)
    {
        var text = new StringBuilder().AppendJoin(',', Head).Append("\r\n");
        for (var n = 0; n < rows; n++)
        {
            text.AppendJoin(',', Row(n)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>As spreadsheets write it: texts shared, so that none stands in the sheet itself.</summary>
    public static byte[] Xlsx(int rows)
    {
        var shared = new Dictionary<string, int>(StringComparer.Ordinal);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Part(
                zip, "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Part(
                zip, "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"线上初赛\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            using (var sheet = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open()))
            {
                sheet.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
                for (var n = -1; n < rows; n++)
                {
                    sheet.Write($"<row r=\"{n + 2}\">");
                    foreach (var (column, text) in (n < 0 ? Head : Row(n)).Index())
                    {
                        var at = shared.TryGetValue(text, out var known) ? known : shared[text] = shared.Count;
                        sheet.Write($"<c r=\"{(char)('A' + column)}{n + 2}\" t=\"s\"><v>{at}</v></c>");
                    }

                    sheet.Write("</row>");
                }

                sheet.Write("</sheetData></worksheet>");
            }

            using var strings = new StreamWriter(zip.CreateEntry("xl/sharedStrings.xml").Open());
            strings.Write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
            foreach (var text in shared.Keys)
            {
                strings.Write($"<si><t>{text}</t></si>");
            }

            strings.Write("</sst>");
        }

        return file.ToArray();
    }

    private static string[] Row(int n)
    {
        var digits = string.Create(
            CultureInfo.InvariantCulture,
            $"{410000 + (n / 90_000)}{new DateOnly(1980, 1, 1).AddDays(n % 9000):yyyyMMdd}{n / 9000 % 10}{n / 9000 % 50:00}");
        var id = digits + ResidentId.CheckDigit(digits);
        return
        [
            (n + 1).ToString(CultureInfo.InvariantCulture), $"{Surnames[n % 16]}{Given[n / 16 % 22]}{Given[n / 352 % 22]}", ResidentId.Gender(id)!, "身份证", id, // an 18-digit number has one
            string.Create(CultureInfo.InvariantCulture, $"139{n:00000000}"), $"第{n % 400 + 1}工程有限公司", n % 2 == 0 ? "电工" : "钳工", string.Create(CultureInfo.InvariantCulture, $"0{n:0000000}"),
        ];
    }

    private static void Part(ZipArchive zip, string path, string text)
    {
        using var part = new StreamWriter(zip.CreateEntry(path).Open());
        part.Write(text);
    }
}
