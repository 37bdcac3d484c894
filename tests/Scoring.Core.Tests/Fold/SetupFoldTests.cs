using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.Public;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>Trades, organizations, entrants and judges come, change and go (R-A1, R-A3, R-I3).</summary>
public sealed class SetupFoldTests
{
    private static readonly TradeId Dg = Contest.TradeId;
    private static readonly TradeId Qg = new("qg");

    private static Trade Other => Contest.Union() with { Id = Qg, Name = "钳工", Code = "QG" };

    private static Contest Two() => new Contest(entrants: 3).Theory(1, 90m).Sheet(1, 90m).Theory(2, 80m).Sheet(2, 80m);

    [Fact]
    public void A_trade_removed_leaves_its_entrants_waiting_until_it_is_defined_again()
    {
        var contest = Two().Apply(new TradeDefined(Other)).Apply(new TradeRemoved(new("x"))).Apply(new TradeRemoved(Dg));
        Assert.Equal([Qg], contest.State.TradesInOrder.Select(t => t.Definition.Id));
        Assert.Null(contest.State.Trade(Dg));
        Assert.All(contest.State.Entrants.Values, e => Assert.Null(e.Trade));

        contest.Apply(new TradeDefined(Contest.Union()));
        Assert.Equal([Qg, Dg], contest.State.TradesInOrder.Select(t => t.Definition.Id));
        Assert.Equal(3, contest.Trade.Entrants.Count);
        Assert.Empty(contest.State.Trade(Qg)!.Entrants);
        Assert.Equal("E1:1 E2:2 E3:-", contest.Order());
    }

    [Fact]
    public void Entrants_may_come_before_their_trade()
    {
        var contest = new Contest().Apply(new EntrantsRegistered([new(new("Q1"), "钱", new("org"), Qg)]));
        Assert.Null(contest.State.Entrant(new("Q1"))!.Trade);

        contest.Apply(new TradeDefined(Other with { Id = new("hg"), Code = "HG" }));
        Assert.Empty(contest.State.Trade(new("hg"))!.Entrants);
        contest.Apply(new TradeDefined(Other));
        Assert.Equal("Q1", Assert.Single(contest.State.Trade(Qg)!.Entrants).Entrant.Id.Value);
        Assert.Empty(contest.Trade.Entrants);
    }

    [Fact]
    public void An_entry_touches_the_trades_it_concerns_and_no_other()
    {
        var contest = Two().Apply(new TradeDefined(Other)).Apply(new EntrantsRegistered([new(new("H1"), "等", new("org"), new("hg"))]));
        var version = contest.Trade.Version;
        contest.Apply(new VisibilityChanged(Qg, Visibility.Hidden)).Apply(new EntrantRemoved(new("H1"), "退出"));
        Assert.Equal(version, contest.Trade.Version);
        Assert.Equal(contest.Sequence - 1, contest.State.Trade(Qg)!.Version);
        contest.Apply(new EntrantRemoved(Contest.E(3), "退出"));
        Assert.Equal(contest.Sequence, contest.Trade.Version);
    }

