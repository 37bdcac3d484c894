using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using static Scoring.Core.Tests.Fold.PublicContest;

namespace Scoring.Core.Tests.Fold;

/// <summary>R-A3: hidden, frozen, codes, names: what each shows and when it changes.</summary>
public sealed class VisibilityTests
{
    [Fact]
    public void Codes_show_codes_and_figures_but_never_a_name_an_organization_or_an_id()
    {
        var board = Bytes(Marked(Showing(Visibility.Codes)));

        Assert.Contains("\"code\":\"A01\"", board, StringComparison.Ordinal);
        Assert.DoesNotContain("选手", board, StringComparison.Ordinal);
        Assert.DoesNotContain("河南利源集团", board, StringComparison.Ordinal);
        Assert.DoesNotContain("\"E1\"", board, StringComparison.Ordinal);
    }

    [Fact]
    public void Frozen_keeps_the_moment_of_the_freeze_whatever_happens()
    {
        var contest = Marked(Showing(Visibility.Codes));
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
        var contest = Marked(Showing(Visibility.Codes));
        contest.Apply(new TradeDefined(contest.Trade.Definition with { PublicView = Visibility.Hidden }));
        Assert.Equal(Visibility.Hidden, contest.Public().View);

        contest.Apply(new VisibilityChanged(Contest.TradeId, Visibility.Codes));
        contest.Apply(new TradeDefined(contest.Trade.Definition with { PublicView = Visibility.Frozen }));
        Assert.Equal(Visibility.Codes, contest.Public().View);
    }

    [Fact]
    public void Frozen_from_hidden_stays_hidden()
    {
        var contest = Marked(Showing(Visibility.Hidden));
        contest.Apply(new VisibilityChanged(Contest.TradeId, Visibility.Frozen));

        Assert.Equal(Visibility.Hidden, contest.Public().View);
        Assert.Empty(contest.Public().Rows);
    }

    [Fact]
    public void Names_come_with_the_phase_and_tiers_with_the_last_one()
    {
        var contest = Marked(Showing(Visibility.Codes));
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
        var contest = Marked(Showing(Visibility.Named));

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
    public void A_mended_name_shows_only_where_names_do()
    {
        var contest = Marked(Showing(Visibility.Codes));
        var before = Bytes(contest);

        contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(1))!.Entrant with { Name = "艾力·买买提" }]));
        contest.Apply(new OrganizationDefined(new(new("org"), "河南利源新能源")));
        Assert.Equal(before, Bytes(contest));

        Decode(contest);
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Publicity));
        contest.Apply(new OrganizationDefined(new(new("org"), "河南利源集团有限公司")));
        Assert.Equal(("艾力·买买提", "河南利源集团有限公司"), (contest.Public().Rows[0].Name, contest.Public().Rows[0].Organization));
    }
}
