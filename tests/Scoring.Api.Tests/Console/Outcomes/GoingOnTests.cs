using System.Net;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console.Outcomes;

/// <summary>放弃晋级 from the list to the next who moves up (R-K11): seen before it is entered, taken back the same way.</summary>
public sealed class GoingOnTests
{
    private const string Page = "/console/yindubei-2026/outcomes/dg";

    [Fact]
    public async Task Who_gives_a_place_up_is_replaced_by_the_first_reserve_and_may_come_back()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        await open.InPhase(Phase.Review);
        await ConsoleHost.Do(open, "system", new Decoded(MarkedContest.Dg, 1, "cpz", "jd"));
        var definition = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        await ConsoleHost.Do(open, "system", new TradeDefined(definition with { Advance = new AdvanceRule("市级决赛", 2, Reserves: 2) }, "补"));
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        var ranked = open.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows.Select(r => r.Result.Entrant).ToList());
        var names = open.Read(s => ranked.Take(4).Select(e => s.Entrant(e)!.Entrant.Name).ToList());

        var asked = WebUtility.HtmlDecode(await head.Read($"{Page}?decline={ranked[0]}"));
        Assert.Contains($"不再晋级：第 1 名 {names[0]}", asked);
        Assert.Contains($"递补晋级：第 3 名 {names[2]}", asked);
        await head.Does(Page, "Decline", new() { ["entrant"] = ranked[0].Value, ["reason"] = "" }, "理由");
        var listed = await head.Does(Page, "Decline", new() { ["entrant"] = ranked[0].Value, ["reason"] = "另有任务" }, "已登记");
        Assert.Contains("放弃晋级：另有任务，由第 3 名递补", listed);
        Assert.Equal(ranked[1..3], open.Read(s => s.Trade(MarkedContest.Dg)!.Advance()!.Entrants));
        Assert.Equal(1, open.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows[0].Rank));

        Assert.Contains("恢复晋级", WebUtility.HtmlDecode(await head.Read($"{Page}?decline={ranked[0]}")));
        await head.Does(Page, "Decline", new() { ["entrant"] = ranked[0].Value, ["reason"] = "任务取消" }, "已登记");
        Assert.Equal(ranked[..2], open.Read(s => s.Trade(MarkedContest.Dg)!.Advance()!.Entrants));
        await head.Does(Page, "Decline", new() { ["entrant"] = ranked[^1].Value, ["reason"] = "不去" }, "不在晋级或递补名单上");
    }

    [Fact]
    public async Task Before_decoding_a_limit_does_not_tell_whose_people_a_code_is_of()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        await open.InPhase(Phase.Review);
        var definition = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        var one = open.Read(s => s.Entrant(s.Trade(MarkedContest.Dg)!.Standings().Rows[0].Result.Entrant)!.Entrant);
        var second = open.Read(s => s.Entrant(s.Trade(MarkedContest.Dg)!.Standings().Rows[1].Result.Entrant)!.Entrant);
        await ConsoleHost.Do(open, "system", new EntrantsRegistered([second with { Organization = one.Organization }]));
        IReadOnlyList<AwardLimit> limits = [new(1, LimitPer.Organization)];
        await ConsoleHost.Do(open, "system", new TradeDefined(
            definition with { Advance = new AdvanceRule("市赛", 3, Limits: limits), Awards = definition.Awards with { Limits = limits } },
                "补"));
        var firm = open.Read(s => s.Organizations[one.Organization].Name);
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        foreach (var page in new[] { Page, "/console/yindubei-2026/awards/dg" })
        {
            var coded = WebUtility.HtmlDecode(await head.Read(page));
            Assert.Contains("所在单位已有 1 个", coded);
            Assert.DoesNotContain(firm, coded);
        }

        await ConsoleHost.Do(open, "system", new Decoded(MarkedContest.Dg, 1, "cpz", "jd"));
        Assert.Contains($"{firm}已有 1 个", WebUtility.HtmlDecode(await head.Read(Page)));
    }
}
