using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Ranking;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Awards;

/// <summary>Pass marks, standards, limits, payouts and tiers at their edges (R-E1 to R-E4, R-K12, R-M10 to R-M12), worked by
/// hand.</summary>
public sealed class PrizeEdgesTests
{
    private static readonly string[] _firms = ["甲厂", "甲厂", "乙厂", "乙厂", "甲厂", "丙厂"];

    private static Belonging Whose(EntrantId entrant) => new(
        _firms[int.Parse(entrant.Value[1..], System.Globalization.CultureInfo.InvariantCulture) - 1], entrant.Value, _ => null);

    private static AwardList Given(
        AwardScheme scheme, Standings standings, IEnumerable<(Belonging, string)>? earlier = null, Trade? of = null) =>
            AwardAllocation.Allocate(
        (of ?? Trade(scheme)) with { Awards = scheme }, standings, Started(standings), NoDecisions, Whose, earlier);

    private static bool PassesAll(Trade trade, decimal theory, decimal practical) =>
        PassMarks.PassesAll(trade, Of(new Contestant("E1", 90m, theory, practical)).Rows[0].Result);

    [Theory]
    [InlineData(60, 60, true)]
    [InlineData(59.99, 60, false)]
    [InlineData(60, 59.99, false)]
    public void Every_part_is_passed_at_60_where_the_gate_is_off_or_usual(double theory, double practical, bool passed)
    {
        Assert.Equal(passed, PassesAll(Trade(Scheme()), (decimal)theory, (decimal)practical));
        Assert.Equal(passed, PassesAll(Trade(Scheme() with { Gate = new(0m) }), (decimal)theory, (decimal)practical));
    }

    [Fact]
    public void A_gate_or_a_part_of_its_own_asks_for_another_mark()
    {
        var strict = Trade(Scheme() with { Gate = new(70m) });
        Assert.True(PassesAll(strict, 70m, 70m));
        Assert.False(PassesAll(strict, 69.99m, 90m));

        var trade = Trade(Scheme());
        var own = trade with { Components = [trade.Components[0] with { PassMark = 80m },
            trade.Components[1] with { Kind = ComponentKind.Other }] };
        Assert.True(PassesAll(own, 80m, 60m));
        Assert.False(PassesAll(own, 79.99m, 60m));
        Assert.False(PassesAll(own, 80m, 59.99m)); // every part, whatever its kind
    }

    [Fact]
    public void The_gate_asks_theory_and_practical_and_a_part_that_says_so_itself()
    {
        var trade = Trade(Scheme());
        string? Failed(Component first, Component second, decimal theory, decimal practical) => PassMarks.Failed(
            trade with { Components = [first, second] }, Of(new Contestant("E1", 90m, theory, practical)).Rows[0].Result)?.ToString();
        var (theory, other) = (trade.Components[0], trade.Components[1] with { Kind = ComponentKind.Other });

        Assert.Null(Failed(theory, other, 60m, 10m));
        Assert.Equal("实操 10.00 低于 20", Failed(theory, other with { PassMark = 20m }, 60m, 10m));
        Assert.Null(Failed(theory, other with { PassMark = 20m }, 60m, 20m));
        Assert.Equal("理论 59.00 低于 60、实操 10.00 低于 20", Failed(theory, other with { PassMark = 20m }, 59m, 10m));
        Assert.Null(Failed(theory with { PassMark = 0m }, other, 10m, 10m));
    }

    [Fact]
    public void A_standard_says_what_was_reached_and_what_is_not_there()
    {
        var trade = Trade(Scheme());
        var result = Of(new Contestant("E1", 90m, Practical: 84.5m)).Rows[0].Result;
        string Said(AwardStandard standard) => Standards.Words(standard, trade, result).ToString();

        Assert.Equal("总分 90.00 达到 90", Said(new(90m)));
        Assert.Equal("总分 90.00 低于 90.01", Said(new(90.01m)));
        Assert.Equal("实操 84.50 达到 84.5", Said(new(84.5m, new("practical"))));
        Assert.Equal("口试没有成绩", Standards.Words(new(60m, new("oral")), trade with
        {
            Components = [.. trade.Components, new(new("oral"), "口试", ComponentKind.Other, 0m, [])],
        }, result).ToString());
        Assert.Equal("none没有成绩", Said(new(60m, new("none"))));
        Assert.Null(Standards.Figure(new(60m, new("none")), result));
    }

    [Fact]
    public void A_limit_of_two_is_reached_at_two_and_every_limit_holds()
    {
        var scheme = Prizes(BoundaryPolicy.Expand, 5) with { Limits = [new(2, LimitPer.Organization), new(3, LimitPer.Person)] };
        var awards = Given(scheme, Totals(95, 94, 93, 92, 91, 90));

        Assert.Equal("E1:一 E2:一 E3:一 E4:一 E5:- E6:一", awards.Line());
        Assert.Equal("甲厂已有 2 个奖，按规程不再授奖", awards.Row("E5").Words.ToString());
        Assert.Equal("第 5 名按规程不授一等奖，由第 6 名递补", awards.Row("E6").Words.ToString());
    }

