using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;
using static Scoring.Core.Tests.Contest;

namespace Scoring.Core.Tests.Scoring;

/// <summary>检录叫号: who is called stands on every screen, by code, whatever the screens may show of marks.</summary>
public sealed class CallEntrantsTests
{
    private static readonly Actor Floor = new(Role.FloorJudge, "X1", Here);

    private static DateTimeOffset At(int minute) => Start.AddMinutes(minute);

    private static EntrantsCalled Call(Contest contest, int minute, params string[] codes) =>
        contest.Accept<EntrantsCalled>(CallEntrants.Decide(contest.State, Floor, Contest.TradeId, codes, At(minute)));

    private static void Arrive(Contest contest, int entrant) =>
        contest.Accept<ArrivalRecorded>(RecordArrival.Decide(contest.State, Floor, E(entrant), true, At(30)));

    private static string Shown(Contest contest) => string.Join(' ', (contest.Public().Call?.Entrants ?? [])
        .Select(e => $"{e.Code}{(e.Present ? "+" : "")}{(e.Calls > 1 ? $"×{e.Calls}" : "")}"));

    [Fact]
    public void Called_stand_in_the_order_of_codes_and_stay_until_they_come()
    {
        var contest = new Contest(entrants: 6);
        var standings = contest.Order();
        Call(contest, 0, "A02", "a01", "A02");
        Assert.Equal("A01 A02", Shown(contest));
        Arrive(contest, 1);
        Assert.Equal("A01+ A02", Shown(contest));
        Call(contest, 5, "A04", "A03");
        Assert.Equal("A03 A04 A02", Shown(contest));
        Call(contest, 9, "A02");
        Assert.Equal("A02×2 A03 A04", Shown(contest));
        Assert.Equal(standings, contest.Order());
        contest.Status(3, EntrantStatus.Absent);
        Assert.Equal("A02×2 A04", Shown(contest));
        Assert.Equal(At(9), contest.Public().Call!.At);
    }

    [Theory]
    [InlineData(Visibility.Codes)]
    [InlineData(Visibility.Frozen)]
    [InlineData(Visibility.Hidden)]
    public void A_call_is_public_while_marks_are_not(Visibility visibility)
    {
        var contest = new Contest(Only(Module("P", MarkingMethod.Judge, Points("a", 100m))), entrants: 3).Sheet(1, 80);
        contest.Apply(new VisibilityChanged(Contest.TradeId, visibility));
        var before = contest.Public();
        contest.Sheet(2, 90);
        Call(contest, 1, "A03");
        var after = contest.Public();
        Assert.True(after.Version > before.Version);
        Assert.Equal("A03", Shown(contest));
        Assert.Equal(visibility == Visibility.Codes ? 2 : before.Complete, after.Complete);
        Assert.Equal(visibility == Visibility.Hidden ? 0 : 3, after.Rows.Count);
        Arrive(contest, 3);
        Assert.Equal("A03+", Shown(contest));

        // The watcher who was sent rows only has the same.
        var change = BoardChange.Between(before, after);
        Assert.Equal(after.Call, change is null ? after.Call : change.Of(before).Call);
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
        Assert.Null(contest.Public().Call);
    }

    [Fact]
    public void Rows_that_stay_are_not_sent_again_for_a_call()
    {
        var contest = new Contest(entrants: 5);
        var before = contest.Public();
        Call(contest, 1, "A01");
        var change = BoardChange.Between(before, contest.Public())!;
        Assert.Empty(change.Rows);
        Assert.Equal(contest.Public().Call, change.Of(before).Call);
    }

    [Fact]
    public void Who_is_there_or_out_is_left_out_and_others_may_not_call()
    {
        var contest = new Contest(entrants: 4);
        Arrive(contest, 1);
        contest.Status(2, EntrantStatus.Absent);
        Assert.Equal([E(3)], Call(contest, 0, "A01", "A02", "A03").Called);
        Decided.Refused(Refusal.NoChange, CallEntrants.Decide(contest.State, Floor, Contest.TradeId, ["A01", "A02"], At(1)));
        Decided.Refused(Refusal.NoSuchEntrant, CallEntrants.Decide(contest.State, Floor, Contest.TradeId, ["A09"], At(1)));
        Decided.Refused(Refusal.BadCall, CallEntrants.Decide(contest.State, Floor, Contest.TradeId, [], At(1)));
        var many = Enumerable.Range(1, CallEntrants.Most + 1).Select(Code).ToList();
        Decided.Refused(Refusal.BadCall, CallEntrants.Decide(contest.State, Floor, Contest.TradeId, many, At(1)));
        Decided.Refused(Refusal.WrongRole, CallEntrants.Decide(contest.State, new(Role.Clerk, "K1", Here), Contest.TradeId, ["A03"],
            At(1)));
        Decided.Refused(Refusal.WrongRole, CallEntrants.Decide(contest.State, new(Role.Judge, "J1", Here), Contest.TradeId, ["A03"],
            At(1)));
    }
}
