using Scoring.Core.Files;
using Scoring.Core.Files.Computing;
using Scoring.Core.People;
using Scoring.Core.Ranking;

namespace Scoring.Core.Tests.Files;

public class YindubeiMarkedTests
{
    private static readonly ComputedCompetition Computed = Make();

    [Fact]
    public void Every_prize_of_every_trade_is_given() =>
        Assert.All(Computed.Trades, t => Assert.All(t.Tiers, tier => Assert.True(tier.Given >= tier.Quota, $"{t.Name} {tier.Name}")));

    [Fact]
    public void Equal_totals_are_decided_by_practical_or_time_or_stay_equal()
    {
        var reasons = Computed.Trades.SelectMany(t => t.Entrants).Select(e => e.RankReason).OfType<RankReason>().ToList();

        Assert.Contains(reasons, r => r is { DecidedBy: RankDecision.Step, Step.Kind: Core.Definition.TieStepKind.Practical });
        Assert.Contains(reasons, r => r is { DecidedBy: RankDecision.Step, Step.Kind: Core.Definition.TieStepKind.Time });
        Assert.Contains(reasons, r => r.DecidedBy == RankDecision.Equal);
        Assert.NotEmpty(Computed.Trades.First(t => t.Trade.Value == "qg").Boundaries);
    }

    [Fact]
    public void Absent_withdrawn_and_disqualified_are_listed_unranked()
    {
        var unranked = Computed.Trades.SelectMany(t => t.Entrants).Where(e => e.Rank is null).ToDictionary(e => e.Entrant.Value, e => e.Result.Status);

        Assert.Equal(
            new Dictionary<string, EntrantStatus>
            {
                ["qg20"] = EntrantStatus.Absent, ["hg24"] = EntrantStatus.Absent, ["cc23"] = EntrantStatus.Withdrawn, ["hg20"] = EntrantStatus.Disqualified,
            }.OrderBy(x => x.Key), unranked.OrderBy(x => x.Key));
    }

    [Fact]
    public void A_pass_mark_that_is_missed_moves_the_place_down()
    {
        var dg = Computed.Trades.First(t => t.Trade.Value == "dg");

        Assert.Contains(dg.Entrants, e => e.Award is null && e.AwardReason!.ToString().Contains("理论 59.50", StringComparison.Ordinal));
        Assert.Contains(dg.Entrants, e => e.Award is not null && e.AwardReason!.ToString().Contains("递补", StringComparison.Ordinal));
    }

    [Fact]
    public void One_wide_spread_stays_open_and_one_is_confirmed()
    {
        Assert.Equal(
            ["D24：模块 A 极差 69.00（百分制）超过 10，须重评或由裁判长确认", "D14：模块 A 裁判由 5 人减为 4 人，不再去掉最高、最低分，须由裁判长确认"],
            Computed.Trades.First(t => t.Trade.Value == "hg").Open.Select(s => s.ToString()));
        Assert.Contains(Computed.Trades.First(t => t.Trade.Value == "dg").Entrants, e => e.Explanation.Any(x => x.ToString().Contains("裁判长确认：", StringComparison.Ordinal)));
        Assert.Empty(Computed.Trades.First(t => t.Trade.Value == "dg").Open);
    }

    [Fact]
    public void Written_out_and_computed_again_it_gives_the_same_page() =>
        Assert.Equal(ComputedPage.Of(Computed), ComputedPage.Of(Computation.Of(Examples.Read("yindubei-marked.json"))));

    private static ComputedCompetition Make()
    {
        var marked = YindubeiMarks.Of(Examples.Read("yindubei.json"));
        Examples.Holds("yindubei-marked.json", CompetitionFileWriter.Write(marked));
        return Computation.Of(Examples.Read("yindubei-marked.json"));
    }
}