    [Fact]
    public void Prizes_of_earlier_trades_count_for_a_person_and_not_for_a_firm()
    {
        var earlier = new[] { (Whose(new("E1")), "一等奖"), (Whose(new("E2")), "二等奖") };
        var person = Given(Prizes(BoundaryPolicy.Expand, 2) with { Limits = [new(1, LimitPer.Person)] }, Totals(95, 94, 93, 92), earlier);
        Assert.Equal("E1:- E2:- E3:一 E4:一", person.Line());
        Assert.Equal("本人已有 1 个奖，按规程不再授奖", person.Row("E1").Words.ToString());

        var tier = Given(Prizes(BoundaryPolicy.Expand, 2) with { Limits = [new(1, LimitPer.Person, Tier: "一等奖")] },
            Totals(95, 94, 93, 92), earlier);
        Assert.Equal("E1:- E2:一 E3:一 E4:-", tier.Line());
        Assert.Equal("本人已有 1 个一等奖，按规程不再授一等奖", tier.Row("E1").Words.ToString());

        var firm = Given(Prizes(BoundaryPolicy.Expand, 1) with { Limits = [new(1, LimitPer.Organization)] }, Totals(95, 94), earlier);
        Assert.Equal("E1:一 E2:-", firm.Line());
    }

    [Fact]
    public void Who_is_passed_over_in_one_tier_may_have_the_next_and_the_place_moves_to_the_next_in_rank()
    {
        var scheme = Prizes(BoundaryPolicy.Expand, 2, 1) with { Limits = [new(1, LimitPer.Organization, Tier: "一等奖")] };
        var awards = Given(scheme, Totals(95, 94, 93, 92));

        Assert.Equal("E1:一 E2:二 E3:一 E4:-", awards.Line());
        Assert.Equal("第 2 名按规程不授一等奖，由第 3 名递补", awards.Row("E3").Words.ToString());
        Assert.Equal("甲厂已有 1 个一等奖，按规程授二等奖", awards.Row("E2").Words.ToString());
    }

    [Fact]
    public void Places_of_those_below_the_gate_are_named_up_to_three_and_then_counted()
    {
        static Contestant Below(int n, decimal total) => new($"E{n}", total, Theory: 50m);
        var three = Given(Prizes(BoundaryPolicy.Expand, 1), Of(Below(1, 95), Below(2, 94), Below(3, 93), new("E4", 92), new("E5", 91)));
        Assert.Equal("第 1、2、3 名不授奖，由第 4 名递补", three.Row("E4").Words.ToString());
        var four = Given(Prizes(BoundaryPolicy.Expand, 1), Of(Below(1, 95), Below(2, 94), Below(3, 93), Below(4, 92), new("E5", 91)));
        Assert.Equal("前面 4 人未过线不授奖，由第 5 名递补", four.Row("E5").Words.ToString());
    }

    [Fact]
    public void The_row_for_few_entrants_with_the_smallest_limit_pays()
    {
        var trade = Contest.Union() with
        {
            Awards = new(
                [new("一等奖", 1, Amount: 3000m)], Few: [new(6, [new("一等奖", 1, Amount: 2000m)]), new(3, [new("一等奖", 1, Amount: 1000m)])]),
        };
        decimal Paid(int started) => Payouts.Of(trade, new AwardList([new(new("E1"), 1, "一等奖", false, $"")], [], [], started, false), [])
            .Single().Amount;

        Assert.Equal([1000m, 2000m, 2000m, 3000m], new[] { 2, 3, 5, 6 }.Select(Paid));
    }

    [Fact]
    public void A_title_pays_by_the_rule_of_the_rank_and_else_by_the_first_that_names_it()
    {
        var trade = Contest.Union() with { Honours = [new("能手", 2, 3, Amount: 400m), new("能手", 1, 1, Amount: 500m)] };
        var awards = new AwardList([new(new("E1"), 1, null, false, $""), new(new("E2"), 2, null, false, $""),
            new(new("E4"), 4, null, false, $"")], [], [], 9, false);
        decimal Paid(string who) => Payouts.Of(trade, awards, [(new(who), "能手")]).Single().Amount;

        Assert.Equal([500m, 400m, 400m, 400m], new[] { "E1", "E2", "E4", "E9" }.Select(Paid)); // fourth and unranked: the first rule
        Assert.Empty(Payouts.Of(trade, awards, [(new("E1"), "标兵")]));
    }

    [Theory]
    [InlineData(1, "E3 96 1")]
    [InlineData(2, "E3 96 1；E1 90 2；E2 90 2")] // equals at the last place
    [InlineData(3, "E3 96 1；E1 90 2；E2 90 2")]
    [InlineData(4, "E3 96 1；E1 90 2；E2 90 2；E4 80 4")]
    public void A_single_prize_goes_to_the_best_and_equals_of_the_last_have_it_too(int count, string winners)
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 60m),
            Contest.Points("b", 40m))), entrants: 5);
        foreach (var (n, mark) in new[] { (1, 90m), (2, 90m), (3, 96m), (4, 80m) })
        {
            contest.Sheet(n, 1, "P", ("a", Math.Min(60m, mark)), ("b", mark - Math.Min(60m, mark)));
        }

        var trade = contest.Trade.Definition with { Awards = new([], Singles: [new("热菜奖", count, new("P"))]) };
        var single = AwardAllocation.Allocate(trade, contest.Trade.Standings(), 5, NoDecisions).Singles!.Single();

        Assert.Equal((("热菜奖", count), winners), ((single.Name, single.Count), string.Join("；", single.Winners.Select(w =>
            $"{w.Entrant} {w.Figure:0} {w.Words.ToString().Split('第')[1].Trim()}"))));
        Assert.Equal("P 96.00，居第 1", single.Winners[0].Words.ToString());
    }
}
