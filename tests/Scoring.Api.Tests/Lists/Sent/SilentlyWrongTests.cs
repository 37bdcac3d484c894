using Scoring.Api.Lists;
using Scoring.Core.Lists;
using Scoring.Testing;
using static Scoring.Api.Tests.Lists.Sent.SentContest;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>What was once taken without a word: who stands in for whom, and which sheet is read.</summary>
public sealed class SilentlyWrongTests
{
    private static readonly object?[][] LeaderFirst =
    [
        ["参赛选手报名汇总表"],
        ["序号", "单位名称", "竞赛项目", "领队", null, "选手", null, null, null, null, null],
        [null, null, null, "姓名", "联系电话", "姓名", "性别", "证件类型", "证件号码", "联系电话", "现等级"],
        ["1", "洹水机电有限公司", "电工", "邢带队", "13900008801", "石小川", "男", "身份证", MessyWorkbook.Id(1), "13900008811", "高级工"],
        ["2", "豫北锻造有限公司", "钳工", "贺带队", "13900008802", "云水谣", "女", "身份证", MessyWorkbook.Id(2), "13900008805", "高级工"],
    ];

    [Theory] // merged and not; .xls; the group words only over the first of their columns
    [InlineData("xlsx", true)]
    [InlineData("xlsx", false)]
    [InlineData("xls", true)]
    [InlineData("csv", false)]
    public void A_leaders_group_before_the_entrants_is_the_leaders(string kind, bool merged)
    {
        var sheet = new SentSheet("Sheet1", LeaderFirst, Merges: merged ? ["A1:K1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:K2"] : null);
        var import = new SentContest().People(
            kind switch { "xls" => SentFile.Xls(sheet), "csv" => SentFile.Csv(sheet), _ => SentFile.Xlsx(sheet) }, "名单." + kind);
        Assert.Empty(Errors(import));
        Assert.Equal(
            [("石小川", "13900008811", "邢带队", "13900008801"), ("云水谣", "13900008805", "贺带队", "13900008802")],
            import.Rows.Select(
                r => (r.Entrant!.Name, r.Entrant.Personal.Phone!, r.Entrant.Personal.Leader!, r.Entrant.Personal.LeaderPhone!)));
    }

    [Fact]
    public void Three_header_rows_and_the_entrants_first_are_the_same()
    {
        var import = new SentContest().People(SentFile.Xlsx(new SentSheet("Sheet1",
        [
            ["报名信息", null, null, null, null, null],
            ["选手信息", null, null, "带队人信息", null, "单位"],
            ["姓名", "身份证号", "手机号", "姓名", "手机号", null],
            ["石小川", MessyWorkbook.Id(1), "13900008811", "邢带队", "13900008801", "洹水机电有限公司"],
        ], Merges: ["A1:F1", "A2:C2", "D2:E2", "F2:F3"])));
        var person = Assert.Single(import.Rows);
        Assert.Equal(["石小川", "13900008811", "邢带队", "13900008801", "洹水机电有限公司"], new[] { ListField.Name, ListField.Phone, ListField.Leader, ListField.LeaderPhone, ListField.Organization }
            .Select(f => person.Table.Read(person.Row, f).Text));
    }

    [Fact]
    public void A_coach_is_nobody_of_the_list_and_two_columns_of_names_are_asked_about()
    {
        var contest = new SentContest();
        var coach = contest.People(SentFile.Xlsx(new SentSheet("a", [["指导教师", null, "选手", null, "单位", "工种"], ["姓名", "手机", "姓名", "手机", null, null], ["孔老师", "13900000001", "石小川", "13900000002", "甲公司", "电工"]], Merges: ["A1:B1", "C1:D1"])));
        Assert.Equal(("石小川", "13900000002"), (coach.Rows[0].Entrant!.Name, coach.Rows[0].Entrant!.Personal.Phone));
        var twice = SentFile.Csv(SentSheet.Of(["姓名", "单位", "工种", "姓名"], ["石小川", "甲公司", "电工", "邢带队"]));
        var import = contest.People(twice, "a.csv");
        Assert.Equal(["D1"], Errors(import));
        var choice = import.Table.Findings[0].Choice!;
        Assert.Equal("邢带队", contest.People(twice, "a.csv", (choice.Key, "D")).Rows[0].Entrant!.Name);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    public void A_hidden_sheet_never_stands_in_for_the_visible_one(string kind)
    {
        SentSheet[] sheets =
        [
            new("报名表", [Head, Person(1, "今年子"), Person(3, "今年丑")]),
            new("2025年名单", [Head, Person(5, "去年甲"), Person(7, "去年乙"), Person(9, "去年丙")], Hidden: true),
        ];
        var import = new SentContest().People(kind == "xls" ? SentFile.Xls(sheets) : SentFile.Xlsx(sheets), "名单." + kind);
        Assert.Equal(["今年子", "今年丑"], import.Rows.Select(r => r.Entrant!.Name));
        Assert.Contains(import.Table.Notes, n => n.Contains("没有读隐藏的工作表：“2025年名单”", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_on_hidden_sheets_only_is_refused_with_their_name() => Assert.Contains("隐藏的工作表“旧名单”", Assert.Throws<UnreadableFileException>(() =>
        new SentContest().People(SentFile.Xlsx(new SentSheet("说明", [["请填写"]]), new SentSheet("旧名单", [Head, Person(1, "去年甲")], Hidden: true)))).Message, StringComparison.Ordinal);

    [Fact] // the list has organizations of its own: what stands above never fills a gap
    public void Who_collects_the_list_is_nobodys_organization()
    {
        var import = new SentContest().People(
            SentFile.Xlsx(SentSheet.Of(["填报单位：安阳市组委会"], ["参赛单位：乙公司"], Head, Person(1, "甲", "丙公司"), Person(3, "乙", null))));
        Assert.Equal(["G5"], Errors(import));
    }
}
