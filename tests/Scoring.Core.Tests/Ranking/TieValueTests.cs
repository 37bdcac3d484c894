using Scoring.Core.Definition;
using Scoring.Core.Ranking;

namespace Scoring.Core.Tests.Ranking;

/// <summary>R-C1, R-J8: what one step compares of one entrant, and its name.</summary>
public sealed class TieValueTests
{
    [Fact]
    public void Under_a_panel_an_aspect_goes_by_the_panels_method_and_faults_by_the_mean_count()
    {
        var trade = Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 90m), new FaultsAspect(new("f"), "失误", 10m, 1m))) with
        {
            TieChain = [new(TieStepKind.Aspect, new("P"), new("a")), new(TieStepKind.FewestFaults)],
        };
        var contest = new Contest(trade, entrants: 1, judges: 5);
        foreach (var (judge, a, faults) in new[] { (1, 50m, 0m), (2, 80m, 1m), (3, 81m, 1m), (4, 84m, 2m), (5, 90m, 3m) })
        {
            contest.Sheet(1, judge, "P", ("a", a), ("f", faults));
        }

        Assert.Equal(81.67m, TieValue.Of(trade.TieChain![0], trade, contest.Result(1))); // 80, 81, 84
        Assert.Equal(1.4m, TieValue.Of(trade.TieChain[1], trade, contest.Result(1))); // 7 ÷ 5
    }

    [Fact]
    public void Faults_of_all_aspects_and_modules_add_up_and_dropped_sheets_count()
    {
        var trade = Contest.Only(
            Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 40m), new FaultsAspect(new("f"), "失误", 10m, 0m), new FaultsAspect(new("g"), "失误", 10m, 0m)),
            Contest.Module("Q", MarkingMethod.Judge, Contest.Points("a", 30m)),
            Contest.Module("R", MarkingMethod.Judge, new FaultsAspect(new("h"), "失误", 10m, 0m)));
        var contest = new Contest(trade, entrants: 1, judges: 5).Sheet(1, 30m, module: "Q").Sheet(1, 1, "R", ("h", 2m));
        Assert.Null(TieValue.Of(new(TieStepKind.FewestFaults), trade, contest.Result(1)));
        foreach (var judge in Enumerable.Range(1, 5))
        {
            contest.Sheet(1, judge, "P", ("a", 30m + judge), ("f", judge), ("g", 1m));
        }

        Assert.Equal(6m, TieValue.Of(new(TieStepKind.FewestFaults), trade, contest.Result(1))); // (2 + 3 + 4 + 5 + 6) ÷ 5 + 2
    }

    [Fact]
    public void A_judgement_aspect_goes_by_its_combined_mark()
    {
        var trade = Contest.Only(Contest.Module(
            "P", MarkingMethod.Panel, new JudgementAspect(new("j"), "外观", 50m, ["差", "达标", "良", "优"]), new JudgementAspect(new("k"), "整洁", 50m, ["差", "达标", "良", "优"])));
        var contest = new Contest(trade, entrants: 1, judges: 3);
        foreach (var (judge, j, k) in new[] { (1, 1m, 3m), (2, 2m, 3m), (3, 2m, 3m) })
        {
            contest.Sheet(1, judge, "P", ("j", j), ("k", k));
        }

        Assert.Equal([27.78m, 50m], new[] { "j", "k" }.Select(a => TieValue.Of(new(TieStepKind.Aspect, new("P"), new(a)), trade, contest.Result(1))!.Value)); // 50 × 5 ÷ 9
    }

    [Fact]
    public void Steps_are_called_as_the_trade_calls_them()
    {
        var trade = Contest.Union();
        var bare = trade with { Components = [] };
        var named = trade with { Components = [.. trade.Components.Select(c => c with { Name = c.Name + "部分" })] };

        Assert.Equal(["理论部分", "实操部分"], new[] { TieStepKind.Theory, TieStepKind.Practical }.Select(k => TieValue.Name(new(k), named)).Select(s => s.ToString()));
        Assert.Equal(["理论", "实操", "模块 X"], new TieStep[] { new(TieStepKind.Theory), new(TieStepKind.Practical), new(TieStepKind.Module, new("X")) }.Select(s => TieValue.Name(s, bare)).Select(s => s.ToString()));
    }

    [Fact]
    public void A_result_from_a_definition_with_other_parts_has_values_for_those_it_shares()
    {
        var trade = Contest.Union();
        var result = new Contest(trade, entrants: 1).Theory(1, 80m).Sheet(1, 90m).Result(1);

        Assert.Equal(80m, TieValue.Of(new(TieStepKind.Theory), trade with { Components = [trade.Components[0]] }, result));
        Assert.Null(TieValue.Of(new(TieStepKind.Practical), trade with { Components = [trade.Components[0]] }, result));
        Assert.Null(TieValue.Of(new(TieStepKind.Practical), trade, result with { Components = [result.Components[0]] }));
    }

    [Fact]
    public void Steps_without_a_value_have_none()
    {
        var trade = Contest.Union();
        var result = new Contest(trade, entrants: 1).Result(1);

        Assert.All(Enum.GetValues<TieStepKind>(), kind => Assert.Null(TieValue.Of(new(kind, new("P"), new("a")), trade, result)));
        Assert.Null(TieValue.Of(new(TieStepKind.Module), trade, result));
        Assert.Null(TieValue.Of(new(TieStepKind.Aspect, new("P"), new("none")), trade, new Contest(trade, entrants: 1).Sheet(1, 5m).Result(1)));
    }
}
