using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>Equals and lists of codes stand in the order of the codes, which says nothing about who they are (R-A1).</summary>
public sealed class TradeOrderTests
{
    private static readonly TradeId _dg = Contest.TradeId;

    /// <summary>Every entrant in turn with the next of these codes; none: null.</summary>
    private static CodesDrawn Draw(params string?[] codes) => new(_dg, 1, null, [.. codes.Index().Where(c => c.Item is not null)
        .Select(c => new DrawnCode(Contest.E(c.Index + 1), c.Item!))]);

    private static Contest Equal(params string?[] codes)
    {
        var contest = new Contest(entrants: codes.Length).Apply(Draw(codes));
        for (var n = 1; n <= codes.Length; n++)
        {
            contest.Theory(n, 80m).Sheet(n, 80m);
        }

        return contest;
    }

    private static string Codes(Contest contest) => string.Join(
        ' ', contest.Trade.Standings().Rows.Select(r => contest.State.Entrant(r.Result.Entrant)!.Code ?? r.Result.Entrant.Value));

    [Fact]
    public void Equals_stand_by_code_the_shorter_first_whoever_registered_or_was_marked_first() =>
        Assert.Equal("A2 B1 A10 B10", Codes(Equal("B10", "A10", "B1", "A2")));

    [Fact]
    public void Who_has_no_code_stands_last_in_the_order_of_registration()
    {
        var contest = new Contest(entrants: 4).Apply(Draw(null, "A9", null, null));
        foreach (var n in new[] { 4, 1, 3, 2 })
        {
            contest.Theory(n, 80m).Sheet(n, 80m);
        }

        Assert.Equal("A9 E1 E3 E4", Codes(contest));
    }

    [Fact]
    public void A_draw_anew_orders_equals_anew()
    {
        var contest = Equal("A1", "A2", "A3");
        Assert.Equal("E1:1 E2:1 E3:1", contest.Order());
        contest.Apply(Draw("A3", "A1", "A2"));
        Assert.Equal("E2:1 E3:1 E1:1", contest.Order());
        Assert.Equal(["A1", "A2", "A3"], contest.Public().Rows.Select(r => r.Code));
    }

    [Fact]
    public void Lists_of_codes_stand_the_same_way_and_those_without_by_their_id()
    {
        var contest = new Contest(entrants: 6).Apply(Draw(null, "B10", "A10", null, "B1", "A2"));

        Assert.Equal(["E6", "E5", "E3", "E2", "E1", "E4"], contest.Trade.Entrants.Reverse().InCodeOrder().Select(e => e.Entrant.Id.Value));
    }

    [Fact]
    public void Codes_come_and_go_with_the_layers_a_trade_draws()
    {
        var contest = new Contest(Contest.Union() with { CodeLayers = 0 }, entrants: 2);
        Assert.Equal(["001", "002"], contest.Trade.Entrants.Select(e => e.Code));
        contest.Apply(new TradeDefined(contest.Trade.Definition with { CodeLayers = 1 }));
        Assert.Equal([null, null], contest.Trade.Entrants.Select(e => e.Code));
        Assert.Null(contest.Trade.ByCode("001"));
        contest.Apply(Draw("A2", "A1"));
        Assert.Equal("E2", contest.Trade.ByCode(" a1 ")!.Entrant.Id.Value);
    }

    [Fact]
    public void Every_layer_keeps_what_was_drawn_in_it()
    {
        var contest = new Contest(Contest.Union() with { CodeLayers = 3 }, entrants: 1);
        contest.Apply(new CodesDrawn(_dg, 2, null, [new(Contest.E(1), "B7", "7 号工位")]));
        var entrant = contest.State.Entrant(Contest.E(1))!;

        Assert.Equal(["A01", "B7", null], new[] { 1, 2, 3 }.Select(l => entrant.Drawn(l)?.Code));
        Assert.Equal(["A01", "B7", null], new[] { 1, 2, 3 }.Select(entrant.CodeOf));
        Assert.Equal(("B7", "7 号工位"), (entrant.Code, entrant.Station));
        Assert.Null(entrant.Drawn(0));
        contest.Apply(new CodesDrawn(_dg, 3, null, []));
        Assert.Equal("B7", entrant.Code);
        var late = new Contest(Contest.Union() with { CodeLayers = 3 }, entrants: 1, phase: Phase.Setup);
        late.Apply(new CodesDrawn(_dg, 3, null, [new(Contest.E(1), "C1")]));
        Assert.Equal([null, null, "C1"], new[] { 1, 2, 3 }.Select(l => late.Trade.Entrants[0].Drawn(l)?.Code));
    }

    [Fact]
    public void Two_on_one_seat_sit_in_the_order_of_their_ids()
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m))), judges: 0);
        Judge At(string id, int seat) => new(new(id), id, [new(Role.Judge, _dg, new("P"), seat)]);
        contest.Apply(new JudgesAppointed([At("J8", 2), At("J9", 1), At("J7", 1)]));

        Assert.Equal(["J7", "J9", "J8"], contest.Trade.Panel(new("P")).Select(j => j.Id.Value));
    }

    [Fact]
    public void An_id_given_again_is_of_whoever_has_it_now()
    {
        var contest = new Contest(entrants: 1).Apply(new EntrantRemoved(Contest.E(1), "误报"));
        Assert.Equal("选手1", contest.State.Known(Contest.E(1))!.Entrant.Name);
        contest.Apply(new EntrantsRegistered([new(Contest.E(1), "新人", new("org"), _dg)]));
        Assert.Equal("新人", contest.State.Known(Contest.E(1))!.Entrant.Name);
    }
}
