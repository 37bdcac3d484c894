using static Scoring.Core.Tests.Files.Computing.FirmsFile;
using static Scoring.Core.Tests.Files.Computing.SmallFile;

namespace Scoring.Core.Tests.Files.Computing;

/// <summary>Who goes on by rules of real contests (R-K11, R-M10), worked by hand and computed from files.</summary>
public sealed class GoingOnTests
{
    [Fact]
    public void Who_goes_on_must_have_passed_every_part()
    {
        string Two(decimal theory, decimal practical) => Marked(Figure(theory, "LL"), Figure(practical, "A"));
        string Of(string more) => Text(
            Weighted($$"""{ "id": "ll", "name": "理论", "kind": "theory", "weight": 30, "passMark": 60, "modules": [{{Clerk("LL")}}] }, {{Practical(70, Clerk("A"))}}""", $$""" "advance": { "to": "省赛", "top": 1{{more}} },"""),
            [Two(58, 98), Two(75, 88)], """{ "tiers": [{ "name": "一等奖", "quota": 1 }] }""");

        Assert.Equal(["e0"], Compute(Of("")).Advance!.Entrants.Select(e => e.Value));
        var list = Compute(Of(", \"passMarks\": true")).Advance!;
        Assert.Equal(["e1"], list.Entrants.Select(e => e.Value));
        Assert.Equal("理论 58.00 低于 60，不晋级，由第 2 名递补", Assert.Single(list.PassedOver).Words.ToString());
        Assert.Contains("第 1 名 选手0 理论 58.00 低于 60，不晋级，由第 2 名递补", Page(Of(", \"passMarks\": true")), StringComparison.Ordinal);
    }

    [Fact]
    public void Firms_are_limited_and_reserves_stand_in_order()
    {
        var list = Compute(Firms(
            Prizes(""), """ "advance": { "to": "市赛", "top": 3, "reserves": 2, "limits": [{ "most": 2, "per": "organization" }] },""",
            (95, "o", ""), (94, "o", ""), (93, "o", ""), (92, "p", ""), (91, "o", ""), (90, "p", ""))).Advance!;

        Assert.Equal(["e0", "e1", "e3"], list.Entrants.Select(e => e.Value));
        Assert.Equal(["e5"], list.Reserves.Select(e => e.Value));
        Assert.Equal("甲厂已有 2 个晋级名额，不晋级，由第 4 名递补", Assert.Single(list.PassedOver).Words.ToString());
    }

    [Fact]
    public void Who_declines_leaves_the_place_to_the_next_and_nobody_moves_up_while_the_places_are_filled()
    {
        string Of(params string[] declined) => Firms(
            Prizes("""{ "name": "一等奖", "quota": 1 }"""), """ "tieChain": [], "advance": { "to": "市赛", "top": 2, "reserves": 1 },""",
            (95, "o", ""), (94, "o", ""), (94, "p", ""), (90, "p", "")).Replace(
            "\"marks\": [", "\"progress\": [{ \"trade\": \"dg\", \"phase\": \"review\", \"declined\": [" + string.Join(", ", declined.Select(d => $$"""{ "entrant": "{{d}}", "reason": "工作调动" }""")) + "] }], \"marks\": [", StringComparison.Ordinal);
        string List(params string[] declined) => string.Join(' ', Compute(Of(declined)).Advance!.Entrants);

        Assert.Equal("e0 e1 e2", List());
        Assert.Equal("e0 e2", List("e1"));
        Assert.Equal("e1 e2", List("e0"));
        Assert.Equal("e2 e3", List("e0", "e1"));
        var trade = Compute(Of("e0"));
        Assert.Equal("一等奖", trade.Entrants[0].Award); // rank and award stay
        Assert.StartsWith("放弃晋级：工作调动", Assert.Single(trade.Advance!.PassedOver).Words.ToString(), StringComparison.Ordinal);
    }
}
