using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.Public;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using static Scoring.Core.Tests.Fold.PublicContest;

namespace Scoring.Core.Tests.Fold;

/// <summary>R-A3: the public version goes up by one with an entry that shows, and stays with one that does not.</summary>
public sealed class PublicChangesTests
{
    private static readonly TradeId _dg = Contest.TradeId;

    private static Entrant Of(Contest contest, int n) => contest.State.Entrant(Contest.E(n))!.Entrant;

    /// <summary>How far the public version went up with this entry.</summary>
    private static long Moved(Contest contest, LedgerEvent e)
    {
        var before = contest.Public().Version;
        return contest.Apply(e).Public().Version - before;
    }

    /// <summary>Names from the start: nothing is drawn, so nothing is to be decoded.</summary>
    private static Contest Named(int entrants = 3) =>
        new(Contest.Union() with { CodeLayers = 0, PublicView = Visibility.Named }, entrants, phase: Phase.Setup);

    [Theory]
    [InlineData(Visibility.Codes, Visibility.Codes)]
    [InlineData(Visibility.Hidden, Visibility.Hidden)]
    [InlineData(Visibility.Frozen, Visibility.Hidden)] // nothing was shown yet that could stay
    [InlineData(Visibility.Named, Visibility.Codes)]
    public void A_trade_newly_defined_shows_at_once(Visibility set, Visibility shown)
    {
        var trade = Contest.Union() with { Id = new("qg"), Name = "钳工", PublicView = set };
        var contest = new Contest().Apply(new TradeDefined(trade));
        var board = contest.State.Trades[new("qg")].Board(BoardAudience.Public);

        Assert.Equal((1, shown), (board.Version, board.View));
        Assert.Equal(shown == Visibility.Hidden && set == Visibility.Frozen ? null : contest.State.At, board.AsOf);
        Assert.Equal((new CompetitionId("ydb"), new TradeId("qg"), "钳工"), (board.Competition, board.Trade, board.TradeName));
        Assert.Equal(new("ydb"), contest.State.Trades[new("qg")].Board(BoardAudience.Officials).Competition);
    }

    [Fact]
    public void Hidden_says_when_it_was_hidden_and_frozen_when_it_was_last_seen_to_move()
    {
        var contest = Marked(Showing(Visibility.Codes));
        var seen = contest.Public().AsOf;
        Assert.Equal(contest.State.At, seen);
        contest.Apply(new VisibilityChanged(_dg, Visibility.Frozen));
        Assert.Equal(seen, contest.Public().AsOf);
        contest.Apply(new VisibilityChanged(_dg, Visibility.Hidden));
        Assert.Equal(contest.State.At, contest.Public().AsOf);
    }

    [Fact]
    public void A_board_hidden_after_a_freeze_shows_the_phase_of_its_own_day()
    {
        var contest = Marked(Showing(Visibility.Codes)).Apply(new VisibilityChanged(_dg, Visibility.Frozen));
        Assert.Equal(0, Moved(contest, new PhaseChanged(_dg, Phase.Review)));
        Assert.Equal(Phase.Scoring, contest.Public().Phase);
        Assert.Equal(1, Moved(contest, new VisibilityChanged(_dg, Visibility.Hidden)));
        Assert.Equal(Phase.Review, contest.Public().Phase);
        Assert.Equal(0, Moved(contest, new PhaseChanged(_dg, Phase.Scoring, "补评", "S1")));
        Assert.Equal(Phase.Review, contest.Public().Phase);
    }

    [Fact]
    public void A_row_that_goes_shows_if_it_had_a_code()
    {
        var contest = Marked(Showing(Visibility.Codes)).Apply(new EntrantsRegistered([new(new("E9"), "后补", new("org"), _dg)]));
        Assert.Equal(0, Moved(contest, new EntrantRemoved(new("E9"), "误报")));
        Assert.Equal(1, Moved(contest, new EntrantRemoved(Contest.E(1), "误报")));
        Assert.Equal(1, Moved(contest, new ImportUndone(1, [Contest.E(2), Contest.E(3)], [], [], [], "传错")));
        Assert.Equal(["A04"], contest.Public().Rows.Select(r => r.Code));

        var hidden = Marked(Showing(Visibility.Hidden));
        Assert.Equal(0, Moved(hidden, new EntrantRemoved(Contest.E(1), "误报")));
    }

    [Fact]
    public void Numbers_that_stand_for_codes_show_when_they_change_one_or_two_at_a_time()
    {
        var contest = new Contest(Contest.Union() with { CodeLayers = 0 }, entrants: 3, phase: Phase.Setup);
        Assert.Equal(1, Moved(contest, new EntrantsRegistered([Of(contest, 1) with { ExamNumber = "71" }])));
        Assert.Equal(1, Moved(contest, new EntrantsRegistered(
            [Of(contest, 2) with { ExamNumber = "72" }, Of(contest, 3) with { ExamNumber = "73" }])));
        Assert.Equal(["71", "72", "73"], contest.Public().Rows.Select(r => r.Code));
        Assert.Equal(0, Moved(contest, new EntrantsRegistered([Of(contest, 2) with { Grade = "技师" }])));
    }

