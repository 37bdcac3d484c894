using Scoring.Core.Definition;
using Scoring.Core.Effects;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Effects;

/// <summary>What an entry would do to numbers of prizes, to who goes on and to single prizes (R-D2, R-E3, R-K11, R-K12), worked by
/// hand.</summary>
public sealed class WhatIfEdgesTests
{
    private static Contest Of(AwardScheme awards, AdvanceRule? advance = null, int entrants = 4)
    {
        var contest = new Contest(Contest.Union() with { Awards = awards, Advance = advance }, entrants);
        for (var n = 1; n <= entrants; n++)
        {
            contest.Theory(n, 100 - n).Sheet(n, 100 - n);
        }

        return contest;
    }

    private static StatusChanged Out(int n, EntrantStatus status = EntrantStatus.Withdrawn) => new(Contest.E(n), status, "伤病");

    [Fact]
    public void Numbers_of_prizes_that_differ_are_told_and_the_others_not()
    {
        var contest = Of(new([new("一等奖", 1), new("二等奖", Percent: 50m), new("三等奖", Percent: 25m)]));

        Assert.Equal([("二等奖", 2, 1), ("三等奖", 1, 0)], WhatIf.Quotas(contest.State, Contest.TradeId, new EntrantsRegistered(
            [contest.State.Entrant(Contest.E(1))!.Entrant with { Counts = Counting.Guest },
                contest.State.Entrant(Contest.E(2))!.Entrant with
            {
                Counts = Counting.Guest,
            }, contest.State.Entrant(Contest.E(3))!.Entrant with { Counts = Counting.Guest }])));
        Assert.Empty(WhatIf.Quotas(contest.State, Contest.TradeId, Out(1, EntrantStatus.Disqualified))); // who was disqualified did start
        Assert.Equal(4, contest.Trade.Awards().Started);
    }

    [Fact]
    public void A_prize_that_comes_or_goes_with_few_entrants_is_told_from_or_to_none()
    {
        var contest = Of(new([new("一等奖", 1), new("二等奖", 2)], Few: [new(4, [new("一等奖", 1), new("优秀奖", 1)])]));

        Assert.Equal([("二等奖", 2, 0), ("优秀奖", 0, 1)], WhatIf.Quotas(contest.State, Contest.TradeId, Out(4)));
        Assert.Empty(WhatIf.Quotas(contest.State, new("none"), Out(4)));
    }

    [Fact]
    public void Who_would_go_on_is_told_without_a_change()
    {
        var contest = Of(new([]), new("省赛", 2));

        Assert.Equal([Contest.E(2), Contest.E(3)], WhatIf.Advance(contest.State, Contest.TradeId, Out(1))!.Entrants);
        Assert.Equal([Contest.E(1), Contest.E(2)], contest.Trade.Advance()!.Entrants);
        Assert.Null(WhatIf.Advance(Of(new([])).State, Contest.TradeId, Out(1)));
        Assert.Null(WhatIf.Advance(contest.State, new("none"), Out(1)));
    }

    [Fact]
    public void An_entry_that_takes_the_trade_away_or_is_of_none_has_no_effect_to_show()
    {
        var contest = Of(new([new("一等奖", 1)]));

        Assert.Null(WhatIf.Effect(contest.State, new("none"), Out(1)));
        Assert.Null(WhatIf.Effect(contest.State, Contest.TradeId, new TradeRemoved(Contest.TradeId)));
    }

    [Fact]
    public void A_single_prize_that_moves_is_told_and_alone_is_not_nothing()
    {
        var contest = Of(new([], Singles: [new("工艺奖", 1, new("P"))]));
        var effect = WhatIf.Effect(contest.State, Contest.TradeId, new SheetCorrected(
            Contest.E(2), new("P"), Contest.J(1), Contest.Marks(("a", 99.5m)), "笔误", "J1", "S1"))!;

        Assert.Equal([(Contest.E(1), "工艺奖", false), (Contest.E(2), "工艺奖", true)],
            effect.Singles.Select(s => (s.Entrant, s.Prize, s.Gained)));
        Assert.Equal(["不再获得工艺奖", "获得工艺奖"], effect.Singles.Select(s => s.Words.ToString()));
        Assert.False((effect with { Entrants = [], Certificates = [], Honours = [] }).None);
        Assert.Contains("单项奖变动 2 项", effect.Words.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Teams_that_move_and_their_certificates_are_counted_in_the_sentence()
    {
        var effect = WhatIf.Effect(Of(new([new("一等奖", 1)])).State, Contest.TradeId, Out(1))!;

        Assert.Same(effect, effect.With([], ["X-1"])); // no team moves: nothing to say
        var one = effect.With([new("团体", null, "一队", $"总分变了")], []);
        Assert.EndsWith("；团体变动 1 项", one.Words.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("；团体变动 1 项；作废团体证书 2 张", effect.With(one.Teams, ["X-1", "X-2"]).Words.ToString(), StringComparison.Ordinal);
        Assert.Equal(["X-1", "X-2"], effect.With(one.Teams, ["X-1", "X-2"]).TeamCertificates);
    }
}
