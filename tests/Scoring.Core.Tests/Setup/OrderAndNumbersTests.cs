using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Setup;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Setup;

/// <summary>准考证号 and the order of the trades: what an organizer may set, and what stays once it is set.</summary>
public sealed class OrderAndNumbersTests
{
    private static readonly Actor Admin = new(Role.Admin, "A1", new(null, []));
    private static readonly TradeId Qg = new("qg");

    private static Contest Two() => new Contest(entrants: 3, phase: Phase.Setup)
        .Apply(new TradeDefined(Contest.Union() with { Id = Qg, Name = "钳工", Code = "QG" }))
        .Apply(new EntrantsRegistered([new(new("Q1"), "钱一", new("org"), Qg),
            new(new("Q2"), "钱二", new("org"), Qg, ExamNumber: "2027QG001")]));

    private static List<string?> Numbers(Contest contest) =>
        [.. contest.State.Entrants.Values.OrderBy(e => e.Index).Select(e => e.Entrant.ExamNumber)];

    [Fact]
    public void Whoever_has_no_number_gets_one_and_none_is_given_twice_or_changed()
    {
        var contest = Two();
        contest.Accept<EntrantsRegistered>(NumberEntrants.Decide(contest.State, Admin, " 2027 "));
        Assert.Equal((IEnumerable<string?>)["2027DG001", "2027DG002", "2027DG003", "2027QG002", "2027QG001"], Numbers(contest));
        Refused(Refusal.None, NumberEntrants.Decide(contest.State, Admin, "2028"));

        contest.Apply(new EntrantsRegistered([new(Contest.E(9), "后来的", new("org"), Contest.TradeId)]));
        contest.Accept<EntrantsRegistered>(NumberEntrants.Decide(contest.State, Admin, "2027"));
        Assert.Equal("2027DG004", Numbers(contest)[^1]);
    }

    [Fact]
    public void A_prefix_is_letters_and_digits_and_a_trade_being_marked_is_left_alone()
    {
        var contest = Two();
        Refused(Refusal.BadPrefix, NumberEntrants.Decide(contest.State, Admin, "殷都"));
        Refused(Refusal.BadPrefix, NumberEntrants.Decide(contest.State, Admin, "1234567890123"));
        Refused(Refusal.WrongRole, NumberEntrants.Decide(contest.State, new(Role.Clerk, "K1", Contest.Here), ""));
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Scoring));
        contest.Accept<EntrantsRegistered>(NumberEntrants.Decide(contest.State, Admin, null));
        Assert.Equal((IEnumerable<string?>)[null, null, null, "QG001", "2027QG001"], Numbers(contest));
    }

    [Fact]
    public void The_trades_stand_in_the_order_of_ones_own_and_a_new_one_comes_last()
    {
        var contest = Two();
        string Order() => string.Join(' ', contest.State.TradesInOrder.Select(t => t.Definition.Id.Value));
        Assert.Equal("dg qg", Order());
        contest.Accept<CompetitionDefined>(OrderTrades.Decide(contest.State, Admin, [Qg, Contest.TradeId]));
        Assert.Equal("qg dg", Order());
        contest.Apply(new TradeDefined(Contest.Union() with { Id = new("hg"), Name = "焊工", Code = "HG" }));
        Assert.Equal("qg dg hg", Order());
        Refused(Refusal.NoChange, OrderTrades.Decide(contest.State, Admin, [Qg, Contest.TradeId, new("hg")]));
        Refused(Refusal.Trades, OrderTrades.Decide(contest.State, Admin, [Qg, Contest.TradeId]));
        Refused(Refusal.Trades, OrderTrades.Decide(contest.State, Admin, [Qg, Qg, new("hg")]));
        Refused(Refusal.WrongRole, OrderTrades.Decide(contest.State, new(Role.HeadJudge, "H1", Contest.Here),
            [Contest.TradeId, Qg, new("hg")]));

        // What the contest says of itself later leaves the order alone.
        contest.Accept<CompetitionDefined>(DefineCompetition.Decide(contest.State, Admin,
            contest.State.Competition! with { Venue = "体育馆", TradeOrder = null }));
        Assert.Equal("qg dg hg", Order());
    }
}
