using Scoring.Api.Lists;
using Scoring.Testing;
using static Scoring.Api.Tests.Lists.Sent.SentContest;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>Each kind of list once more in two files of other makers, with other words in another order: the same cells are wrong, the same
/// people are
/// read.</summary>
public sealed class OtherFilesTests
{
    private static readonly string Wrong = MessyWorkbook.Id(1)[..17] + (MessyWorkbook.Id(1)[17] == '1' ? '2' : '1');

    private sealed record Kind(
        object?[][] Rows, string Errors = "", string Warnings = "", string[]? More = null, Func<EntrantImport, string>? Says = null,
            string? Said = null);

    private static readonly Dictionary<string, Kind> Kinds = new()
    {
        ["example row"] = new(
            [With(Person(1, "张三", "××有限公司"), "（填写样例）"), Person(3, "高远"), Person(5, "高阳", trade: "钳工")], Says: Names, Said: "高远 高阳"),
        ["empty rows"] = new(
            [Person(1, "蓝田"), .. Enumerable.Repeat<object?[]>([], 30_000), Person(3, "玉生烟"),
                .. Enumerable.Repeat<object?[]>([null, " "], 30_000)],
            Says: Names, Said: "蓝田 玉生烟"),
        ["numbers that cannot be"] = new(
            [Person(1, "未来客", id: Born("20310615")), Person(3, "无号人", id: ""), Person(5, "性不符", gender: "女"),
                Person(7, "小童", id: Born("20150101"))],
            "证件号码1 证件号码4", "证件号码2 性别3"),
        ["lost characters"] = new(
            [Person(1, "刘□华"), Person(3, "帕提古丽··肉孜"), Person(5, "马■"), Person(7, "欧阳\uFFFD")], "姓名1 姓名3 姓名4", Says: Names, Said: "帕提古丽·肉孜"),
        ["organizations unseen apart"] = new(
            [Person(1, "温酒"), Person(3, "煮茶", "洹水机电\u00A0有限公司"), ["\u3000", "\u200B"],
                Person(5, "听雨", "\u202D洹水机电有限公司\u202C", gender: "男\u200B")],
            Says: i => string.Join(' ', i.Rows.Select(r => r.Entrant!.Organization + r.Entrant.Gender).Distinct()), Said: "洹水机电有限公司男"),
        ["signs for nothing"] = new(
            [Person(1, "路一"), Person(3, "路二", "／"), Person(5, "路三", "无"), Person(7, "路四", "〃"), Person(9, "路五", "同上"),
                Person(11, "路六", "—", phone: "/")],
            "单位2 单位3 单位4 单位5 单位6", Says: Names, Said: "路一"),
        ["permanent residence"] = new(
            [
                Person(2, "ANNA WEISS", type: "外国人永久居留身份证", id: "911276198806118447"),
                Person(1, "PAUL GRAY", type: "外国人永久居留证", id: "DEU410085010198"),
                Person(5, "JO LEE", type: "外国人永久居留身份证", id: "911276198806118448"),
            ], "证件号码3", Says: i => string.Join(' ', i.Rows.Take(2).Select(r => r.Entrant!.Personal.IdNumber)),
                Said: "911276198806118447 DEU410085010198"),
        ["phones"] = new(
            [
                Person(1, "甲", phone: "1.39E+10"), Person(3, "乙", phone: "0086-139 0000 8803"), Person(
                    5, "丙", phone: "\u202D13900008804\u202C"),
                Person(7, "丁", phone: "电话13900008805"), Person(9, "戊", phone: "1390000880"), Person(
                    11, "己", phone: "13900008806 13900008807"),
            ], "手机1", "手机5 手机6", Says: i => string.Join(' ', i.Rows.Skip(1).Take(3).Select(r => r.Entrant!.Personal.Phone)),
            Said: "13900008803 13900008804 13900008805"),
        ["a number that was text"] = new(
            [[.. Person(1, "改学历"), 126049199d], [.. Person(3, "好好学"), "0126049200"]], "准考证号1", More: ["准考证号"], Says: i =>
                i.Rows[1].Entrant!.ExamNumber!,
            Said: "0126049200"),
        ["faults and masks"] = new(
            [
                Person(1, "因果", trade: "#N/A"), Person(3, "恩怨", id: "41050219********1X"), Person(5, "是非", id: "410502198O01019510"),
                Person(7, "黑白", id: "待补"), Person(9, "对错", id: Wrong), Person(11, "真假", id: "41050219790615905×"),
            ], "工种1 证件号码2 证件号码3 证件号码4 证件号码5 证件号码6", Says: i => i.Found.Groups.Sum(g => g.Places.Count(p => p.Finding.Error)) + "",
                Said: "6"),
    };

