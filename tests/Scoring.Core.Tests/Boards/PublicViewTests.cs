using System.Text;
using System.Text.Json;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Boards;

/// <summary>R-A3: a hidden change must not alter one byte of what the public gets.</summary>
public sealed class PublicViewTests
{
    private static string Bytes(Board board) => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(board, ScoringJson.Options));

    private static string Bytes(Contest contest) => Bytes(contest.Public());

    private static Contest Of(Visibility visibility, params Module[] practical) => new(Contest.Union(practical) with { PublicView = visibility }, entrants: 4, judges: 3);

    private static Module Panel => Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 60m), Contest.Points("b", 40m));

    private static Contest Marked(Contest contest)
    {
        foreach (var n in new[] { 1, 2, 3 })
        {
            contest.Theory(n, 80m + n).Sheet(n, 90m - n);
        }

        return contest;
    }

    private static void Decode(Contest contest) => contest
        .Apply(new PhaseChanged(Contest.TradeId, Phase.Review))
        .Apply(new CodedResultsSubmitted(Contest.TradeId, "H1"))
        .Apply(new Decoded(Contest.TradeId, 1, "H1", "S1"));

    [Fact]
    public void A_hidden_board_is_a_frame_that_nothing_moves()
    {
        var contest = Of(Visibility.Hidden);
        var before = Bytes(contest);

        Marked(contest).Status(4, EntrantStatus.Absent).Violation(1, 1, "P", ViolationOutcome.Deduction, 5m);
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Review));

        Assert.Equal(before, Bytes(contest));
        Assert.Equal((Visibility.Hidden, 0, 0), (contest.Public().View, contest.Public().Complete, contest.Public().Expected));
        Assert.Empty(contest.Public().Rows);
    }

    [Fact]
    public void Codes_show_codes_and_figures_but_never_a_name_an_organization_or_an_id()
    {
        var board = Bytes(Marked(Of(Visibility.Codes)));

        Assert.Contains("\"code\":\"A01\"", board, StringComparison.Ordinal);
        Assert.DoesNotContain("选手", board, StringComparison.Ordinal);
        Assert.DoesNotContain("河南利源集团", board, StringComparison.Ordinal);
        Assert.DoesNotContain("\"E1\"", board, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_that_does_not_complete_its_module_moves_nothing()
    {
        var contest = Of(Visibility.Codes, Panel);
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
        var contest = Of(Visibility.Codes, Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 60m), Contest.Points("b", 40m)));
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
    public void Frozen_keeps_the_moment_of_the_freeze_whatever_happens()
    {
        var contest = Marked(Of(Visibility.Codes));
        var live = contest.Public();
        contest.Apply(new VisibilityChanged(Contest.TradeId, Visibility.Frozen));
        var frozen = Bytes(contest);

        Assert.Equal(Visibility.Frozen, contest.Public().View);
        Assert.Equal(live.AsOf, contest.Public().AsOf);
        Assert.Equal(live.Rows, contest.Public().Rows);

        contest.Theory(4, 99m).Sheet(4, 99m).Status(1, EntrantStatus.Disqualified);
        contest.Apply(new TradeDefined(contest.Trade.Definition with { Name = "电工（改）" }));
        Decode(contest);
        Assert.Equal(frozen, Bytes(contest));

        contest.Apply(new VisibilityChanged(Contest.TradeId, Visibility.Codes));
        Assert.Equal("A04", contest.Public().Rows[0].Code);
        Assert.True(contest.Public().Version > live.Version);
    }

    [Fact]
    public void A_definition_changes_what_is_seen_until_somebody_sets_it()
    {
        var contest = Marked(Of(Visibility.Codes));
        contest.Apply(new TradeDefined(contest.Trade.Definition with { PublicView = Visibility.Hidden }));
        Assert.Equal(Visibility.Hidden, contest.Public().View);

        contest.Apply(new VisibilityChanged(Contest.TradeId, Visibility.Codes));
        contest.Apply(new TradeDefined(contest.Trade.Definition with { PublicView = Visibility.Frozen }));
        Assert.Equal(Visibility.Codes, contest.Public().View);
    }

    [Fact]
    public void Frozen_from_hidden_stays_hidden()
    {
        var contest = Marked(Of(Visibility.Hidden));
        contest.Apply(new VisibilityChanged(Contest.TradeId, Visibility.Frozen));

        Assert.Equal(Visibility.Hidden, contest.Public().View);
        Assert.Empty(contest.Public().Rows);
    }

    [Fact]
    public void Names_come_with_the_phase_and_tiers_with_the_last_one()
    {
        var contest = Marked(Of(Visibility.Codes));
        Decode(contest);
        Assert.Null(contest.Public().Rows[0].Name);

        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Publicity));
        var publicity = contest.Public();
        Assert.Equal((Visibility.Named, false), (publicity.View, publicity.Final));
        Assert.Equal(("选手1", "河南利源集团"), (publicity.Rows[0].Name, publicity.Rows[0].Organization));
        Assert.Empty(publicity.Tiers);

        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Final));
        var final = contest.Public();
        Assert.True(final.Final);
        Assert.Equal("一等奖", final.Tiers[final.Rows[0].Tier!.Value]);
        Assert.Null(final.Rows[1].Tier);
    }

    [Fact]
    public void Never_named_before_it_is_decoded()
    {
        var contest = Marked(Of(Visibility.Named));

        Assert.Equal(Visibility.Codes, contest.Public().View);
        Assert.All(contest.Public().Rows, row => Assert.Null(row.Name));
    }

    [Fact]
    public void Publicity_that_lasts_until_the_ceremony_names_nobody()
    {
        var contest = Marked(new Contest(Contest.Union() with { PublicityDays = 0 }, entrants: 4));
        Decode(contest);

        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Publicity));
        Assert.Equal(Visibility.Codes, contest.Public().View);

        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Final));
        Assert.Equal(Visibility.Named, contest.Public().View);
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
    public void A_mended_name_shows_only_where_names_do()
    {
        var contest = Marked(Of(Visibility.Codes));
        var before = Bytes(contest);

        contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(1))!.Entrant with { Name = "艾力·买买提" }]));
        contest.Apply(new OrganizationDefined(new(new("org"), "河南利源新能源")));
        Assert.Equal(before, Bytes(contest));

        Decode(contest);
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Publicity));
        contest.Apply(new OrganizationDefined(new(new("org"), "河南利源集团有限公司")));
        Assert.Equal(("艾力·买买提", "河南利源集团有限公司"), (contest.Public().Rows[0].Name, contest.Public().Rows[0].Organization));
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
        var (bare, full) = (Of(Visibility.Codes, Panel), Of(Visibility.Codes, Panel));
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
