using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>Which entries could move results and awards, so that confirmed ones are confirmed anew (R-E2), and which could not.</summary>
public sealed class ResultsVersionTests
{
    private static readonly TradeId _dg = Contest.TradeId;

    private static Contest Two(params Module[] modules) => new(Contest.Union(modules), entrants: 2, judges: 2);

    private static bool Moves(Contest contest, LedgerEvent e)
    {
        contest.Apply(e);
        Assert.True(contest.Trade.ResultsVersion <= contest.Sequence);
        return contest.Trade.ResultsVersion == contest.Sequence;
    }

    [Fact]
    public void Whatever_is_entered_could_even_if_every_figure_is_as_before()
    {
        var contest = Two(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 60m), Contest.Points("b", 40m)));
        contest.Theory(1, 80m).Sheet(1, 1, "P", ("a", 50m), ("b", 30m));

        Assert.True(Moves(contest, new SheetCorrected(
            Contest.E(1), new("P"), Contest.J(1), Contest.Marks(("a", 49m), ("b", 31m)), "笔误", "J1", "H1")));
        Assert.Equal(80m, contest.Result(1).Total);
        Assert.True(Moves(contest, new ModuleMarkEntered(Contest.E(1), new("T"), "K1", 80m)));
    }

    [Fact]
    public void Who_is_removed_does()
    {
        var contest = Two().Theory(1, 80m);
        Assert.True(Moves(contest, new EntrantRemoved(Contest.E(2), "误报")));
        Assert.True(Moves(contest, new EntrantRemoved(Contest.E(1), "误报")));
    }

    [Fact]
    public void A_judge_who_comes_or_goes_does_only_where_a_result_moves()
    {
        var contest = Two(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m)));
        contest.Theory(1, 80m).Theory(2, 80m).Sheet(1, 80m, 1).Sheet(1, 70m, 2).Sheet(2, 80m, 1).Sheet(2, 70m, 2);
        var elsewhere = new JudgesAppointed([new(Contest.J(9), "裁判9", [new(Role.Judge, new("qg"), new("P"), 9)])]);
        Assert.False(Moves(contest, elsewhere));
        Assert.True(Moves(contest, new JudgesAppointed([new(Contest.J(3), "裁判3", [new(Role.Judge, _dg, new("P"), 3)])])));
        Assert.Equal("E1:- E2:-", contest.Order());
        Assert.True(Moves(contest, new JudgeDismissed(Contest.J(3), "调走")));
        Assert.Equal("E1:1 E2:1", contest.Order());
    }

    [Fact]
    public void Behind_a_hidden_board_a_judge_could_until_awards_are_confirmed_whoever_has_read_results_or_not()
    {
        var contest = Two().Apply(new VisibilityChanged(_dg, Visibility.Hidden)).Theory(1, 80m).Sheet(1, 80m).Theory(2, 70m).Sheet(2, 70m);
        var elsewhere = new JudgesAppointed([new(Contest.J(9), "裁判9", [new(Role.Judge, new("qg"), new("P"), 9)])]);
        Assert.True(Moves(contest, elsewhere)); // nobody has worked out that it did not

        contest.Apply(new AwardsConfirmed(_dg, "H1"));
        Assert.False(Moves(contest, elsewhere));
        Assert.True(contest.Trade.AwardsAreConfirmed);
        Assert.True(Moves(contest, new JudgesAppointed([contest.State.Judges[Contest.J(2)] with { RecusedFrom = [Contest.E(1)] },
            contest.State.Judges[Contest.J(1)] with { RecusedFrom = [Contest.E(1)] }])));
        Assert.Equal("E2:1 E1:-", contest.Order());
        Assert.False(contest.Trade.AwardsAreConfirmed);
    }

    [Fact]
    public void One_who_is_listed_for_two_trades_in_one_entry_is_in_the_last_alone()
    {
        var contest = Two().Apply(new TradeDefined(Contest.Union() with { Id = new("qg"), Name = "钳工", Code = "QG" }));
        contest.Apply(new EntrantsRegistered([Of("N1", _dg), Of("N2", _dg), Of("N1", new("qg"))]));

        Assert.Equal(["E1", "E2", "N2"], contest.Trade.Standings().Rows.Select(r => r.Result.Entrant.Value));
        Assert.Equal("N1", Assert.Single(contest.State.Trades[new("qg")].Standings().Rows).Result.Entrant.Value);

        static Entrant Of(string id, TradeId trade) => new(new(id), id, new("org"), trade);
    }

    /// <summary>Trades t1, t2 and t3 in this order, a single first prize each, of which nobody may have two. P-1 is in all of them with the
    /// best mark, P-2 with the second best.</summary>
    private static CompetitionState Three(params LimitPer[] limits)
    {
        var state = new Contest().State;
        AwardScheme awards = new([new("一等奖", 1)], Limits: [.. limits.Select(l => new AwardLimit(l == LimitPer.Person ? 1 : 9, l))]);
        foreach (var t in new[] { 1, 2, 3 })
        {
            Happens(state, new TradeDefined(Contest.Union() with { Id = new($"t{t}"), Name = $"工种{t}", Code = $"T{t}", Awards = awards }));
            Happens(state, new EntrantsRegistered([.. new[] { 1, 2, 3 }.Select(n =>
                new Entrant(new($"{n}-{t}"), $"选手{n}", new("org"), new($"t{t}"), Person: $"P-{n}"))]));
            Happens(state, new JudgesAppointed([new(new($"J{t}"), "裁判", [new(Role.Judge, new($"t{t}"), new("P"), 1)])]));
            foreach (var n in new[] { 1, 2, 3 })
            {
                Mark(state, n, t, 100m - (10m * n));
            }
        }

        return state;
    }

    private static void Mark(CompetitionState state, int person, int trade, decimal mark)
    {
        EntrantId id = new($"{person}-{trade}");
        Happens(state, new ModuleMarkEntered(id, new("T"), "K1", mark));
        Happens(state, new SheetSubmitted(id, new("P"), new($"J{trade}"), Contest.Marks(("a", mark)), 0));
    }

    private static void Happens(CompetitionState state, LedgerEvent e) => state.Apply(state.Version + 1, Contest.Start, "system", e);

    private static TradeState Trade(CompetitionState state, int t) => state.Trades[new($"t{t}")];

    /// <summary>Who has the first prize of each trade.</summary>
    private static string Winners(CompetitionState state) => string.Join(' ', new[] { 1, 2, 3 }.Select(t =>
        Trade(state, t).Awards().Rows.Single(r => r.Tier is not null).Entrant.Value));

    [Fact]
    public void A_persons_prizes_of_earlier_trades_count_and_move_with_them()
    {
        var state = Three(LimitPer.Person);
        Assert.Equal("1-1 2-2 3-3", Winners(state));
        Mark(state, 2, 1, 99m);
        Assert.Equal("2-1 1-2 3-3", Winners(state));
        Mark(state, 3, 2, 99m); // the second trade alone
        Assert.Equal("2-1 3-2 1-3", Winners(state));
        Mark(state, 1, 3, 61m); // 2 and 3 have theirs
        Assert.Equal("2-1 3-2 1-3", Winners(state));
    }

    [Fact]
    public void Another_limit_beside_it_takes_nothing_away()
    {
        Assert.Equal("1-1 2-2 3-3", Winners(Three(LimitPer.Organization, LimitPer.Person)));
        Assert.Equal("1-1 1-2 1-3", Winners(Three(LimitPer.Organization)));
        Assert.Equal("1-1 1-2 1-3", Winners(Three()));
    }

    [Fact]
    public void Confirmed_awards_wait_for_the_trades_before_and_not_for_those_after()
    {
        var state = Three(LimitPer.Person);
        foreach (var t in new[] { 1, 2, 3 })
        {
            Happens(state, new AwardsConfirmed(new($"t{t}"), "H1"));
        }

        Assert.Equal([true, true, true], Confirmed());
        Mark(state, 3, 2, 40m);
        Assert.Equal([true, false, false], Confirmed());
        Assert.Equal(state.Version, Trade(state, 3).ResultsVersion);
        Assert.True(Trade(state, 1).ResultsVersion < state.Version);
        Happens(state, new AwardsConfirmed(new("t2"), "H1"));
        Happens(state, new AwardsConfirmed(new("t3"), "H1"));
        Assert.Equal([true, true, true], Confirmed());
        Mark(state, 3, 3, 40m);
        Assert.Equal([true, true, false], Confirmed());
        Mark(state, 3, 1, 40m);
        Assert.Equal([false, false, false], Confirmed());

        bool[] Confirmed() => [.. new[] { 1, 2, 3 }.Select(t => Trade(state, t).AwardsAreConfirmed)];
    }

    [Fact]
    public void A_copy_to_try_an_entry_on_knows_the_prizes_of_the_trades_before()
    {
        var state = Three(LimitPer.Person);
        Happens(state, new AwardsConfirmed(new("t3"), "H1"));
        var fork = Fork.Of(state, new("t3"));

        Assert.Equal("3-3", fork.Trades[new("t3")].Awards().Rows.Single(r => r.Tier is not null).Entrant.Value);
        Assert.True(fork.Trades[new("t3")].AwardsAreConfirmed);
        Mark(fork, 3, 3, 10m);
        Assert.Null(fork.Trades[new("t3")].Awards().Rows.FirstOrDefault(r => r.Tier is not null && r.Entrant.Value != "3-3"));
    }
}
