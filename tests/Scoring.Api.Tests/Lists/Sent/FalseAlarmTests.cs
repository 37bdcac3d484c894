using System.IO.Compression;
using System.Text;
using Scoring.Api.Lists;
using Scoring.Core.Lists;
using Scoring.Testing;
using static Scoring.Api.Tests.Lists.Sent.SentContest;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>Good lists that were refused, and what is told once and in plain words.</summary>
public sealed class FalseAlarmTests
{
    [Theory]
    [InlineData("代表单位")]
    [InlineData("所在单位全称（必填）")]
    [InlineData("选手单位")]
    [InlineData("Organization")]
    [InlineData("单位 Company")]
    public void A_synonym_is_understood(string header)
    {
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of(Headed(header), Person(1, "蓝田"))));
        Assert.Equal((0, "洹水机电有限公司"), (import.Errors, import.Rows[0].Entrant!.Organization));
    }

    [Theory]
    [InlineData("出处")]
    [InlineData("来自哪里")]
    [InlineData("Delegation")]
    public void An_unknown_header_is_one_error_at_the_header_and_can_be_chosen(string header)
    {
        var contest = new SentContest();
        var file = SentFile.Csv(
            SentSheet.Of([.. Enumerable.Range(0, 51).Select(n => n == 0 ? Headed(header) : Person((2 * n) - 1, $"蓝田{n}"))]), "utf-8");
        var import = contest.People(file, "a.csv");
        Assert.Equal((1, 0), (import.Errors, import.Good));
        var lacking = Assert.Single(import.Table.Findings, f => f.Error);
        Assert.Equal(("第 1 行", "没有“单位”这一列"), (lacking.Cell, lacking.What));
        Assert.Contains($"G {header}", lacking.Advice, StringComparison.Ordinal);
        var option = lacking.Choice!.Options[0];
        Assert.Equal(50, contest.People(file, "a.csv", (option.Key, option.Value)).Good);
    }

    [Fact]
    public void Columns_nobody_reads_are_named()
    {
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of([.. Head, "备注", "推荐语"], [.. Person(1, "蓝田"), "自带工具", "优秀"])));
        Assert.Equal(["没有用的列：I 备注", "没有用的列：J 推荐语"], import.Table.Findings.Select(f => f.What));
        Assert.Equal(["J1"], Warnings(import));
    }

    [Theory]
    [InlineData("电工", "钳工（2人）")]
    [InlineData(" 电 工 ", "2、钳工组")]
    [InlineData("电工报名表", "钳工(共2名)选手名单")]
    public void A_sheet_for_each_trade_is_read_whole(string first, string second)
    {
        SentSheet[] sheets =
        [
            new(first, [Head[..7], Person(1, "宁远")[..7], Person(3, "宫照")[..7]]), new(
                second, [["钳工选手"], Head[..7], Person(5, "车前")[..7], Person(7, "")[..7]]),
            new("填表说明", [["一、请如实填写"], ["二、不要改表头"]]), new("汇总", [["工种", "人数"], ["电工", 2], ["钳工", 2]]),
        ];
        var import = new SentContest().People(SentFile.Xlsx(sheets));
        Assert.Equal(["B4"], Errors(import));
        Assert.Equal(second.Trim(), import.Rows[3].Table.Sheet.Name);
        Assert.Equal(
            [("宁远", "t1"), ("宫照", "t1"), ("车前", "t2")],
            import.Rows.Where(r => r.Entrant is not null).Select(r => (r.Entrant!.Name, r.Entrant.Trade.Value)));
        Assert.Contains("没有名单的工作表：“填表说明”“汇总”", import.Table.Notes);
    }

    [Fact]
    public void A_summary_beside_the_sheets_of_trades_doubles_nobody()
    {
        var import = new SentContest().People(SentFile.Xls(
            new("汇总表", [Head, Person(1, "宁远"), Person(3, "车前", trade: "钳工")]), new("电工", [Head[..7], Person(1, "宁远")[..7]]), new("钳工", [Head[..7], Person(3, "车前")[..7]])), "a.xls");
        Assert.Equal((0, 2, 2), (import.Errors, import.Good, import.Count(RowVerdict.Skipped)));
    }

    [Fact]
    public void Tables_one_below_the_other_each_keep_their_columns()
    {
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of(
            ["一、电工（1人）"], ["序号", "姓名", "单位", "身份证号"], [1, "宁远", "甲公司", MessyWorkbook.Id(1)], [], ["二、钳工（1人）"], ["序号", "单位", "姓名", "身份证号"], [1, "乙公司", "车前", MessyWorkbook.Id(3)])));
        Assert.Equal(["宁远 甲公司 t1", "车前 乙公司 t2"], import.Rows.Select(r => $"{r.Entrant!.Name} {r.Entrant.Organization} {r.Entrant.Trade}"));
    }

    [Fact]
    public void A_sheet_of_another_trade_is_never_taken_for_the_only_one()
    {
        var import = new SentContest("电工").People(
            SentFile.Xlsx(new SentSheet("电工", [Head[..7], Person(1, "宁远")[..7]]), new SentSheet("钳工", [Head[..7], Person(3, "车前")[..7]])));
        Assert.Equal(["宁远"], import.Rows.Where(r => r.Good).Select(r => r.Entrant!.Name));
        Assert.Equal(1, import.Errors);
    }

    [Theory] // rows that hold a border only, as many as Excel has
    [InlineData(50_100)]
    [InlineData(1_048_576)]
    public void Rows_without_a_value_count_for_nothing(int last)
    {
        var import = new SentContest().People(Framed(last));
        Assert.Equal((3, 0), (import.Good, import.Errors));
    }

    [Fact]
    public void What_is_unpacked_is_limited_before_it_is()
    {
        foreach (var (path, one) in new[] { ("xl/sharedStrings.xml", 198_000_000), ("xl/worksheets/sheet1.xml", 150_000_000), ("xl/styles.xml", 120_000_000) })
        {
            var file = Exploding(path, one);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Contains(
                "展开后太大", Assert.Throws<UnreadableFileException>(() => SpreadsheetReader.Read(file, "a.xlsx")).Message,
                StringComparison.Ordinal);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40_000_000);
        }
    }

    [Fact]
    public void One_text_longer_than_a_cell_can_be_is_refused()
    {
        var sheet = new SentSheet("a", [Head, Person(1, new string('长', 40_000))]);
        Assert.Throws<UnreadableFileException>(() => SpreadsheetReader.Read(SentFile.Xlsx(sheet), "a.xlsx"));
        Assert.Throws<UnreadableFileException>(() => SpreadsheetReader.Read(SentFile.Csv(sheet), "a.csv"));
    }

    [Fact]
    public void A_header_alone_is_no_list()
    {
        foreach (var (file, name) in new[] { (SentFile.Xlsx(SentSheet.Of(Head)), "a.xlsx"), (SentFile.Xls(SentSheet.Of(Head, [1], [2])), "a.xls"), (SentFile.Csv(SentSheet.Of(["标题"], Head)), "a.csv") })
        {
            Assert.Equal("文件里没有名单：只有表头，没有人。", Assert.Throws<UnreadableFileException>(() => new SentContest().People(file, name)).Message);
        }
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    [InlineData("csv")]
    public void A_form_for_one_person_is_read_as_that_person(string kind)
    {
        var sheet = new SentSheet("登记表",
        [
            ["选手报名登记表"], ["姓名", "单小人", "性别", "男", "照片"], ["文化程度", "大专", "手机", "13900008899"], ["身份证号", MessyWorkbook.Id(1)], ["工作单位", "洹水机电有限公司"],
            ["参赛工种", "电工"], ["领队", "邢带队", "电话", "13900008801"], ["单位意见", "盖章"],
        ]);
        var import = new SentContest().People(
            kind switch { "xls" => SentFile.Xls(sheet), "csv" => SentFile.Csv(sheet), _ => SentFile.Xlsx(sheet) }, "单小人." + kind);
        var person = Assert.Single(import.Rows);
        Assert.Empty(Errors(import));
        Assert.Equal(
            ("单小人", "大专", "13900008899", "洹水机电有限公司", "t1"),
            (person.Entrant!.Name, person.Entrant.Personal.Education, person.Entrant.Personal.Phone, person.Entrant.Organization, person.Entrant.Trade.Value));
        Assert.Equal(("邢带队", "13900008801"), (person.Entrant.Personal.Leader, person.Entrant.Personal.LeaderPhone));
    }

    [Fact]
    public void Forms_on_sheets_are_each_a_person_and_a_fault_names_its_cell()
    {
        SentSheet Form(string name, object?[] last) =>
            new(name, [["登记表"], ["姓名", name, "性别", "男"], ["工作单位", "甲公司"], ["身份证号", MessyWorkbook.Id(name.Length)], last]);
        var import = new SentContest().People(SentFile.Xlsx(Form("甲", ["参赛工种", "电工"]), Form("乙乙乙", ["参赛工种", "裁缝"])));
        Assert.Equal(["B5"], Errors(import));
        Assert.Equal(2, import.Rows.Count);
    }

    [Fact]
    public void Unknown_trades_are_one_finding_each_with_its_count()
    {
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of([Head, .. Enumerable.Range(1, 40).Select(n => Person(n, $"人{n}", trade: n % 2 == 0 ? "焊工" : "维修电工"))])));
        Assert.Equal((2, 40), (import.Found.Groups.Count(g => g.Error), import.Errors));
        Assert.Equal(["维修电工", "焊工"], import.UnknownTrades);
        Assert.Contains(import.Found.Groups[0].Choice!.Options, o => o.Words == "是“电工”的别名");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    public void Csv_of_any_maker_is_read(string encoding)
    {
        var sheet = SentSheet.Of(
            ["报名表"], Head, Person(1, "张，志"), [2, "李\n四", "男", "身份证", $"=\"{MessyWorkbook.Id(3)}\"", "\t13900000003", "甲\"乙\"公司", "电工"]);
        foreach (var separator in new[] { ',', '\t', ';' })
        {
            var import = new SentContest().People(SentFile.Csv(sheet, encoding, separator), "a.txt");
            Assert.Equal(
                (2, MessyWorkbook.Id(3), "甲\"乙\"公司"),
                (import.Rows.Count, import.Rows[1].Table.Read(import.Rows[1].Row, ListField.IdNumber).Text, import.Rows[1].Table.Read(import.Rows[1].Row, ListField.Organization).Text));
        }
    }

    [Fact]
    public void An_unpaired_quote_loses_nobody() => Assert.Contains("引号", Assert.Throws<UnreadableFileException>(() =>
        SpreadsheetReader.Read(Encoding.UTF8.GetBytes("姓名,单位\n\"张三,甲\n李四,乙\n"), "a.csv")).Message, StringComparison.Ordinal);

    private static object?[] Headed(string organization) => [.. Head[..6], organization, Head[7]];

    private static byte[] Framed(int last)
    {
        var whole = SentFile.Xlsx(SentSheet.Of(Head, Person(1, "甲"), Person(3, "乙"), Person(5, "丙")));
        using var file = new MemoryStream();
        file.Write(whole);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var path = zip.Entries.First(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal) && e.Name.EndsWith(".xml", StringComparison.Ordinal)).FullName;
            string text;
            using (var reader = new StreamReader(zip.GetEntry(path)!.Open())) // just listed
            {
                text = reader.ReadToEnd();
            }

            zip.GetEntry(path)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(path).Open());
            var end = text.IndexOf("</x:sheetData>", StringComparison.Ordinal) is >= 0 and var prefixed ? prefixed : text.IndexOf(
                "</sheetData>", StringComparison.Ordinal);
            writer.Write(text[..end]);
            var tag = text[end..].StartsWith("</x:", StringComparison.Ordinal) ? "x:" : "";
            for (var row = 5; row <= last; row++)
            {
                writer.Write($"<{tag}row r=\"{row}\"><{tag}c r=\"A{row}\" s=\"1\"/><{tag}c r=\"H{row}\" s=\"1\"/></{tag}row>");
            }

            writer.Write(text[end..]);
        }

        return file.ToArray();
    }

    private static byte[] Exploding(string path, int size)
    {
        using var file = new MemoryStream();
        file.Write(SentFile.Xlsx(SentSheet.Of(Head, Person(1, "甲"))));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(path)?.Delete();
            using var part = zip.CreateEntry(path, CompressionLevel.SmallestSize).Open();
            var some = Encoding.ASCII.GetBytes(new string('x', 1_000_000));
            for (var written = 0; written < size; written += some.Length)
            {
                part.Write(some);
            }
        }

        return file.ToArray();
    }
}
