using System.Net;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console.Organizer;

/// <summary>What stands beside a name: members with roles, tags, how far a result counts, organizations' tags, trainee seats (R-K10,
/// R-K14, R-K15).</summary>
public sealed class BesideNamesTests
{
    private const string Base = "/console/yindubei-2026";

    [Fact]
    public async Task Members_with_roles_tags_work_and_guests_are_typed_and_taken_away_again()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        using var admin = await host.SignedIn(Role.Admin);
        var id = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant.Id);
        var page = $"{Base}/entrants";
        var before = open.Read(s => s.Entrant(id)!.Entrant);
        async Task<Dictionary<string, string>> Form() => FormTests.FormOf(await admin.Read($"{page}?at={id}"), "Edit");
        var form = await Form();
        (form["Counts"], form["Team"], form["Work"], form["Tags"]) = ("Guest", "一队", "旋转楼梯", "组别=职工组\n区县：文峰区");
        (form["Members[0]"], form["Members[2]"], form["Roles[0]"]) = ("石小川", "周 敏", "队长");
        await admin.Does(page, "Edit", form, "已保存");

        var after = open.Read(s => s.Entrant(id)!.Entrant);
        Assert.Equal(["石小川（队长）", "周敏"], after.MembersInWords);
        Assert.Equal((Counting.Guest, "一队", "旋转楼梯", "文峰区"), (after.Counts, after.Team, after.Work, after.Tags!["区县"]));
        Assert.Equal(before.Sealed, after.Sealed);
        var list = WebUtility.HtmlDecode(await admin.Read(page));
        Assert.Contains("不计名次", list);
        Assert.Contains("石小川（队长）、周敏", list);

        await admin.Does(page, "Edit", new(await Form()) { ["Members[2]"] = "石小川" }, "成员里有两个石小川");
        await admin.Does(page, "Edit", new(await Form()) { ["Tags"] = "文峰区" }, "种类=内容");
        form = await Form();
        (form["Members[0]"], form["Members[1]"], form["Roles[0]"]) = ("", "", "");
        (form["Tags"], form["Counts"], form["Team"], form["Work"]) = ("", "", "", "");
        await admin.Does(page, "Edit", form, "已保存");
        Assert.Equal(before, open.Read(s => s.Entrant(id)!.Entrant));
    }

    [Fact]
    public async Task What_a_guest_would_move_is_shown_before_and_nothing_is_written_until_it_was_seen()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        var page = $"{Base}/entrants";
        var first = open.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows[0].Result.Entrant);
        var form = FormTests.FormOf(await admin.Read($"{page}?at={first}"), "Edit");
        form["Counts"] = "Guest";
        var sequence = open.Sequence;
        var effect = await admin.Weighs(page, "Edit", form);
        Assert.Contains("人名次变动", effect);
        Assert.Contains("不计名次和奖项", effect);
        // The codes are drawn and not opened: who moves would tell whose a code is (R-A2).
        Assert.All(open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Code!).ToList()), code =>
            Assert.DoesNotContain($">{code}<", effect));
        Assert.Equal(sequence, open.Sequence);

        form["seen"] = Offices.Seen(effect);
        await admin.Does(page, "Edit", form, "已保存");
        Assert.Equal(sequence + 1, open.Sequence);
        Assert.Null(open.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows.First(r => r.Result.Entrant == first).Rank));
        await admin.Does(page, "Edit", FormTests.FormOf(await admin.Read($"{page}?at={first}"), "Edit"), "没有改动");
    }

    [Fact]
    public async Task Without_codes_everybody_who_moves_is_shown_and_teams_with_their_totals()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        var definition = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        await ConsoleHost.Do(open, "system", new TradeDefined(definition with { CodeLayers = 0 }));
        await ConsoleHost.Do(open, "system", new CompetitionDefined(open.Read(s => s.Competition!) with
        {
            TeamRankings = [new TeamRanking("团体总分", TeamMethod.BestTotals, Trades: [MarkedContest.Dg])],
        }));
        using var admin = await host.SignedIn(Role.Admin);
        var page = $"{Base}/entrants";
        var (first, second) = open.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows.Select(r => s.Entrant(r.Result.Entrant)!.Entrant)
            .ToList()) is [var a, var b, ..] ? (a, b) : default;
        var form = FormTests.FormOf(await admin.Read($"{page}?at={first.Id}"), "Edit");
        form["Counts"] = "Individual";
        var alone = await admin.Weighs(page, "Edit", form);
        Assert.Contains("团体总分，", alone); // no rank of a person moves, a team's total does
        Assert.DoesNotContain("人名次变动", alone);
        form["Counts"] = "Guest";
        var effect = await admin.Weighs(page, "Edit", form);
        Assert.Contains(second.Name, effect);
        Assert.Contains("第 2 名 → 第 1 名", effect);
        Assert.Contains("团体总分，", effect);

        // Seen for the one and sent for the other: shown again.
        form["seen"] = Offices.Seen(alone);
        Assert.Contains("影响已经不同", await admin.Weighs(page, "Edit", form));
        Assert.Null(open.Read(s => s.Entrant(first.Id)!.Entrant.Counts));
    }

    [Fact]
    public async Task A_trainee_is_weighed_too()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        var page = $"{Base}/people";
        var module = open.Read(s => s.Trade(MarkedContest.Dg)!.Modules.First(m => m.Seats.Count > 2));
        var judge = module.Seats[0].Judge;
        var last = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[^1].Entrant.Id);
        foreach (var seat in module.Seats.Take(2))
        {
            // Two of the panel gave the last one less: without one of them the mean is another.
            var marks = module.Definition.Aspects().ToDictionary(a => a.Id, a => a is PointsAspect ? Entry.Of(0m) : MarkedContest.Best(a));
            await ConsoleHost.Do(open, "system", new SheetCorrected(last, module.Definition.Id, seat.Judge.Id, marks, "核对", "H1", "S1"));
        }

        var form = FormTests.FormOf(await admin.Read($"{page}?at={judge.Id}"), "Save");
        foreach (var key in form.Keys.Where(k => k.StartsWith("Trainee", StringComparison.Ordinal)).ToList())
        {
            form[key] = "yes";
        }

        form["reason"] = "还在学习";
        var sequence = open.Sequence;
        var effect = await admin.Weighs(page, "Save", form);
        Assert.Contains("先看影响", effect);
        Assert.Equal(sequence, open.Sequence);
        form["seen"] = Offices.Seen(effect);
        await admin.Does(page, "Save", form, "已保存");
        Assert.Contains(open.Read(s => s.Judges[judge.Id].Seats), s => s.Trainee);
    }

    [Fact]
    public async Task An_organization_has_a_short_name_and_tags_until_its_trade_has_left_the_marking()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        using var admin = await host.SignedIn(Role.Admin);
        var id = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant.Organization);
        var page = $"{Base}/organizations";
        async Task<Dictionary<string, string>> Form() => FormTests.FormOf(await admin.Read($"{page}?at={id}"), "Save");

        var form = await Form();
        (form["shortName"], form["tags"]) = ("安钢", "区县=殷都区\n行业=冶金");
        var listed = await admin.Does(page, "Save", form, "单位已保存");
        Assert.Contains("行业 冶金", listed);
        var organization = open.Read(s => s.Organizations[id]);
        Assert.Equal(("安钢", "殷都区"), (organization.ShortName, organization.Tags!["区县"]));
        await admin.Does(page, "Save", await Form(), "没有改动");
        form = await Form();
        form["tags"] = "殷都区";
        await admin.Does(page, "Save", form, "种类=内容");
        await open.InPhase(Phase.Review);
        form = await Form();
        form["tags"] = "区县=文峰区";
        await admin.Does(page, "Save", form, "评分已经结束");
        form = await Form();
        form["shortName"] = "安阳钢铁";
        await admin.Does(page, "Save", form, "单位已保存");
    }

    [Fact]
    public async Task A_seat_becomes_a_trainees_and_says_so()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        using var admin = await host.SignedIn(Role.Admin);
        var module = open.Read(s => s.Trade(MarkedContest.Dg)!.Modules.First(m => m.Seats.Count > 1).Definition.Id);
        await admin.Does($"{Base}/people", "Save", new()
        {
            ["Key"] = "", ["Name"] = "学徒甲", ["Role"] = "Judge", ["Place"] = $"dg|{module}", ["Number"] = "9", ["Trainee"] = "yes",
            ["reason"] = "见习",
        }, "已保存");
        var seat = open.Read(s => s.Judges.Values.First(j => j.Name == "学徒甲").Seats[0]);
        Assert.True(seat.Trainee);
        Assert.Contains("（影子裁判）", WebUtility.HtmlDecode(await admin.Read($"{Base}/people")));
    }

    [Fact]
    public async Task A_team_ranking_by_tag_with_a_tie_by_theory_and_a_threshold_comes_back_as_typed()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        using var admin = await host.SignedIn(Role.Admin);
        var at = open.Read(s => s.Competition!.TeamRankings?.Count ?? 0);
        await admin.Does($"{Base}/teams", "Save", new()
        {
            ["at"] = $"{at}", ["Name"] = "区县总分", ["Method"] = "RankPoints", ["Unit"] = "Organization", ["BestOf"] = "",
            ["Points"] = "5 3 1",
            ["FinisherPoints"] = "1", ["Tie"] = "Component", ["TieComponent"] = "Theory", ["TiedIndividuals"] = "Full",
            ["PrizeName"] = "优秀组织奖",
            ["PrizeBy"] = "Points", ["PrizeReached"] = "6", ["EveryPart"] = "true", ["BestOfIn"] = "电工=3", ["Tag"] = "区县",
            ["reason"] = "会议",
        }, "已保存");
        var made = open.Read(s => s.Competition!.TeamRankings![at]);
        Assert.Equal((ComponentKind.Theory, true, "区县", 6m, 3),
            (made.TieComponent, made.EveryPart, made.Tag, made.Prize!.From, made.BestOfIn![MarkedContest.Dg]));
    }
}
