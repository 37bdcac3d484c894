using Scoring.Api.Lists;
using Scoring.Testing;
using static Scoring.Api.Tests.Lists.Sent.SentContest;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>What the preview says and shows: once, at its cell, and as the sheet itself writes and orders it.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    [InlineData("csv")]
    public void A_fault_of_the_spreadsheet_is_one_error(string kind)
    {
        object?[] row = Person(1, "因果");
        row[7] = new Fault("#N/A");
        var sheet = SentSheet.Of(Head, row);
        var import = new SentContest().People(
            kind switch { "xls" => SentFile.Xls(sheet), "csv" => SentFile.Csv(sheet), _ => SentFile.Xlsx(sheet) }, "a." + kind);
        Assert.Equal(["H2"], Errors(import));
        Assert.Contains("工种是 #N/A", Words(import), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("41050219********1X", "号码里有“*”")]
    [InlineData("410502198O01019510", "第 10 位是字母 O")]
    [InlineData("待补", "“待补”不是证件号码")]
    [InlineData("41050219790615905×", "第 18 位是“×”，应为字母 X")]
    [InlineData("41050219790615905Х", "第 18 位是“Х”，应为字母 X")]
    [InlineData("4.10502E+17", "被 Excel 存成了数字")]
    [InlineData("4105021990010100", "有 16 位")]
    public void What_is_no_number_is_shown_and_the_character_named(string written, string says)
    {
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of(Head, Person(1, "恩怨", id: written))));
        Assert.Equal(["E2"], Errors(import));
        Assert.Contains(says.Split('，')[0], Words(import), StringComparison.Ordinal);
        if (!written.All(char.IsAsciiDigit))
        {
            Assert.Equal(written, import.Cells(import.Rows[0])[4].Text);
        }
    }

    [Fact]
    public void Check_digit_and_birth_are_told_apart()
    {
        var wrong = MessyWorkbook.Id(1)[..17] + (MessyWorkbook.Id(1)[17] == '1' ? '2' : '1');
        var import = new SentContest().People(
            SentFile.Xlsx(SentSheet.Of(Head, Person(1, "甲", id: wrong), Person(3, "乙", id: "410502199013010018"))));
        Assert.Equal(["证件号码的校验位不对", "证件号码里的出生日期不对"], import.Rows.SelectMany(r => r.Findings).Where(f => f.Error).Select(f => f.What));
        Assert.DoesNotContain(wrong, import.Cells(import.Rows[0])[4].Text, StringComparison.Ordinal);
    }

    [Fact] // R-I3
    public void Whatever_changes_is_shown_old_and_new()
    {
        var contest = new SentContest();
        object?[] Row(string education, string exam, string leader) => [.. Person(1, "改学历"), education, exam, leader];
        object?[] head = [.. Head, "文化程度", "准考证号", "领队"];
        contest.Take(contest.People(SentFile.Xlsx(SentSheet.Of(head, Row("高中", "0126049199", "张领队")))));
        var import = contest.People(SentFile.Csv(SentSheet.Of(head, Row("大专", "0126049188", "李领队"))), "a.csv");
        Assert.Equal(RowVerdict.Update, import.Rows[0].Verdict);
        Assert.Equal(
            [("高中", "大专"), ("0126049199", "0126049188"), ("张领队", "李领队")],
            import.Cells(import.Rows[0]).Where(c => c.Before is not null).Select(c => (c.Before!, c.Text)));
    }

    [Fact]
    public void The_preview_has_the_sheets_own_words_and_order()
    {
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of(["单位名称", "报名项目", "参赛选手", "备注"], ["甲公司", "电工", "石小川", "无"])));
        Assert.Equal([("A", "单位名称"), ("B", "报名项目"), ("C", "参赛选手"), ("D", "备注")], import.Columns.Select(c => (c.Letter, c.Header)));
        Assert.Equal(["甲公司", "电工", "石小川", "无"], import.Cells(import.Rows[0]).Select(c => c.Text));
    }

    [Fact]
    public void All_findings_are_there_and_equal_ones_are_one()
    {
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of([Head, .. Enumerable.Range(1, 300).Select(n => Person(n, $"人{n}", n % 3 == 0 ? "/" : "甲公司", id: n % 3 == 1 ? "待补" : null))])));
        Assert.Equal((200, 2), (import.Errors, import.Found.Groups.Count(g => g.Error)));
        Assert.Equal(200, import.Found.Groups.Where(g => g.Error).Sum(g => g.Places.Count));
    }

    [Fact]
    public void Of_two_spellings_of_one_house_the_organizer_chooses_which_stands_and_is_asked_once()
    {
        var (shortName, fullName) = ("林州红岩渠汽车配件公司", "林州红岩渠汽车配件有限公司");
        var file = SentFile.Xlsx(SentSheet.Of([Head, Person(1, "人1", shortName), .. Enumerable.Range(2, 7)
            .Select(n => Person(n, $"人{n}", fullName))]));
        var open = new SentContest().People(file);
        Assert.Equal(1, open.Questions);
        var choice = open.Found.Groups.Select(g => g.Choice).OfType<Choice>().Single();
        Assert.Equal(3, choice.Options.Count); // one, the other, or two houses
        var full = choice.Options.Single(o => o.Words.Contains($"写成“{fullName}”", StringComparison.Ordinal));
        var merged = new SentContest().People(file, answers: (full.Key, full.Value));
        Assert.Equal(0, merged.Questions);
        Assert.All(merged.Rows, r => Assert.Equal(fullName, r.Entrant!.Organization));
    }

    [Fact]
    public void Hidden_rows_are_read_and_told_by_number()
    {
        foreach (var import in new[] { SentFile.Xlsx(Hidden()), SentFile.Xls(Hidden()) }.Select((file, i) => new SentContest().People(file, i == 0 ? "a.xlsx" : "a.xls")))
        {
            Assert.Equal(3, import.Good);
            Assert.Contains("含隐藏行 3", import.Table.Notes);
        }

        static SentSheet Hidden() => new("a", [Head, Person(1, "甲"), Person(3, "乙"), Person(5, "丙")], HiddenRows: [2]);
    }

    [Fact]
    public void A_cell_is_mended_in_place()
    {
        var contest = new SentContest();
        var file = SentFile.Xlsx(SentSheet.Of(Head, Person(1, "马?骏"), Person(3, "乙", "/")));
        Assert.Equal(["B2", "G3"], Errors(contest.People(file)));
        var mended = contest.People(file, "名单.xlsx", ("mend:0!B2", "马骏"), ("mend:0!G3", "甲公司"));
        Assert.Equal((0, 2, "马骏"), (mended.Errors, mended.Good, mended.Rows[0].Entrant!.Name));
        Assert.True(mended.Cells(mended.Rows[0])[1].Mended);
    }

    [Fact]
    public void English_headers_beside_Chinese_ones_and_alone()
    {
        var contest = new SentContest();
        var both = contest.People(SentFile.Xlsx(SentSheet.Of(["No.", "姓名\nName", "性别 Gender", "Passport No.", "Mobile 手机", "单位/Organization", "Skill 赛项"], [1, "ANNA WEISS", "F", "E12345678", "13900000001", "ABC Motors Ltd", "电工"])));
        Assert.Equal(
            (0, "ANNA WEISS", "女", "ABC Motors Ltd"),
            (both.Errors, both.Rows[0].Entrant!.Name, both.Rows[0].Entrant!.Gender, both.Rows[0].Entrant!.Organization));
        Assert.Equal(
            0,
            contest.People(SentFile.Csv(SentSheet.Of(["Full Name", "Company", "Trade", "Phone"], ["Paul Gray", "ABC", "钳工", "+4930123456"])), "a.csv").Errors);
    }

    [Fact] // R-I1e
    public void Namesakes_without_a_number_are_told_apart_by_their_phones()
    {
        var contest = new SentContest();
        object?[] head = ["姓名", "手机", "单位", "工种"];
        contest.Take(
            contest.People(SentFile.Xlsx(SentSheet.Of(head, ["同名", "13900000001", "甲公司", "电工"], ["同名", "13900000002", "甲公司", "电工"]))));
        Assert.Equal(2, contest.State.Entrants.Count);
        Assert.Equal(
            [RowVerdict.Same],
            contest.People(SentFile.Xlsx(SentSheet.Of(head, ["同名", "13900000002", "甲公司", "电工"]))).Rows.Select(r => r.Verdict));
        Assert.Equal(["A2"], Errors(contest.People(SentFile.Xlsx(SentSheet.Of(head, ["同名", null, "甲公司", "电工"])))));
        Assert.Equal(
            [RowVerdict.Undecided],
            contest.People(SentFile.Xlsx(SentSheet.Of(head, ["同名", "13900000003", "甲公司", "电工"]))).Rows.Select(r => r.Verdict));
    }

    [Fact] // the later spelling may be the right one, and the question is one
    public void Of_two_new_spellings_either_may_be_kept()
    {
        var contest = new SentContest();
        var file = SentFile.Xlsx(SentSheet.Of([Head, Person(1, "甲", "红岩渠配件公司"), .. Enumerable.Range(1, 7).Select(n => Person((2 * n) + 1, $"乙{n}", "红岩渠配件有限公司"))]));
        var open = contest.People(file);
        Assert.Equal((1, 1), (open.Questions, open.Found.Groups.Count(g => g.Choice is not null)));
        var decided = contest.People(file, "a.xlsx", ("org:红岩渠配件有限公司", "红岩渠配件有限公司"));
        Assert.Equal(["红岩渠配件有限公司"], decided.Rows.Select(r => r.Entrant!.Organization).Distinct());
        Assert.Equal((0, 0), (decided.Questions, decided.Found.Warnings));
        Assert.Contains(("红岩渠配件公司", "红岩渠配件有限公司"), decided.Spellings);
    }
}
