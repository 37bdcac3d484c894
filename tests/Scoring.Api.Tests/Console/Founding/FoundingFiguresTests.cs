// Figures that unions print of their contests, each by one click on 统计; figures as in examples/contests/README.md.
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Lists;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Commands;
using Scoring.Core.Definition;
using static Scoring.Api.Tests.Console.Founding.FiguresShelf;

namespace Scoring.Api.Tests.Console.Founding;

/// <summary>One report a test. The largest figures (503 contests a year, 180,000 online, 100,000 over ten years) take their time:
/// deploy/test --all; else a part of them stands for the whole.</summary>
public sealed class FoundingFiguresTests
{
    private static bool Whole => Environment.GetEnvironmentVariable("SCORING_TEST_ALL") is "1";

    [Fact]
    public async Task A_citys_year_five_hundred_contests_four_of_the_state_and_province_craftsmen_teams_and_nearly_a_hundred_million()
    {
        var contests = Whole ? 503 : 50;
        Competition Of(string id, string name, string level = "市级") =>
            new(new(id), name, Date: new DateOnly(2026, 9, 1), Level: level, Hosts: ["安阳市总工会"]);
        const string gain = "年经济效益";
        await using var shelf = await FiguresShelf.With([
            .. ((string[])["c01-yindu-cup", "c09-craftsmen"]).Select(Example).Select(f =>
                MadeContest.Published(f with { Competition = f.Competition with { Level = "市级" } })),
            MadeContest.File(Of("five-small", "“五小”创新成果"), 10, new MadeTrade("小发明", 30) { Metric = (gain, "万元", _ => 300m) }),
            MadeContest.File(Of("five-small-2", "“五小”创新成果（区）"), 10, new MadeTrade("小改造", 10) { Metric = (gain, "元", _ => 860_000m) }),
            MadeContest.File(Of("teams", "班组竞赛"), 10, new MadeTrade("班组", 40, ("优秀班组", 12))),
            MadeContest.File(Of("state", "全国职工职业技能大赛", "国家级"), 4, new MadeTrade("焊工", 4, ("一等奖", 1))),
            .. Enumerable.Range(1, 3).Select(n =>
                MadeContest.File(Of($"province-{n}", $"省赛{n}", "省级"), 4, new MadeTrade("钳工", 4, ("一等奖", 1)))),
            .. Enumerable.Range(1, contests - 9).Select(n =>
                MadeContest.File(Of($"firm-{n}", $"第{n}场比武"), 4, new MadeTrade("电工", 4, ("优胜", 1)))),
        ]);

        Assert.StartsWith(
            $"2026年共举办比赛 {contests} 场（市级 {contests - 4} 场、省级 3 场、国家级 1 场），", await shelf.Words("by=Level&from=2026&to=2026"),
            StringComparison.Ordinal);
        await shelf.Opens("by=Year", Total, "contests", contests);
        await shelf.Opens("by=Level", "国家级", "contests", 1);
        await shelf.Opens("by=Level", "省级", "contests", 3);

        await shelf.Opens("by=Year", Total, "award:安阳大工匠", 7);
        await shelf.Opens("by=Year", Total, "award:安阳工匠", 20);
        await shelf.Opens("by=Edition", "c09-craftsmen", "awards", 27);
        await shelf.Opens("by=Year", Total, "award:优秀班组", 12);
        await shelf.Opens("by=Year", Total, "metric:年经济效益|万元", 9860m, 40);
        var words = await shelf.Words("by=Year");
        Assert.All(["安阳大工匠 7 名", "安阳工匠 20 名", "优秀班组 12 名", "年经济效益 9860 万元"], said =>
            Assert.Contains(said, words, StringComparison.Ordinal));

        foreach (var (what, figure) in ((string, int)[])
            [("award:一等奖", 5), ("award:二等奖", 12), ("award:三等奖", 15), ("times", 108), ("organizations", 15)])
        {
            await shelf.Opens("by=Edition&series=" + Uri.EscapeDataString("殷都杯"), "c01-yindu-cup", what, figure);
        }
    }

