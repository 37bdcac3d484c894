using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Panels;

namespace Scoring.Core.Tests.Panels;

/// <summary>R-G2: aspects judged 0 to 3, combined aspect by aspect.</summary>
public sealed class JudgementTests
{
    [Fact]
    public void Judgement_alone_is_never_trimmed_away()
    {
        var trade = Contest.Only(Contest.Module("P", MarkingMethod.Panel, new JudgementAspect(new("a"), "外观", 100m, ["差", "达标", "良", "优"])) with { Panel = new(PanelMethod.Trimmed) });
        var contest = new Contest(trade, entrants: 1, judges: 2).Sheet(1, 2m, 1).Sheet(1, 3m, 2);

        Assert.Equal(83.33m, contest.Module(1).Figure); // 100 × 5 ÷ 6
        Assert.Null(contest.Apply(new SheetCorrected(Contest.E(1), new("P"), Contest.J(1), Contest.Marks(("a", 1m)), "笔误", "J1", "H1")).Module(1).Panel);
    }

    [Fact]
    public void Judgement_is_combined_aspect_by_aspect_beside_measured_points()
    {
        var trade = Contest.Only(Contest.Module(
            "P", MarkingMethod.Panel, new JudgementAspect(new("j"), "外观", 10m, ["差", "达标", "良", "优"]), Contest.Points("a", 90m)));
        var contest = new Contest(trade, entrants: 1, judges: 3);
        foreach (var (judge, score, points) in new[] { (1, 1m, 80m), (2, 2m, 81m), (3, 2m, 82m) })
        {
            contest.Sheet(1, judge, "P", ("j", score), ("a", points));
        }

        Assert.Equal(5.56m, Assert.Single(contest.Module(1).Judgements!).Mark); // 10 × 5 ÷ 9
        Assert.Equal(86.56m, contest.Module(1).Figure);
        Assert.Equal(2m * 100 / 90, contest.Module(1).Spread);
        Assert.Equal(0.00m, Judgement.Mark(10m, []));
    }

    [Fact]
    public void A_judgement_spread_above_one_leaves_the_module_incomplete()
    {
        var contest = new Contest(
            Contest.Only(Contest.Module("P", MarkingMethod.Panel, new JudgementAspect(new("a"), "外观", 100m, ["差", "达标", "良", "优"]))), entrants: 1, judges: 3)
            .Sheet(1, 1m, 1).Sheet(1, 2m, 2).Sheet(1, 3m, 3);

        Assert.Equal(["a 待合议：裁判评分相差超过 1，须各自重评"], contest.Module(1).Missing.Select(s => s.ToString()));
        Assert.Null(contest.Module(1).Figure);
        Assert.Equal(55.56m, contest.Sheet(1, 2m, 3).Module(1).Figure);
        Assert.Null(contest.Module(1).Spread);
    }
}
