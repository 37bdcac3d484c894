using System.IO.Compression;
using System.Text;
using Scoring.Api.Ledger;
using Scoring.Api.Lists;
using Scoring.Api.Tests.Console;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Lists;

public sealed class EntrantImportTests
{
    private static readonly string[] Header = ["序号", "选手姓名", "性别", "身份证号码", "工作单位", "参赛项目", "联系电话"];

    [Fact]
    public async Task Every_planted_mess_is_named_by_its_cell()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Contest(host);
        var id = MessyWorkbook.Id(1);
        var file = new MessyWorkbook()
            .Row("第一届“殷都杯”报名表").Merge("A1:G1")
            .Row("参赛单位：殷都钢铁集团动力厂（盖章）")
            .Row([.. Header])
            .Row(1, "王　磊", "男", id, "安阳恒泰电气有限公司", "电工", "13800000001")
            .Row(2, "陈立新", "男", 4.10503e17, null, "电工", "13800000002").Merge("E4:E5")
            .Row(3, "马?骏", "男", MessyWorkbook.Id(3), "殷都钢铁集团动力厂", "电工", 13800000003)
            .Row(4, "孙海涛", "男", MessyWorkbook.Id(4), "安阳恒泰电气公司", "钳工", "13800000004")
            .Row(5, "郭建设", "男", MessyWorkbook.Id(5), "殷都钢铁集团动力厂", "维修电工仪表", "13800000005")
            .Row(6, "王磊", "男", id, "安阳恒泰电气有限公司", "电工", "13800000001")
            .Row(7, "周敏", "女", "=C4&D4", "殷都钢铁集团动力厂", "电工", "13800000007")
            .Row(8, "何静", "女", MessyWorkbook.Id(8), null, "电工", "13800000008")
            .Row("合计", "8人").Row("填表人：李主任　日期：2026年4月1日").Bytes();

