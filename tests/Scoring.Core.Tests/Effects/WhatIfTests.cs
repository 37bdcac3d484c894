using Scoring.Core.Definition;
using Scoring.Core.Effects;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Effects;

/// <summary>R-D2: the copy an entry is tried on holds everything that ranks, awards and certificates follow from.</summary>
public sealed class WhatIfTests
{
    // E1 and E2 equal on every step for one first prize; E3 and E4 equal below them; a panel with a recused judge; a deduction.
    private static Contest Rich()
    {
        var trade = Contest.Union(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m))) with
        {
            Ties = TiePolicy.Decide, Awards = new([new("一等奖", 1), new("二等奖", 1)], BoundaryPolicy.Decide), TieChain = [new(TieStepKind.Practical)],
        };
        var contest = new Contest(trade, entrants: 5, judges: 2);
        contest.Apply(new JudgesAppointed([contest.State.Judges[Contest.J(2)] with { RecusedFrom = [Contest.E(4)] }]));
        foreach (var (n, mark) in new[] { (1, 90m), (2, 90m), (3, 80m) })
        {
            contest.Theory(n, mark).Sheet(n, mark, 1).Sheet(n, mark, 2);
        }

        return contest.Theory(4, 80m).Sheet(4, 85m, 1).Violation(1, 4, "P", ViolationOutcome.Deduction, 5m)
            .Apply(new PhaseChanged(Contest.TradeId, Phase.Review))
            .Apply(new TieDecided(Contest.TradeId, [Contest.E(4), Contest.E(3)], "加赛"))
            .Apply(new BoundaryDecided(Contest.TradeId, "一等奖", [Contest.E(2)], "加赛", [Contest.E(1), Contest.E(2)]));
    }

    [Fact]
    public void An_entry_that_changes_no_result_changes_nothing()
    {
        var contest = Rich();
        Assert.Equal("E1:1 E2:1 E4:3 E3:4 E5:-", contest.Order());

        Assert.True(WhatIf.Effect(contest.State, Contest.TradeId, new VisibilityChanged(Contest.TradeId, Visibility.Hidden))!.None);
        Assert.True(WhatIf.Effect(contest.State, Contest.TradeId, new ViolationRecorded(2, Contest.E(5), null, "李", "现场裁判", "提醒", ViolationOutcome.Warning))!.None);
        Assert.True(WhatIf.Effect(contest.State, Contest.TradeId, new TradeDefined(contest.Trade.Definition))!.None);
    }

    [Fact]
    public void A_violation_withdrawn_undoes_its_deduction_and_moves_the_equals_apart()
    {
        var effect = WhatIf.Effect(Rich().State, Contest.TradeId, new ViolationWithdrawn(1, Contest.E(4), "不成立"))!;

        Assert.Equal("总分 80.00 → 83.50", Assert.Single(effect.Entrants).Words.ToString());
    }

    [Fact]
    public void A_judge_who_may_mark_again_leaves_the_entrant_incomplete()
    {
        var contest = Rich();
        var effect = WhatIf.Effect(contest.State, Contest.TradeId, new JudgesAppointed([contest.State.Judges[Contest.J(2)] with { RecusedFrom = null }]))!;

        Assert.Contains(effect.Entrants, e => e.Entrant == Contest.E(4) && e.TotalAfter is null);
        Assert.Equal("E1:1 E2:1 E4:3 E3:4 E5:-", contest.Order());
    }

    [Fact]
    public void Certificates_that_hold_are_named_and_revoked_ones_are_not()
    {
        static IssuedCertificate Of(int n, string number) => new(Contest.E(n), new(number, "荣誉证书", $"选手{n}", null, "电工", "一等奖", "殷都杯", ["工会"], new(2026, 4, 23)), "qr");
        var contest = Rich().Apply(new CertificatesIssued(Contest.TradeId, [Of(2, "N-1"), Of(2, "N-2")])).Apply(new CertificateRevoked(Contest.TradeId, "N-1", "写错"));

        var effect = WhatIf.Effect(contest.State, Contest.TradeId, new StatusChanged(Contest.E(2), EntrantStatus.Disqualified, "作弊"))!;

        Assert.Equal("证书 N-2 作废", Assert.Single(effect.Certificates, c => c.Entrant == Contest.E(2)).Words.ToString());
    }

    [Fact]
    public void Status_marks_and_times_come_along()
    {
        var contest = Rich().Status(5, EntrantStatus.Absent).Time(1, 60);
        var effect = WhatIf.Effect(contest.State, Contest.TradeId, new StatusChanged(Contest.E(1), EntrantStatus.Disqualified, "作弊"))!;

        Assert.Equal("总分 90.00 → 没有总分；第 1 名 → 不计名次；二等奖 → 无奖项", effect.Entrants.Single(e => e.Entrant == Contest.E(1)).Words.ToString());
    }
}