    [Fact]
    public async Task Eighteen_editions_and_ten_years_of_craftsmen_titles_and_growth()
    {
        await using var shelf = await FiguresShelf.With([.. Examples("c13-chinalco"), .. Examples("c17-guangxi")]);
        var cup = "by=Edition&series=" + Uri.EscapeDataString("中国铝业杯");
        await shelf.Opens(cup, Total, "contests", 18);
        await shelf.Opens(cup, Total, "title:全国技术能手", 129);
        await shelf.Opens(cup, Total, "title:行业技术能手", 257);
        await shelf.Opens(cup, "c13-chinalco-18", "organizations", 69);
        await shelf.Opens(cup, "c13-chinalco-18", "times", 372);
        var words = await shelf.Words(cup);
        Assert.Contains("授予全国技术能手 129 人、行业技术能手 257 人", words, StringComparison.Ordinal);
        Assert.Contains("相比，参赛单位、参赛人数、获奖分别增长 30.2%、48.8%、20.0%。", words, StringComparison.Ordinal);

        var craftsmen = "by=Year&series=" + Uri.EscapeDataString("广西工匠");
        await shelf.Opens(craftsmen, Total, "contests", 10);
        await shelf.Opens(craftsmen, Total, "award:广西工匠", 275);
        Assert.StartsWith("“广西工匠”共举办比赛 10 场，", await shelf.Words(craftsmen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citys_games_their_chains_the_online_stage_pupils_and_power_per_ton()
    {
        const string series = "焦作市职工技能运动会";
        var online = Whole ? 180_000 : 1_800;
        var games = Example("c19-jiaozuo-games");
        await using var shelf = await FiguresShelf.With(
            MadeContest.Published(games with { Competition = games.Competition with { Series = series } }),
            MadeContest.Roster(new(new("online"), "网上练兵", Series: series, Date: new DateOnly(2026, 8, 30)), online, 30),
            MadeContest.Published(Example("c24-master-pupil")),
            MadeContest.File(new(new("power"), "缩小区间差异", Date: new DateOnly(2026, 12, 31)), 2,
                new MadeTrade("电解区", 6) { Metric = ("铝液综合交流电耗", "kWh/t", n => 550 + n + (n > 2 ? 1 : 0)) })); // 550 to 556 without 553

        var edition = "by=Edition&series=" + Uri.EscapeDataString(series);
        foreach (var (what, figure) in ((string, int)[])
            [
                ("trades", 108), ("tag:产业链", 9), ("organizations", 30), ("times", 4_000), ("award:一等奖", 108), ("award:二等奖", 216),
                ("award:三等奖", 324),
            ])
        {
            await shelf.Opens(edition, "c19-jiaozuo-games", what, figure);
        }

        await shelf.Opens(edition, "online", "times", online);
        await shelf.Opens(edition, Total, "times", online + 4_000);
        Assert.Contains("涉及产业链 9 个", await shelf.Words(edition), StringComparison.Ordinal);
        Assert.Contains(
            "（产业链 9 个：", await shelf.Words("by=Tag&tag=" + Uri.EscapeDataString("产业链") + "&series=" + Uri.EscapeDataString(series)),
            StringComparison.Ordinal);
        Assert.Contains("恒泰电气代表团", await shelf.Opens(edition, "c19-jiaozuo-games", "team:first", 2), StringComparison.Ordinal);

        await shelf.Opens("by=Edition", "c24-master-pupil", "groups", 45);
        await shelf.Opens("by=Edition", "c24-master-pupil", "award:出师", 32);
        await shelf.Opens("by=Edition", "power", "metric:铝液综合交流电耗|kWh/t", 553m, 6);
        var words = await shelf.Words("by=Year");
        Assert.Contains("其中双人和团队 45 组", words, StringComparison.Ordinal);
        Assert.Contains("平均铝液综合交流电耗 553 kWh/t", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nine_fields_fifteen_trades_358_firms_model_workers_and_ten_years_of_person_times()
    {
        var scale = Whole ? 100 : 1; // 55, 65 … 145 times so many
        await using var shelf = await FiguresShelf.With([
            MadeContest.Published(Example("c25-ankang-games")), MadeContest.Published(Example("c29-model-workers")),
            .. Enumerable.Range(0, 10).Select(n => MadeContest.File(
                new(new($"yearly-{n}"), $"{2016 + n}年安康市职工技能大赛", Series: "职工技能大赛", Edition: n + 1, Date: new DateOnly(2016 + n, 9, 1)), 20,
                [.. Enumerable.Range(1, 5).Select(t =>
                    new MadeTrade($"工种{t}", (11 + (2 * n)) * scale, ("一等奖", 1), ("二等奖", 2), ("三等奖", 3)))])),
        ]);

        foreach (var (what, figure) in ((string, int)[])[("tag:大类", 9), ("trades", 15), ("organizations", 358), ("teamprize:优秀组织奖", 17)])
        {
            await shelf.Opens("by=Edition", "c25-ankang-games", what, figure);
        }

        await shelf.Opens("by=Edition", "c29-model-workers", "award:劳动模范", 16);
        await shelf.Opens("by=Edition", "c29-model-workers", "award:先进工作者", 9);

        var years = "by=Year&series=" + Uri.EscapeDataString("职工技能大赛");
        await shelf.Opens(years, Total, "times", 1_000 * scale);
        await shelf.Opens(years, "2016", "times", 55 * scale);
        await shelf.Opens(years, "2025", "times", 145 * scale);
        await shelf.Opens(years, Total, "organizations", 20);
        var words = await shelf.Words(years);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"（{1_000 * scale} 人次）"), words, StringComparison.Ordinal);
        Assert.EndsWith("2025年与2016年相比，参赛人数增长 163.6%，参赛单位、获奖持平。", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_countys_three_editions_its_team_firsts_and_a_firms_awards_from_the_register()
    {
        await using var shelf = await FiguresShelf.With([
            .. (((int Edition, int Trades)[])[(1, 20), (2, 28)]).Select(e => MadeContest.File(
                new(new($"zhongyang-{e.Edition}"), $"第{e.Edition}届中阳县职工技能大赛", Series: "中阳县职工技能大赛", Edition: e.Edition,
                    Date: new DateOnly(2023 + e.Edition, 10, 28)), 60,
                [.. Enumerable.Range(1, e.Trades).Select(t => new MadeTrade($"项目{t}", 8, ("一等奖", 1))
                {
                    Tags = new Dictionary<string, string> { ["行业"] = $"行业{t % 15}" },
                })])),
            MadeContest.Published(Example("c32-zhongyang")), MadeContest.Published(Example("c33-lvliang")),
        ]);
        var list = await File.ReadAllBytesAsync(CommandRun.Example("contests/c34-zhonggang-register.csv"));
        var register = AwardImport.Preview(
            SpreadsheetReader.Read(list, "中钢.csv"), "中钢.csv", new Dictionary<string, string>(), [], new DateOnly(2026, 11, 30));
        shelf.Host.App.Services.GetRequiredService<AwardsRegister>().Add("中钢.csv", register.Awards);

        var county = "by=Edition&series=" + Uri.EscapeDataString("中阳县职工技能大赛");
        await shelf.Opens(county, Total, "contests", 3);
        foreach (var (what, figure) in ((string, int)[])[("trades", 36), ("tag:行业", 22), ("times", 302)])
        {
            await shelf.Opens(county, "c32-zhongyang", what, figure);
        }

        Assert.StartsWith("“中阳县职工技能大赛”共举办比赛 3 场，设工种 84 个，", await shelf.Words(county), StringComparison.Ordinal);

        var firsts = await shelf.Opens("by=Edition", "c33-lvliang", "team:first", 3);
        Assert.Equal(3, firsts.Split("中阳县总工会</td><td class=\"wraps\">吕梁").Length - 1);
        Assert.Contains(
            "团体第一 3 次", await shelf.Admin.Read("/console/history/organization/" + Uri.EscapeDataString("中阳县总工会")),
            StringComparison.Ordinal);

        await shelf.Opens("by=Year", Total, "registered", 199);
        var words = await shelf.Words("by=Year");
        Assert.Contains("；另登记荣誉 199 项，其中", words, StringComparison.Ordinal);
        foreach (var (title, figure) in ((string, int)[])[("技术能手", 75), ("五一劳动奖章", 55), ("技术标兵", 69)])
        {
            await shelf.Opens("by=Year", Total, "registered:" + title, figure);
            Assert.Contains($"{title} {figure} 人", words, StringComparison.Ordinal);
        }
    }
}