    [Fact]
    public void Names_show_when_they_change_one_or_two_at_a_time_and_only_where_names_do()
    {
        var contest = Named();
        Assert.Equal(1, Moved(contest, new EntrantsRegistered([Of(contest, 1) with { Name = "甲" }])));
        Assert.Equal(1, Moved(contest, new EntrantsRegistered([Of(contest, 2) with { Name = "乙" }, Of(contest, 3) with { Name = "丙" }])));
        Assert.Equal(["甲", "乙", "丙"], contest.Public().Rows.Select(r => r.Name));
        Assert.Equal(1, Moved(contest, new EntrantSubstituted(Contest.E(3), new(new("E7"), "替补", new("org"), _dg), "伤病")));
        Assert.Equal(["甲", "乙", "替补"], contest.Public().Rows.Select(r => r.Name));
        Assert.Equal(0, Moved(contest, new EntrantsRegistered([Of(contest, 1) with { Grade = "技师" }])));

        var coded = Showing(Visibility.Codes);
        Assert.Equal(0, Moved(coded, new EntrantsRegistered([Of(coded, 1) with { Name = "甲" }])));
    }

    [Fact]
    public void Members_and_organizations_show_beside_names()
    {
        var contest = Named();
        Assert.Equal(1, Moved(contest, new EntrantsRegistered([Of(contest, 1) with { Members = ["甲", "乙"] }])));
        Assert.Equal(["甲", "乙"], contest.Public().Rows[0].Members!);
        Assert.Equal(0, Moved(contest, new EntrantsRegistered([Of(contest, 1) with { Members = ["甲", "乙"] }])));
        Assert.Equal(1, Moved(contest, new EntrantsRegistered([Of(contest, 1) with { Members = ["甲", "丙"] }])));
        Assert.Equal(["甲", "丙"], contest.Public().Rows[0].Members!);
        Assert.Equal(1, Moved(contest, new OrganizationDefined(new(new("org"), "河南利源集团", "利源"))));
        Assert.Equal("利源", contest.Public().Rows[0].ShortName);
        Assert.Equal(1, Moved(contest, new EntrantCorrected(
            Contest.E(1), Of(contest, 1) with { Members = ["甲", "丁"] }, "写错", "A1", "S1", [], [], [], [])));
        Assert.Equal(["甲", "丁"], contest.Public().Rows[0].Members!);
    }

    [Fact]
    public void What_goes_and_comes_back_in_one_entry_leaves_a_named_board_whole()
    {
        var contest = new Contest(Contest.Union(), entrants: 2).Theory(1, 80m).Sheet(1, 80m);
        contest.Apply(new Decoded(_dg, 1, "H1", "S1")).Apply(new PhaseChanged(_dg, Phase.Publicity));
        contest.Apply(new EntrantsRegistered([new(new("E9"), "后补", new("org"), _dg)])).Sheet(1, 85m); // E9 without a code
        Assert.Equal(3, contest.Trade.Standings().Rows.Count);

        contest.Apply(new ImportUndone(1, [new("E9")], [Of(contest, 1) with { Name = "原名" }], [], [], "传错"));
        Assert.Equal(["原名", "选手2"], contest.Public().Rows.Select(r => r.Name));
        Assert.Equal(2, contest.Trade.Standings().Rows.Count);
    }

    [Fact]
    public void The_contests_own_tags_show_where_awards_are_counted_by_them()
    {
        var union = Contest.Union();
        var contest = new Contest(union with { Awards = union.Awards with { CountBy = "级别" } }, entrants: 1).Theory(1, 80m).Sheet(1, 80m);
        contest.Apply(new Decoded(_dg, 1, "H1", "S1")).Apply(new PhaseChanged(_dg, Phase.Final));
        Assert.Null(contest.Public().Rows[0].Group);

        var tagged = new Competition(new("ydb"), "殷都杯", Tags: new Dictionary<string, string> { ["级别"] = "市级" });
        Assert.Equal(1, Moved(contest, new CompetitionDefined(tagged)));
        Assert.Equal(("市级", 0), (contest.Public().Rows[0].Group, contest.Public().Rows[0].Tier));
        Assert.Equal(0, Moved(contest, new CompetitionDefined(tagged with { Name = "第二届" })));
    }