        var import = Preview(open, file);
        var findings = import.Rows.SelectMany(r => r.Findings).ToList();
        Assert.Contains(findings, f => f is { Cell: "D5", Error: true, What: "证件号码被 Excel 存成了数字" });
        Assert.Contains(findings, f => f is { Cell: "B6", Error: true } && f.What.Contains("姓名含“?”", StringComparison.Ordinal));
        Assert.Contains(findings, f => f is { Cell: "E7", Error: false, What: "单位名称相近" });
        Assert.Contains(findings, f => f is { Cell: "F8", Error: true } && f.Advice.Contains("电工", StringComparison.Ordinal));
        Assert.Contains(findings, f => f is { Cell: "B9", Error: true, What: "王磊报了两遍" });
        Assert.Contains(findings, f => f is { Cell: "D10", Error: true } && f.What.Contains("公式没有结果", StringComparison.Ordinal));
        Assert.Equal(8, import.Rows.Count);
        Assert.Contains("表头在第 3 行", import.Table.Notes);
        Assert.Contains("跳过合计行 12", import.Table.Notes);
        Assert.Equal("安阳恒泰电气有限公司", import.Rows[0].Entrant!.Organization);
        Assert.Contains(findings, f => f is { Cell: "E11", Error: true, What: "没有写单位" }); // the line above the table fills no gap in a column
        Assert.DoesNotContain(import.Rows.SelectMany(import.Cells), c => c.Text == id);
    }

    [Fact]
    public async Task All_or_nothing_unless_the_good_rows_are_asked_for()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Contest(host);
        var file = new MessyWorkbook().Row([.. Header])
            .Row(1, "张志远", "男", MessyWorkbook.Id(11), "安阳恒泰电气有限公司", "电工", "13800000001")
            .Row(2, "马?骏", "男", MessyWorkbook.Id(12), "安阳恒泰电气有限公司", "电工", "13800000002").Bytes();
        Assert.IsType<Decision.Refuse>(open.Read(s => Preview(open, file).Decide(s, onlyGood: false)));
        var taken = Assert.IsType<EntrantsRegistered>(Assert.IsType<Decision.Append>(open.Read(s => Preview(open, file).Decide(s, onlyGood: true))).Event);
        Assert.Equal("张志远", Assert.Single(taken.Entrants).Name);
    }

    [Fact]
    public async Task The_same_list_again_changes_nothing()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Contest(host);
        var file = new MessyWorkbook().Row([.. Header])
            .Row(1, "张志远", "男", MessyWorkbook.Id(11), "安阳恒泰电气有限公司", "电工", "13800000001")
            .Row(2, "刘洋", "女", MessyWorkbook.Id(12), "豫北新能源科技有限公司", "钳工", "13800000002").Bytes();
        await Commit(open, file);
        Assert.All(Preview(open, file).Rows, r => Assert.Equal(RowVerdict.Same, r.Verdict));
        Assert.Equal(2, open.Read(s => s.Entrants.Count));
        Assert.Equal(Refusal.NothingNew, Assert.IsType<Decision.Refuse>(open.Read(s => Preview(open, file).Decide(s, false))).Code);
    }

    [Fact]
    public async Task A_changed_trade_waits_for_the_organizer_to_say_move_or_second_entry()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Contest(host);
        MessyWorkbook List(string trade) => new MessyWorkbook().Row([.. Header]).Row(1, "胡永强", "男", MessyWorkbook.Id(16), "安阳恒泰电气有限公司", trade, "13800000001");
        await Commit(open, List("钳工").Bytes());
        var moved = List("电工").Bytes();
        var asked = Assert.Single(Preview(open, moved).Rows);
        Assert.Equal(RowVerdict.Undecided, asked.Verdict);
        var question = asked.Findings.Select(f => f.Choice).OfType<Choice>().Single().Key;
        Assert.Equal(RowVerdict.Update, Preview(open, moved, (question, KnownPeople.Move)).Rows[0].Verdict);
        Assert.Equal(RowVerdict.New, Preview(open, moved, (question, KnownPeople.Second)).Rows[0].Verdict);
    }

    [Fact]
    public async Task A_merged_spelling_is_the_same_house()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Contest(host);
        await Commit(open, new MessyWorkbook().Row([.. Header]).Row(1, "张志远", "男", MessyWorkbook.Id(11), "安阳恒泰电气有限公司", "电工", "13800000001").Bytes());
        var other = new MessyWorkbook().Row([.. Header]).Row(1, "孙海涛", "男", MessyWorkbook.Id(12), "安阳恒泰电气公司", "电工", "13800000002").Bytes();
        var merged = Preview(open, other, ("org:安阳恒泰电气公司", "安阳恒泰电气有限公司"));
        Assert.Equal("安阳恒泰电气有限公司", merged.Rows[0].Entrant!.Organization);
        Assert.NotNull(merged.Rows[0].Entrant!.OrganizationId);
    }

    [Fact]
    public void A_leader_under_two_header_rows_is_not_an_entrant()
    {
        var file = new MessyWorkbook().Row("姓名", "单位", "工种", "领队", null).Row(null, null, null, "姓名", "手机")
            .Merge("A1:A2").Merge("B1:B2").Merge("C1:C2").Merge("D1:E1")
            .Row("张志远", "甲公司", "电工", "李领队", "13900000000").Bytes();
        var table = ListTable.Find(SpreadsheetReader.Read(file, "a.xlsx").Sheets[0], f => f.Contains(ListField.Name))!;
        Assert.Equal("李领队", table.Read(2, ListField.Leader).Text);
        Assert.Equal("13900000000", table.Read(2, ListField.LeaderPhone).Text);
        Assert.Equal("张志远", table.Read(2, ListField.Name).Text);
        Assert.Single(table.Rows);
    }

    [Theory] // R-I1g
    [InlineData("empty.xlsx", "", "空的")]
    [InlineData("a.xls", "<html><table><tr><td>姓名</td></tr></table></html>", "网页")]
    [InlineData("a.xls", "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>", "2003")]
    [InlineData("a.pdf", "%PDF-1.7", "认不出")]
    public void A_file_that_is_no_table_gets_a_message(string name, string text, string says) =>
        Assert.Contains(says, Assert.Throws<UnreadableFileException>(() => SpreadsheetReader.Read(Encoding.UTF8.GetBytes(text), name)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_workbook_cut_short_gets_a_message()
    {
        var whole = new MessyWorkbook().Row([.. Header]).Bytes();
        Assert.Contains("损坏", Assert.Throws<UnreadableFileException>(() => SpreadsheetReader.Read(whole[..(whole.Length / 2)], "a.xlsx")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_explodes_harms_nothing()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 320; i++)
            {
                part.Write(zeros);
            }
        }

        Assert.Contains("太大", Assert.Throws<UnreadableFileException>(() => SpreadsheetReader.Read(file.ToArray(), "a.xlsx")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_is_read_in_either_encoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string Text = "姓名,单位,工种\n\"张，志\",甲公司,电工\n";
        Assert.Equal("张，志", SpreadsheetReader.Read(Encoding.UTF8.GetBytes(Text), "a.csv").Sheets[0].At(1, 0).Text);
        Assert.Equal("张，志", SpreadsheetReader.Read(Encoding.GetEncoding("GB18030").GetBytes(Text), "a.csv").Sheets[0].At(1, 0).Text);
    }

    [Fact]
    public void What_is_written_reads_back_as_text()
    {
        var bytes = XlsxWriter.Write(new OutSheet("名单", [10, 10], [[new OutCell("姓名"), new OutCell("备注")], [new OutCell("=1+1"), new OutCell("-5")]]));
        var sheet = SpreadsheetReader.Read(bytes, "a.xlsx").Sheets[0];
        Assert.Equal(new Cell("=1+1", CellKind.Text), sheet.At(1, 0));
        Assert.Equal(new Cell("-5", CellKind.Text), sheet.At(1, 1));
    }

    private static async Task<OpenCompetition> Contest(ConsoleHost host)
    {
        var example = await host.LoadExample();
        var open = host.Competitions.Create(new CompetitionId("fresh"));
        await ConsoleHost.Do(open, Actor.System, new CompetitionDefined(new Competition(open.Id, "新比赛")));
        foreach (var trade in example.Read(s => s.TradesInOrder.Select(t => t.Definition).ToList()))
        {
            await ConsoleHost.Do(open, Actor.System, new TradeDefined(trade));
        }

        await ConsoleHost.Do(open, Actor.System, new OrganizationDefined(new Organization(new OrganizationId("u01"), "安阳恒泰电气有限公司")));
        return open;
    }

    private static async Task Commit(OpenCompetition open, byte[] file)
    {
        var preview = Preview(open, file);
        Assert.IsType<Outcome.Accepted>(await open.Execute(Guid.NewGuid(), "admin:admin", s => preview.Decide(s, onlyGood: false)));
    }

    private static EntrantImport Preview(OpenCompetition open, byte[] file, params (string Question, string Answer)[] answers) => open.Read(state => EntrantImport.Preview(
        SpreadsheetReader.Read(file, "名单.xlsx"), "名单.xlsx", state, sealedText => sealedText is null ? null : PersonalData.FromJson(sealedText),
        answers.ToDictionary(a => a.Question, a => a.Answer), new Dictionary<string, string>(), clear => clear, new DateOnly(2026, 4, 23)));
}
