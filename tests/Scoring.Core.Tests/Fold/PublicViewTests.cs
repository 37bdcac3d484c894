using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.Public;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using static Scoring.Core.Tests.Fold.PublicContest;

namespace Scoring.Core.Tests.Fold;

/// <summary>R-A3: a hidden change must not alter one byte of what the public gets.</summary>
public sealed class PublicViewTests
{
    private static Module Panel => Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 60m), Contest.Points("b", 40m));

    [Fact]
    public void A_hidden_board_is_a_frame_that_nothing_moves()
    {
        var contest = Showing(Visibility.Hidden);
        var before = Bytes(contest);

        Marked(contest).Status(4, EntrantStatus.Absent).Violation(1, 1, "P", ViolationOutcome.Deduction, 5m);
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Review));

        Assert.Equal(before, Bytes(contest));
        Assert.Equal((Visibility.Hidden, 0, 0), (contest.Public().View, contest.Public().Complete, contest.Public().Expected));
        Assert.Empty(contest.Public().Rows);
    }

    [Fact]
    public void A_row_says_its_group_once_awards_show_and_only_where_they_are_counted_by_it()
    {
        static IEnumerable<string?> Groups(string? kind, Phase phase, bool decoded = true)
        {
            var union = Contest.Union();
            var contest = new Contest(union with { Awards = union.Awards with { CountBy = kind } }, entrants: 2);
            contest.Theory(1, 80m).Sheet(1, 80m).Theory(2, 70m).Sheet(2, 70m).Apply(new EntrantsRegistered(
                [contest.State.Entrant(Contest.E(1))!.Entrant with { Tags = new Dictionary<string, string> { ["组别"] = "学生组", ["民族"] = "汉" } }]));
            if (decoded)
            {
                contest.Apply(new Decoded(Contest.TradeId, 1, "a", "b"));
            }

            return contest.Apply(new PhaseChanged(Contest.TradeId, phase)).Public().Rows.Select(r => r.Group);
        }

        Assert.Equal(["学生组", null], Groups("组别", Phase.Final));
        Assert.Equal([null, null], Groups(null, Phase.Final)); // no other tag ever leaves
        Assert.All(Groups("组别", Phase.Publicity), Assert.Null);
        Assert.All(Groups("组别", Phase.Scoring, decoded: false), Assert.Null);
    }

    [Fact]
    public void A_sheet_that_does_not_complete_its_module_moves_nothing()
    {
        var contest = Showing(Visibility.Codes, Panel);
        contest.Theory(1, 80m);
        var before = Bytes(contest);

        contest.Sheet(1, 1, "P", ("a", 50m), ("b", 30m)).Sheet(1, 2, "P", ("a", 50m), ("b", 30m));
        Assert.Equal(before, Bytes(contest));

        contest.Sheet(1, 3, "P", ("a", 50m), ("b", 30m));
        Assert.NotEqual(before, Bytes(contest));
        Assert.Equal(contest.State.At, contest.Public().AsOf);
    }

    [Fact]
    public void An_aspect_that_changes_no_figure_moves_nothing()
    {
        var contest = Showing(Visibility.Codes, Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 60m), Contest.Points("b", 40m)));
        contest.Theory(1, 80m).Sheet(1, 1, "P", ("a", 50m), ("b", 30m));
        var before = Bytes(contest);

        contest.Apply(new SheetCorrected(Contest.E(1), new("P"), Contest.J(1), Contest.Marks(("a", 49m), ("b", 31m)), "笔误", "J1", "H1"));
        contest.Apply(new ModuleSigned(Contest.TradeId, new("P"), Role.HeadJudge, "H1"));

        Assert.Equal(before, Bytes(contest));
    }

    [Fact]
    public void An_aspect_of_the_tie_chain_shows_only_where_it_decides()
    {
        var trade = Contest.Union(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 60m), Contest.Points("b", 40m))) with
        {
            TieChain = [new(TieStepKind.Practical), new(TieStepKind.Aspect, new("P"), new("a"))],
        };
        var contest = new Contest(trade, entrants: 3);
        foreach (var (n, practical) in new[] { (1, 30m), (2, 30m), (3, 20m) })
        {
            contest.Theory(n, 80m).Sheet(n, 1, "P", ("a", 50m), ("b", practical));
        }

        var before = Bytes(contest);
        contest.Apply(new SheetCorrected(Contest.E(3), new("P"), Contest.J(1), Contest.Marks(("a", 49m), ("b", 21m)), "笔误", "J1", "H1"));
        Assert.Equal(before, Bytes(contest));

        contest.Apply(new SheetCorrected(Contest.E(1), new("P"), Contest.J(1), Contest.Marks(("a", 49m), ("b", 31m)), "笔误", "J1", "H1"));
        Assert.NotEqual(before, Bytes(contest));
        Assert.Equal(["A02", "A01", "A03"], contest.Public().Rows.Select(r => r.Code));
    }

    [Fact]
    public void A_publicity_list_without_totals_moves_only_with_a_rank()
    {
        var contest = Marked(new Contest(Contest.Union() with { PublicityTotals = false }, entrants: 4));
        Decode(contest);
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Publicity));
        var before = Bytes(contest);
        Assert.All(contest.Public().Rows, row => Assert.Equal((null, null), (row.Total, row.Why)));

        contest.Apply(new ModuleMarkCorrected(Contest.E(1), new("T"), 82m, "录入有误", "K1", "H1"));
        Assert.Equal(before, Bytes(contest));

        contest.Apply(new ModuleMarkCorrected(Contest.E(1), new("T"), 50m, "录入有误", "K1", "H1"));
        Assert.NotEqual(before, Bytes(contest));
        Assert.Equal("A01", contest.Public().Rows[2].Code);
    }

    [Fact]
    public void Before_the_draw_nobody_has_a_row()
    {
        var contest = new Contest(entrants: 3, phase: Phase.Setup);
        var before = Bytes(contest);

        contest.Apply(new EntrantsRegistered([new Entrant(Contest.E(9), "选手9", new("org"), Contest.TradeId)]));

        Assert.Empty(contest.Public().Rows);
        Assert.Equal(before, Bytes(contest));
    }

    /// <summary>The same public facts at the same times, once alone and once among hidden ones: other trades, half panels, whatever follows a freeze.</summary>
    [Fact]
    public void Histories_that_differ_in_hidden_facts_only_give_the_same_bytes()
    {
        var (bare, full) = (Showing(Visibility.Codes, Panel), Showing(Visibility.Codes, Panel));
        var second = Contest.Union() with { Id = new("qg"), Name = "钳工", PublicView = Visibility.Hidden };
        foreach (var contest in new[] { bare, full })
        {
            contest.Apply(new TradeDefined(second)).Apply(new EntrantsRegistered([new Entrant(new("Q1"), "钳工1", new("org"), new("qg"))]));
        }

        for (var i = 0; i < 7; i++)
        {
            full.Apply(new ModuleMarkEntered(new("Q1"), new("T"), "K1", 50m + i));
        }

        full.Sheet(2, 1, "P", ("a", 50m), ("b", 30m));
        Both(new ModuleMarkEntered(Contest.E(1), new("T"), "K1", 88m));
        full.Apply(new StatusChanged(new("Q1"), EntrantStatus.Absent, "未到"));
        Both(new ModuleMarkEntered(Contest.E(2), new("T"), "K1", 87m));
        Both(new VisibilityChanged(Contest.TradeId, Visibility.Frozen));
        full.Sheet(2, 2, "P", ("a", 50m), ("b", 30m)).Sheet(2, 3, "P", ("a", 50m), ("b", 30m)).Theory(3, 90m);

        Assert.NotEqual(bare.Sequence, full.Sequence);
        Assert.Equal(Bytes(bare), Bytes(full));
        Assert.Equal(Bytes(bare.State.Trades[new("qg")].Board(BoardAudience.Public)), Bytes(full.State.Trades[new("qg")].Board(BoardAudience.Public)));

        void Both(LedgerEvent e)
        {
            var at = Contest.Start.AddHours(1).AddSeconds(bare.Sequence);
            bare.State.Apply(bare.Sequence + 1, at, "system", e);
            full.State.Apply(full.Sequence + 1, at, "system", e);
            Assert.Equal(Bytes(bare), Bytes(full));
        }
    }
}
