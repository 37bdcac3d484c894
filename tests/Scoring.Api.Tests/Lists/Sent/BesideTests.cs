using Scoring.Api.Lists;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using static Scoring.Api.Tests.Lists.Sent.SentContest;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>What stands beside the people: teams and members with what they are, works, tags, groups of panels.</summary>
public sealed class BesideTests
{
    [Fact] // R-F4: pairs and teams
    public void Teams_and_members_are_kept()
    {
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of(
            ["队名", "成员", "单位", "工种", "作品名称", "组别"], ["蓝鲸队", "石小川（队长）、白敬之、云 水谣", "甲公司", "电工", "小车", "学生组"],
                ["红枫队", "白石 陆羽", "乙公司", "钳工", null, null],
            ["白杨队", "张三、张□", "乙公司", "钳工", null, null])));
        Assert.Equal(["B4"], Errors(import));
        Assert.Equal(("蓝鲸队", "石小川 白敬之 云水谣"), (import.Rows[0].Entrant!.Name, string.Join(' ', import.Rows[0].Entrant!.Members!)));
        Assert.Equal("白石 陆羽", string.Join(' ', import.Rows[1].Entrant!.Members!));
        Assert.Empty(import.Table.Findings);
    }

    [Fact]
    public void Members_in_columns_of_their_own_are_all_read()
    {
        var contest = new SentContest();
        var import = contest.People(
            SentFile.Csv(SentSheet.Of(["队伍名称", "成员1", "成员2", "成员3", "单位", "工种"], ["蓝鲸队", "石小川", "白敬之", null, "甲公司", "电工"])), "a.csv");
        contest.Take(import);
        Assert.Equal(["石小川", "白敬之"], contest.State.Entrants.Values.Single().Entrant.Members!);
        Assert.Equal("蓝鲸队", contest.State.Entrants.Values.Single().Entrant.Team);
    }

    [Fact]
    public void Who_stands_beside_the_members_belongs_to_them()
    {
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of(["姓名", "队员", "单位", "工种"], ["石小川", "白敬之", "甲公司", "电工"])));
        Assert.Equal(["石小川", "白敬之"], import.Rows[0].Entrant!.Members!);
    }

    [Theory] // R-K14
    [InlineData("石小川（队长）、白敬之、云水谣（副队长）", "队长||副队长")]
    [InlineData("队长：石小川；队员：白敬之；云水谣", "队长|队员|")]
    [InlineData("石小川[主厨]\n白敬之[帮厨]\n云水谣", "主厨|帮厨|")]
    [InlineData("石小川、白敬之、云水谣", null)]
    public void What_a_member_is_is_kept_beside_the_name(string cell, string? roles)
    {
        foreach (var kind in new[] { "xlsx", "xls", "csv" })
        {
            var contest = new SentContest();
            var sheet = SentSheet.Of(["队名", "成员", "单位", "工种"], ["蓝鲸队", cell, "甲公司", "电工"]);
            contest.Take(contest.People(SentFile.In(kind, sheet), "a." + kind));
            var team = contest.State.Entrants.Values.Single().Entrant;
            Assert.Equal(["石小川", "白敬之", "云水谣"], team.Members!);
            Assert.Equal(roles, team.MemberRoles is { } kept ? string.Join('|', kept) : null);
        }
    }

    [Fact]
    public void A_captain_has_a_column_of_the_own_and_a_phone_behind_a_name_is_no_part_of_it()
    {
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of(
            ["队名", "队长", "队员1", "队员2", "单位", "工种"], ["蓝鲸队", "石小川", "白敬之", "云水谣(13900000001)", "甲公司", "电工"])));
        Assert.Equal(["石小川", "白敬之", "云水谣"], import.Rows[0].Entrant!.Members!);
        Assert.Equal(["队长", "", ""], import.Rows[0].Entrant!.Beside.MemberRoles!);
        Assert.Equal([new("云水谣", Phone: "13900000001")], import.Rows[0].Entrant!.Personal.Members!);
        Assert.Empty(Warnings(import));
    }

    [Fact] // every person stands in a row; the captain is only named
    public void A_captain_beside_people_of_their_own_rows_makes_nobody_a_pair()
    {
        var import = new SentContest().People(
            SentFile.Csv(SentSheet.Of(["姓名", "队名", "队长", "单位", "工种"], ["白敬之", "蓝鲸队", "石小川", "甲公司", "电工"]), "utf-8"), "a.csv");
        Assert.Equal(("白敬之", "蓝鲸队"), (import.Rows[0].Entrant!.Name, import.Rows[0].Entrant!.Team));
        Assert.Null(import.Rows[0].Entrant!.Members);
        Assert.Contains("没有用的列：C 队长", Words(import), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("作品名称", "组别", "所属产业链")]
    [InlineData("参赛作品", "参赛组别", "产业链")]
    [InlineData("Work Title", "Category", "产业链（必填）")]
    public void Works_and_tags_are_kept(string work, string group, string chain)
    {
        var contest = new SentContest();
        var list = new TurnedList(
            work == "作品名称" ? "xls" : "csv", [.. Head, work, group, chain], [.. Person(1, "石小川"), "小车", "学生组", "绿色食品"],
            [.. Person(3, "白敬之"), "/", "职工组", null]);
        var import = contest.People(list.File, list.Name);
        Assert.Empty(Errors(import));
        contest.Take(import);
        var people = contest.State.Entrants.Values.Select(e => e.Entrant).ToList();
        Assert.Equal(["小车", null], people.Select(p => p.Work));
        Assert.Equal(
            ["组别=学生组 产业链=绿色食品", "组别=职工组"],
            people.Select(p => string.Join(' ', p.Tags!.OrderByDescending(t => t.Key == "组别").Select(t => $"{t.Key}={t.Value}"))));
        Assert.All(contest.People(list.File, list.Name).Rows, r => Assert.Equal(RowVerdict.Same, r.Verdict));
    }

    [Fact] // R-I3
    public void A_tag_that_changes_is_shown_and_one_the_list_lacks_stays()
    {
        var contest = new SentContest();
        contest.Take(contest.People(SentFile.Xlsx(SentSheet.Of([.. Head, "组别", "行业"], [.. Person(1, "石小川"), "学生组", "机械"]))));
        var import = contest.People(SentFile.Csv(SentSheet.Of([.. Head, "组别"], [.. Person(1, "石小川"), "职工组"])), "a.csv");
        Assert.Contains(("学生组", "职工组"), import.Cells(import.Rows[0]).Where(c => c.Before is not null).Select(c => (c.Before!, c.Text)));
        contest.Take(import);
        Assert.Equal(
            ("职工组", "机械"),
            (contest.State.Entrants.Values.Single().Entrant.Tags!["组别"], contest.State.Entrants.Values.Single().Entrant.Tags!["行业"]));
    }

    [Fact]
    public void A_header_nobody_knows_may_be_kept_as_a_tag()
    {
        var contest = new SentContest();
        var file = SentFile.Xlsx(SentSheet.Of([.. Head, "年代"], [.. Person(1, "石小川"), "九零后"]));
        var option = contest.People(file).Table.Findings[0].Choice!.Options.Single(o => o.Value == nameof(ListField.Tag));
        Assert.Equal("标签", option.Words);
        Assert.Equal("九零后", contest.People(file, "a.xlsx", (option.Key, option.Value)).Rows[0].Entrant!.Beside.Tags!["年代"]);
    }

    [Theory]
    [InlineData("同上", true)]
    [InlineData("—", false)]
    public void A_tag_is_no_sign_for_nothing(string cell, bool error) => Assert.Equal(
        error ? ["I2"] : [], Errors(new SentContest().People(SentFile.Xlsx(SentSheet.Of([.. Head, "组别"], [.. Person(1, "石小川"), cell])))));

    [Fact]
    public void Two_columns_of_one_kind_that_differ_are_an_error() =>
        Assert.Equal(["J3"], Errors(new SentContest().People(SentFile.Xlsx(SentSheet.Of(
        [.. Head, "组别", "参赛组别"], [.. Person(1, "甲"), "学生组", "学生组"], [.. Person(3, "乙"), "学生组", "职工组"])))));

    [Fact] // R-K3
    public void The_group_of_a_panel_is_one_there_is()
    {
        var contest = new SentContest();
        var trade = contest.State.TradesInOrder[0].Definition;
        contest.Apply(new TradeDefined(Grouped(trade)));
        var import = contest.People(SentFile.Xlsx(SentSheet.Of(
            [.. Head, "考场"], [.. Person(1, "甲"), "一号场"], [.. Person(3, "乙"), "三号场"], [.. Person(5, "丙", trade: "钳工"), "一号场"])));
        Assert.Equal(["I3"], Errors(import));
        Assert.Equal(["I4"], Warnings(import));
        Assert.Equal("A", import.Rows[0].Entrant!.Beside.Group);
    }

    private static Trade Grouped(Trade trade) => trade with
    {
        Components = [.. trade.Components.Select(c => c with
        {
            Modules = [.. c.Modules.Select(m =>
                m with { Panel = (m.Panel ?? new PanelRule()) with { Groups = [new PanelGroup("A", "一号场"),
                    new PanelGroup("B", "二号场")] } })],
        })],
    };
}