    /// <summary>P of three aspects, equal totals decided by these; E1 and E2 are equal in all, E3 is below them.</summary>
    private static Contest Equals(params string[] chain)
    {
        var module = Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 40m), Contest.Points("b", 30m), Contest.Points("c", 30m));
        TieStep[] steps = [.. chain.Select(a => new TieStep(TieStepKind.Aspect, new("P"), new(a)))];
        var contest = new Contest(Contest.Union(module) with { TieChain = steps }, entrants: 3);
        foreach (var (n, theory) in new[] { (1, 80m), (2, 80m), (3, 70m) })
        {
            contest.Theory(n, theory).Sheet(n, 1, "P", ("a", 30m), ("b", 20m), ("c", 20m));
        }

        return contest;
    }

    private static SheetCorrected Mended(int n, decimal a, decimal b, decimal c) =>
        new(Contest.E(n), new("P"), Contest.J(1), Contest.Marks(("a", a), ("b", b), ("c", c)), "笔误", "J1", "H1");

    [Fact]
    public void An_aspect_that_decides_alone_shows_when_it_orders_equals()
    {
        var contest = Equals("a");
        Assert.Equal(1, Moved(contest, Mended(2, 31m, 19m, 20m)));
        Assert.Equal(["A02", "A01", "A03"], contest.Public().Rows.Select(r => r.Code));
        Assert.Equal(0, Moved(contest, Mended(3, 31m, 19m, 20m))); // nobody is equal to them
    }

    [Fact]
    public void A_later_step_that_is_not_reached_does_not_show()
    {
        var contest = Equals("a", "b");
        Assert.Equal(1, Moved(contest, Mended(2, 31m, 19m, 20m)));
        Assert.Equal(0, Moved(contest, Mended(2, 31m, 20m, 19m))); // a decides as before
        Assert.Equal(0, Moved(contest, Mended(1, 30m, 18m, 22m)));
        Assert.Equal(["A02", "A01", "A03"], contest.Public().Rows.Select(r => r.Code));
    }

    [Fact]
    public void A_public_row_says_why_only_where_the_total_does_not()
    {
        var contest = new Contest(entrants: 3);
        foreach (var (n, theory, practical) in new[] { (1, 80m, 80m), (2, 66m, 86m), (3, 50m, 50m) }) // 80, 80 and 50
        {
            contest.Theory(n, theory).Sheet(n, practical);
        }

        string[] rows = [.. contest.Public().Rows.Select(r => $"{r.Code} {r.Why}")];
        Assert.Equal(["A02 ", "A01 总分同为 80.00，实操 86.00 高于 80.00", "A03 "], rows);
        Assert.Equal("总分低于第 2 名 30.00", contest.Trade.Board(BoardAudience.Officials).Rows[2].Why);
        contest.Apply(new TradeDefined(contest.Trade.Definition with { PublicityTotals = false }))
            .Apply(new PhaseChanged(_dg, Phase.Publicity));
        Assert.All(contest.Public().Rows, r => Assert.Null(r.Why));
    }

    /// <summary>E1 and E2 of room A, with codes; E3 and E4 of room B, registered after the draw. Q is marked against the own room, P
    /// levelled.</summary>
    [Fact]
    public void Why_rows_may_move_is_told_to_the_public_of_rows_with_a_code_only()
    {
        PanelGroup[] rooms = [new("A", "一考场"), new("B", "二考场")];
        var field = new FieldAspect(new("t"), "用时", 20m, "秒", FieldRule.Place, MetricDirection.Lower, Field: FieldScope.Group);
        var contest = new Contest(
            Contest.Only(
                Contest.Module("Q", MarkingMethod.Panel, field) with { Panel = new(Groups: rooms) },
                Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 80m)) with { Panel = new(Groups: rooms, Levelling: new()) }),
            entrants: 2, judges: 0);
        contest.Apply(new JudgesAppointed([.. new[] { "A", "B" }.Index().Select(g => new Judge(Contest.J(g.Index + 1), "裁判",
            [new(Role.Judge, _dg, new("P"), g.Index + 1, g.Item), new(Role.Judge, _dg, new("Q"), g.Index + 1, g.Item)]))]));
        contest.Apply(new EntrantsRegistered([.. new[] { 1, 2, 3, 4 }.Select(n =>
            new Entrant(Contest.E(n), $"选手{n}", new("org"), _dg, Group: n <= 2 ? "A" : "B"))]));
        contest.Sheet(1, 1, "Q", ("t", 50m)).Sheet(2, 1, "Q", ("t", 60m)).Sheet(3, 2, "Q", ("t", 55m));
        contest.Sheet(1, 1, "P", ("a", 70m)).Sheet(2, 1, "P", ("a", 60m)).Sheet(3, 2, "P", ("a", 50m));

        const string Levels = "暂定：各组成绩没有到齐，拉平后还会变";
        Assert.Equal(Levels, contest.Public().MayMove);
        Assert.Equal(
            $"{Levels}；暂定：还有选手没有成绩，按全场计分的得分还会变", contest.Trade.Board(BoardAudience.Officials).MayMove);
        Assert.Equal([true, true], contest.Public().Rows.Select(r => r.Provisional));
        contest.Status(4, EntrantStatus.Absent);
        Assert.Equal((null, null), (contest.Public().MayMove, contest.Trade.Board(BoardAudience.Officials).MayMove));
    }
}
