using Scoring.Core.Definition;
using Scoring.Core.Draw;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Draw;

/// <summary>R-A1: codes drawn by machine from a recorded seed, or entered by hand.</summary>
public sealed class DrawTests
{
    private static readonly Actor Officer = new(Role.CodingOfficer, "C1", Contest.Here);
    private static readonly TradeId Dg = Contest.TradeId;

    private static Contest Of(int entrants, int layers = 1) => new(Contest.Union() with { CodeLayers = layers }, entrants, phase: Phase.Setup);

    private static IReadOnlyList<DrawnCode> Codes(params (int Entrant, string Code)[] codes) => [.. codes.Select(c => new DrawnCode(Contest.E(c.Entrant), c.Code))];

    [Fact]
    public void The_same_seed_gives_the_same_draw_whatever_the_order_of_registration()
    {
        var (straight, reversed) = (Of(0), Of(0));
        foreach (var n in Enumerable.Range(1, 20))
        {
            straight.Apply(new EntrantsRegistered([new Entrant(Contest.E(n), $"选手{n}", new("org"), Dg)]));
            reversed.Apply(new EntrantsRegistered([new Entrant(Contest.E(21 - n), $"选手{21 - n}", new("org"), Dg)]));
        }

        var first = straight.Accept<CodesDrawn>(DrawCodes.ByMachine(straight.State, Officer, Dg, 1, "20260423-dg"));
        var second = reversed.Accept<CodesDrawn>(DrawCodes.ByMachine(reversed.State, Officer, Dg, 1, "20260423-dg"));
        var other = straight.Accept<CodesDrawn>(DrawCodes.ByMachine(straight.State, Officer, Dg, 1, "20260424-dg", reason: "重抽"));

        Assert.Equal(first.Codes, second.Codes);
        Assert.NotEqual(first.Codes.Select(c => c.Entrant), other.Codes.Select(c => c.Entrant));
        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"A{n:00}"), first.Codes.Select(c => c.Code));
        Assert.Equal(20, first.Codes.Select(c => c.Entrant).Distinct().Count());
        Assert.Equal("20260423-dg", first.Seed);
        Assert.All(first.Codes, c => Assert.Null(c.Station));
    }

    [Fact]
    // Worked out with a few lines of Python from the words in the docstring.
    public void A_known_seed_gives_a_known_order() =>
        Assert.Equal(
            ["5 4 3 1 2", "4 3 1 8 12 11 2 9 6 7 5 10"],
            [string.Join(' ', Shuffle.Of("1", [1, 2, 3, 4, 5])), string.Join(' ', Shuffle.Of("1", Enumerable.Range(1, 12)))]); // twelve take three blocks

    [Fact]
    // The same lines over "1 LF dg LF 1" and E1 to E5.
    public void Entrants_are_drawn_in_the_order_of_their_ids()
    {
        var contest = Of(5);

        Assert.Equal(
            ["E2", "E5", "E1", "E3", "E4"],
            contest.Accept<CodesDrawn>(DrawCodes.ByMachine(contest.State, Officer, Dg, 1, "1")).Codes.Select(c => c.Entrant.Value));
        Assert.True(DrawCodes.IsDrawn(contest.Trade, 1));
        contest.Apply(new EntrantsRegistered([new Entrant(Contest.E(6), "晚到", new("org"), Dg)]));
        Assert.False(DrawCodes.IsDrawn(contest.Trade, 1));
    }

    [Fact]
    public void Every_order_comes_up_about_as_often()
    {
        var orders = Enumerable.Range(0, 6000).Select(seed => string.Concat(Shuffle.Of($"{seed}", [1, 2, 3]))).CountBy(o => o).ToList();

        Assert.Equal(6, orders.Count);
        Assert.All(orders, o => Assert.InRange(o.Value, 850, 1150));
    }

    [Fact]
    public void Stations_go_with_the_number_and_three_digits_with_a_hundred()
    {
        var contest = Of(100);
        var drawn = contest.Accept<CodesDrawn>(DrawCodes.ByMachine(contest.State, Officer, Dg, 1, "7", prefix: "DG", stations: true));

        Assert.Equal(("DG001", 1, null), (drawn.Codes[0].Code, drawn.Codes[0].Place, drawn.Codes[0].Station));
        Assert.Equal("100 号工位", contest.Trade.ByCode(" dg100 ")!.Station);
    }

    [Fact]
    public void The_current_code_is_that_of_the_last_layer_and_a_layer_drawn_again_takes_the_later_ones_away()
    {
        var contest = Of(3, layers: 2);
        Refused(Refusal.EarlierLayer, DrawCodes.ByMachine(contest.State, Officer, Dg, 2, "2"));
        contest.Accept<CodesDrawn>(DrawCodes.ByMachine(contest.State, Officer, Dg, 1, "1"));
        contest.Accept<CodesDrawn>(DrawCodes.ByMachine(contest.State, Officer, Dg, 2, "2"));
        Assert.All(contest.Trade.Entrants, e => Assert.Equal(('A', 'B', 2), (e.Codes[0][0], e.Code![0], e.Codes.Count)));
        Assert.Null(contest.Trade.ByCode("A01"));

        Refused(Refusal.NoReason, DrawCodes.ByMachine(contest.State, Officer, Dg, 1, "3"));
        Refused(Refusal.NoReason, DrawCodes.ByHand(contest.State, Officer, Dg, 1, [], " "));
        Assert.Equal(new RedrawLoss(3, 0, [2]).Words, DrawCodes.Loss(contest.Trade, 1)!.Words);
        Assert.Contains("第 2 层也要重抽", DrawCodes.Loss(contest.Trade, 1)!.Words.ToString());
        Assert.Equal("抽签袋少一签", contest.Accept<CodesDrawn>(DrawCodes.ByMachine(contest.State, Officer, Dg, 1, "3", reason: " 抽签袋少一签 ")).Reason);
        Assert.All(contest.Trade.Entrants, e => Assert.Equal('A', e.Code![0]));
        Assert.Null(contest.Trade.ByCode("B01"));
    }

    [Fact]
    public void By_hand_everyone_gets_one_code_of_their_own()
    {
        var contest = Of(3);
        Decision ByHand(params (int, string)[] codes) => DrawCodes.ByHand(contest.State, Officer, Dg, 1, Codes(codes));

        var faults = Refused(Refusal.BadCodes, ByHand((1, "01"), (2, " 01 "), (9, "03"))).Fields!;
        Assert.Equal("代号 01 重复", faults["E2"].ToString());
        Assert.Equal("还没有代号", faults["E3"].ToString());
        Assert.Equal("这个工种没有这位选手，或已弃赛", faults["E9"].ToString());
        Assert.Equal("同一位选手有两个代号", Refused(Refusal.BadCodes, ByHand((1, "01"), (1, "02"), (2, "03"), (3, "04"))).Fields!["E1"].ToString());
        Assert.Equal(2, Refused(Refusal.BadCodes, ByHand((1, ""), (2, "1234567890123"), (3, "123456789012"))).Fields!.Count);
        Assert.Equal(["07", "08", "09"], contest.Accept<CodesDrawn>(ByHand((1, " 07 "), (2, "08"), (3, "09"))).Codes.Select(c => c.Code));
        Assert.Equal(Contest.E(2), contest.Trade.ByCode("08")!.Entrant.Id);
    }

    [Fact]
    public void Who_has_withdrawn_draws_nothing()
    {
        var contest = Of(3).Status(2, EntrantStatus.Withdrawn);

        Assert.Equal(2, contest.Accept<CodesDrawn>(DrawCodes.ByMachine(contest.State, Officer, Dg, 1, "1")).Codes.Count);
        Assert.True(DrawCodes.IsDrawn(contest.Trade, 1));
        Assert.Null(contest.State.Entrant(Contest.E(2))!.Code);
    }

    [Fact]
    public void Draws_that_make_no_sense_are_refused()
    {
        Refused(Refusal.NoSuchLayer, DrawCodes.ByMachine(Of(1).State, Officer, Dg, 2, "1"));
        Refused(Refusal.NoSuchLayer, DrawCodes.ByMachine(Of(1).State, Officer, Dg, 0, "1"));
        Refused(Refusal.NoSeed, DrawCodes.ByMachine(Of(1).State, Officer, Dg, 1, " "));
        Refused(Refusal.Nobody, DrawCodes.ByMachine(Of(0).State, Officer, Dg, 1, "1"));
        Refused(Refusal.NoSuchTrade, DrawCodes.ByMachine(Of(1).State, Officer, new("x"), 1, "1"));
        Refused(Refusal.NoSuchTrade, DrawCodes.ByHand(Of(1).State, Officer, new("x"), 1, []));
        Refused(Refusal.WrongRole, DrawCodes.ByMachine(Of(1).State, new(Role.Judge, "J1"), Dg, 1, "1"));
        Refused(Refusal.WrongRole, DrawCodes.ByHand(Of(1).State, new(Role.HeadJudge, "H1", Contest.Here), Dg, 1, []));
    }

    [Fact]
    public void Once_sheets_are_in_codes_stay_but_the_third_layer_may_still_be_drawn()
    {
        var contest = new Contest(Contest.Union() with { CodeLayers = 3 }, entrants: 2);
        contest.Accept<CodesDrawn>(DrawCodes.ByMachine(contest.State, Officer, Dg, 2, "1"));
        contest.Accept<CodesDrawn>(DrawCodes.ByMachine(contest.State, Officer, Dg, 2, "2", reason: "重抽"));
        contest.Sheet(1, 80m);

        Refused(Refusal.TooLate, DrawCodes.ByMachine(contest.State, Officer, Dg, 2, "3"));
        contest.Accept<CodesDrawn>(DrawCodes.ByMachine(contest.State, Officer, Dg, 3, "3"));
        Refused(Refusal.TooLate, DrawCodes.ByMachine(contest.State, Officer, Dg, 3, "4"));
        Assert.Equal('C', contest.State.Entrant(Contest.E(1))!.Code![0]);
    }

    [Fact]
    public void Until_a_sheet_is_in_a_layer_may_be_drawn_again()
    {
        var drawn = new Contest(entrants: 2, phase: Phase.Drawn);
        drawn.Accept<CodesDrawn>(DrawCodes.ByMachine(drawn.State, Officer, Dg, 1, "2", reason: "重抽"));

        var scoring = new Contest(entrants: 2).Theory(1, 80m); // a figure of the exam hangs on no code
        scoring.Accept<CodesDrawn>(DrawCodes.ByMachine(scoring.State, Officer, Dg, 1, "2", reason: "重抽"));
        Refused(Refusal.TooLate, DrawCodes.ByMachine(scoring.Apply(new PhaseChanged(Dg, Phase.Review)).State, Officer, Dg, 1, "3"));
    }

    [Fact]
    public void Without_layers_the_exam_number_or_a_running_number_is_the_code()
    {
        var contest = Of(2, layers: 0);
        contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(2))!.Entrant with { ExamNumber = "DG0002" }]));

        Assert.Equal(["001", "DG0002"], contest.Trade.Entrants.Select(e => e.Code));
        Assert.Null(contest.Trade.ByCode("002"));
        Assert.Equal(Contest.E(2), contest.Trade.ByCode("dg0002")!.Entrant.Id);
    }

    [Fact]
    public void A_substitute_takes_place_and_code_while_nothing_is_marked()
    {
        var contest = new Contest(entrants: 2);
        var substitute = new Entrant(new("E7"), "替补", new("org"), Dg);
        Decision Substitute(Entrant by, string reason = "伤病", Actor? actor = null) => SubstituteEntrant.Decide(contest.State, actor ?? Officer, Contest.E(1), by, reason);

        Refused(Refusal.NoName, Substitute(substitute with { Name = " " }));
        Refused(Refusal.OtherTrade, Substitute(substitute with { Trade = new("qg") }));
        Refused(Refusal.Taken, Substitute(substitute with { Id = Contest.E(2) }));
        Refused(Refusal.NoReason, Substitute(substitute, ""));
        Refused(Refusal.WrongRole, Substitute(substitute, actor: new(Role.Clerk, "K1", Contest.Here)));
        contest.Accept<EntrantSubstituted>(Substitute(substitute));

        Assert.Equal(("替补", "A01"), (contest.State.Entrant(new("E7"))!.Entrant.Name, contest.State.Entrant(new("E7"))!.Code));
        Assert.Null(contest.State.Entrant(Contest.E(1)));
        Refused(Refusal.NoSuchEntrant, Substitute(substitute));
        contest.Sheet(2, 80m);
        Refused(Refusal.Marked, SubstituteEntrant.Decide(contest.State, Officer, Contest.E(2), substitute with { Id = new("E8") }, "伤病"));
    }
}
