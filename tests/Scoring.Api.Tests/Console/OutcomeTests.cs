using System.Net;
using Scoring.Api.Ledger;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>What the ranks lead to: teams, 优秀组织奖, the advance list, honours.</summary>
public sealed class OutcomeTests
{
    private const string Base = "/console/yindubei-2026";

    [Theory]
    [InlineData("BestTotals", "总分之和")]
    [InlineData("RankPoints", "名次分")]
    [InlineData("AwardPoints", "奖项分")]
    public async Task Teams_are_ranked_by_every_method_once_a_trade_is_decoded(string method, string words)
    {
        await using var host = await ConsoleHost.Start();
        var open = await Marked(host, decoded: true);
        using var admin = await host.SignedIn(Role.Admin);
        Dictionary<string, string> form = new()
        {
            ["at"] = (open.Read(s => s.Competition!.TeamRankings?.Count ?? 0)).ToString(System.Globalization.CultureInfo.InvariantCulture), ["Name"] = $"团体{method}", ["Method"] = method, ["Unit"] = "Organization", ["BestOf"] = "2", ["Points"] = "10 9 8 7 6 5",
            ["FinisherPoints"] = "1", ["AwardPoints"] = "一等奖=8\n二等奖=4\n三等奖=2", ["Tie"] = "Firsts", ["TiedIndividuals"] = "Full", ["PrizeName"] = "优秀组织奖", ["PrizeBy"] = "Points",
            ["PrizeCount"] = "2", ["reason"] = "组委会会议",
        };
        var page = await admin.Does($"{Base}/teams", "Save", form, "已保存");
        Assert.Contains(words, page);
        Assert.Contains("优秀组织奖 2 个", page);
        var winner = open.Read(s => s.Organizations[s.Entrant(s.Trade(MarkedContest.Dg)!.Standings().Rows[0].Result.Entrant)!.Entrant.Organization].Name);
        Assert.Contains(winner, page);
        Assert.Contains("还没有解密，暂不计入", page);

        // Tried before it is saved: another name, the same places, and nothing kept.
        var sequence = open.Sequence;
        var query = string.Join('&', form.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"));
        var tried = WebUtility.HtmlDecode(await admin.Read($"{Base}/teams?handler=tried&{query}"));
        var leads = tried[(tried.IndexOf("第 1 名 ", StringComparison.Ordinal) + 6)..].Split(' ')[0];
        Assert.Contains($"<td><b>1</b></td><td class=\"wraps\"><b>{leads}</b>", page);
        Assert.Contains("优秀组织奖 2 个", tried);
        Assert.Equal(sequence, open.Sequence);

        form["Points"] = "十";
        if (method == "RankPoints")
        {
            await admin.Does($"{Base}/teams", "Save", form, "例如 10 9 8 7 6 5");
        }
    }

    [Fact]
    public async Task A_trade_that_is_not_decoded_tells_nothing_of_its_organizations()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Marked(host, decoded: false);
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        await ConsoleHost.Do(open, "system", new CompetitionDefined(open.Read(s => s.Competition!) with { TeamRankings = [new TeamRanking("团体总分", TeamMethod.BestTotals)] }));
        var page = WebUtility.HtmlDecode(await head.Read($"{Base}/teams"));
        Assert.Contains("电工", page);
        Assert.DoesNotContain("第 1 名", page);
        Assert.All(open.Read(s => s.Organizations.Values.Select(o => o.Name).ToList()), name => Assert.DoesNotContain(name, page));
    }

    [Fact]
    public async Task Honours_are_proposed_until_somebody_approves_the_ticked_ones()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Marked(host, decoded: true);
        var definition = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        await ConsoleHost.Do(open, "system", new TradeDefined(definition with { Advance = new AdvanceRule("市级决赛", 3), Honours = [new HonourRule("技术能手", 1, 2)] }, "补"));
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        var page = WebUtility.HtmlDecode(await head.Read($"{Base}/outcomes/dg"));
        Assert.Contains("取前 3 名进入市级决赛", page);
        Assert.Contains("只是提名", page);
        var first = open.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows[0].Result.Entrant);
        Dictionary<string, string> form = new() { ["chosen"] = $"{first}|技术能手" };
        await head.Does($"{Base}/outcomes/dg", "Approve", form, "只能在“公示”");
        await open.InPhase(Phase.Publicity);
        await head.Does($"{Base}/outcomes/dg", "Approve", form, "已批准 1 项");
        Assert.Equal([new ApprovedHonour(first, "技术能手")], open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Honours));
        await head.Does($"{Base}/outcomes/dg", "Approve", new() { ["chosen"] = $"{first}|五一劳动奖章" }, "不在现在的提名里");
    }

    private static async Task<OpenCompetition> Marked(ConsoleHost host, bool decoded)
    {
        var open = await host.LoadMarked();
        await open.InPhase(Phase.Review);
        if (decoded)
        {
            await ConsoleHost.Do(open, "system", new Decoded(MarkedContest.Dg, 1, "cpz", "jd"));
        }

        return open;
    }
}