    [Fact]
    public void One_who_changes_trade_leaves_code_and_place_behind()
    {
        var contest = Two().Apply(new TradeDefined(Other));
        contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(1))!.Entrant with { Trade = Qg }]));

        Assert.Equal("E2:1 E3:-", contest.Order());
        Assert.Null(contest.Trade.ByCode("A01"));
        Assert.Equal(contest.Sequence, contest.Trade.Version);
        Assert.Equal(contest.Sequence, contest.State.Trade(Qg)!.Version);
        Assert.Null(Assert.Single(contest.State.Trade(Qg)!.Entrants).Code);
        Assert.Throws<KeyNotFoundException>(() => contest.Result(1));
    }

    [Fact]
    public void One_who_is_removed_is_listed_no_more_and_a_substitute_is_in_the_same_place()
    {
        var contest = Two().Apply(new EntrantRemoved(Contest.E(1), "重复报名")).Apply(new EntrantRemoved(Contest.E(9), "没有这人"));
        Assert.Equal("E2:1 E3:-", contest.Order());
        Assert.Null(contest.Trade.ByCode("A01"));
        Assert.Null(contest.State.Entrant(Contest.E(1)));

        contest.Apply(new EntrantSubstituted(Contest.E(3), new(new("E7"), "替补", new("org"), Qg), "伤病"));
        Assert.Equal("E2:1 E7:-", contest.Order());
        Assert.Equal(("替补", Dg), (contest.Trade.ByCode("A03")!.Entrant.Name, contest.Trade.ByCode("A03")!.Entrant.Trade));
        contest.Apply(new EntrantSubstituted(Contest.E(3), new(new("E8"), "无人", new("org"), Dg), "伤病"));
        Assert.Null(contest.State.Entrant(new("E8")));
    }

    [Fact]
    public void Without_layers_running_numbers_go_on() =>
        Assert.Equal(["001", "002", "003"], new Contest(Contest.Union() with { CodeLayers = 0 }, entrants: 3, phase: Phase.Setup).Trade.Entrants.Select(e => e.Code));

    [Fact]
    public void A_name_or_an_organization_moves_the_board_only_where_it_shows()
    {
        var contest = Two();
        var coded = contest.Public().Version;
        contest.Apply(new OrganizationDefined(new(new("org"), "利源集团（河南）")))
            .Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(2))!.Entrant with { Name = "改名" }]));
        Assert.Equal(coded, contest.Public().Version);

        contest.Apply(new Decoded(Dg, 1, "H1", "S1")).Apply(new PhaseChanged(Dg, Phase.Publicity));
        Assert.Equal(("改名", "利源集团（河南）"), (contest.Public().Rows[1].Name, contest.Public().Rows[1].Organization));
        var named = contest.Public().Version;
        contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(2))!.Entrant with { Grade = "技师" }]));
        Assert.Equal(named, contest.Public().Version);
        contest.Apply(new OrganizationDefined(new(new("org"), "利源")));
        Assert.Equal((named + 1, "利源"), (contest.Public().Version, contest.Public().Rows[0].Organization));
        contest.Apply(new OrganizationDefined(new(new("other"), "别家")))
            .Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(1))!.Entrant with { Organization = new("other") }]));
        Assert.Equal((named + 2, "别家"), (contest.Public().Version, contest.Public().Rows[0].Organization));
    }

    [Fact]
    public void Consoles_see_a_new_organizations_name_at_once_when_decoded()
    {
        var contest = Two().Apply(new Decoded(Dg, 1, "H1", "S1"));
        Assert.Equal("河南利源集团", contest.Trade.Board(BoardAudience.Officials).Rows[0].Organization);

        contest.Apply(new OrganizationDefined(new(new("org"), "利源")));
        Assert.Equal(("利源", contest.Sequence), (contest.Trade.Board(BoardAudience.Officials).Rows[0].Organization, contest.Trade.Version));
    }

    [Fact]
    public void Judges_appointed_and_dismissed_change_the_panels_of_every_trade()
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m))), entrants: 1, judges: 2).Sheet(1, 80m, 1);
        Assert.Equal(["2 号裁判未交"], contest.Module(1).Missing.Select(s => s.ToString()));

        contest.Apply(new JudgeDismissed(Contest.J(2), "身体不适"));
        Assert.Equal(80m, contest.Module(1).Figure);
        Assert.Equal(contest.Sequence, contest.Trade.Version);
        contest.Apply(new JudgesAppointed([new(Contest.J(3), "新裁判", [new(Role.Judge, Dg, new("P"), 2)], new("school"))], [new(new("school"), "技师学院")]));
        Assert.Equal(["2 号裁判未交"], contest.Module(1).Missing.Select(s => s.ToString()));
        Assert.Equal("技师学院", contest.State.Organizations[new("school")].Name);
    }
}