    public static TheoryData<string, string> All() => [.. from kind in Kinds.Keys from file in new[] { "xls", "csv" } select (kind, file)];

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_cells_are_wrong_and_the_same_people_read(string kind, string file)
    {
        var (rows, errors, warnings, more, says, said) = Kinds[kind];
        var list = new TurnedList(file, [.. Head, .. more ?? []], rows);
        var import = new SentContest().People(list.File, list.Name);
        Assert.Equal(list.At(errors), Errors(import));
        Assert.Equal(list.At(warnings), Warnings(import));
        Assert.Equal(said, says?.Invoke(import));
    }

    [Theory] // R-A2, R-A4
    [InlineData("xls")]
    [InlineData("csv")]
    public void Two_hats_of_a_judge(string file)
    {
        var list = new TurnedList(
            file, ["姓名", "单位", "角色", "工种", "证件号码"], ["钟鼎", "甲公司", "监督仲裁", "电工", MessyWorkbook.Id(1)],
                ["钟鼎", "乙公司", "裁判长", "电工", MessyWorkbook.Id(1)],
            ["简书", "甲公司", "评分裁判", "钳工", MessyWorkbook.Id(2)], ["简书", "甲公司", "加密", "钳工", MessyWorkbook.Id(2)],
                ["卷宗", "乙公司", "/", "电工", MessyWorkbook.Id(3)],
            ["册页", "甲公司", "裁判长", "电工", MessyWorkbook.Id(4)]);
        var import = new SentContest().Judges(list.File, list.Name);
        Assert.Equal(list.At("角色2 角色4 角色5"), Errors(import));
        Assert.Contains(list.At("角色", 6), Warnings(import));
    }

    [Theory]
    [InlineData("xls")]
    [InlineData("csv")]
    public void What_stands_in_cells_of_judges(string file)
    {
        var contest = new SentContest();
        contest.Take(contest.People(SentFile.Xlsx(SentSheet.Of(Head, Person(1, "同名"), Person(3, "同名", "豫北锻造有限公司")))));
        var list = new TurnedList(
            file, ["姓名", "单位", "角色", "工种", "回避"], ["东篱", "洹水机电有限公司", "加密 裁判", "所有赛项", "本单位选手"],
                ["南山", "豫北锻造有限公司", "裁\n判", "电工/钳工", "同名(洹水机电有限公司)"],
            ["西窗", null, "裁 判 长", "钳 工", "无"], ["北斗", null, "评分裁判", "电工", "同名"]);
        var import = contest.Judges(list.File, list.Name);
        Assert.Equal(list.At("回避4"), Errors(import));
        var judges = import.Judges.ToDictionary(j => j.Name);
        Assert.Equal(2, judges["东篱"].Seats.Select(s => s.Trade).Distinct().Count());
        Assert.Equal("洹水机电有限公司", contest.State.Organizations[Assert.Single(judges["东篱"].RecusedOrganizations!)].Name);
        Assert.Equal(
            "洹水机电有限公司",
            contest.State.Organizations[contest.State.Entrant(Assert.Single(judges["南山"].RecusedFrom!))!.Entrant.Organization].Name);
        Assert.Empty(judges["西窗"].RecusedFrom ?? []);
    }

    [Theory] // R-I3
    [InlineData("xls")]
    [InlineData("csv")]
    public void What_changes_is_shown_wherever_it_stands(string file)
    {
        var contest = new SentContest();
        object?[] head = [.. Head, "文化程度", "领队"];
        contest.Take(contest.People(SentFile.Xlsx(SentSheet.Of(head, [.. Person(1, "改学历"), "高中", "张领队"]))));
        var list = new TurnedList(file, head, [.. Person(1, "改学历"), "大专", "李领队"]);
        var import = contest.People(list.File, list.Name);
        Assert.Equal(
            [("张领队", "李领队"), ("高中", "大专")],
            import.Cells(import.Rows[0]).Where(c => c.Before is not null).Select(c => (c.Before!, c.Text)).OrderBy(c => c.Item2 == "大专"));
    }

    private static string Names(EntrantImport import) =>
        string.Join(' ', import.Rows.Where(r => r.Verdict != RowVerdict.Error).Select(r => r.Entrant?.Name));

    private static object?[] With(object?[] row, string first) => [first, .. row[1..]];

    private static string Born(string date) =>
        $"410502{date}853" is var digits ? digits + Scoring.Core.People.ResidentId.CheckDigit(digits) : "";
}
