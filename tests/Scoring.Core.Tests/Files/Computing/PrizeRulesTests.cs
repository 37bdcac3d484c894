using Scoring.Core.Files.Computing;
using static Scoring.Core.Tests.Files.Computing.FirmsFile;
using static Scoring.Core.Tests.Files.Computing.SmallFile;

namespace Scoring.Core.Tests.Files.Computing;

/// <summary>Who wins by rules of real contests (R-K12, R-K15), worked by hand and computed from files.</summary>
public sealed class PrizeRulesTests
{
    private const string OneTwoThree = """{ "name": "一等奖", "quota": 1 }, { "name": "二等奖", "quota": 2 }, { "name": "三等奖", "quota": 2 }""";

    private static string Won(ComputedTrade trade) => string.Join(' ', trade.Entrants.Select(e => $"{e.Entrant}:{e.Award?[..1] ?? "-"}"));

    private static string Why(ComputedTrade trade, int entrant) => trade.Told(entrant).Split('\n')[^1];

    // Standards (K12).

    [Fact]
    public void A_tier_asks_for_a_mark_in_place_of_places()
    {
        var trade = Compute(Firms(
            Prizes("""{ "name": "优秀", "from": { "mark": 90 } }, { "name": "合格", "from": { "mark": 60 }, "quota": 2 }"""), "",
            (95, "o", ""), (90, "o", ""), (89.99m, "o", ""), (70, "o", ""), (65, "o", ""), (59.99m, "o", "")));

        Assert.Equal("e0:优 e1:优 e2:合 e3:合 e4:- e5:-", Won(trade));
        Assert.Equal(["优秀 2 2", "合格 2 2"], trade.Tiers.Select(t => $"{t.Name} {t.Quota} {t.Given}"));
        Assert.Equal("优秀：总分 90.00 达到 90。", Why(trade, 1));
        Assert.Equal("不获奖：总分 59.99 低于 60，不授合格。", Why(trade, 5));
        Assert.Equal("不获奖：合格名额已满。", Why(trade, 4));
    }

    [Fact]
    public void A_standard_of_a_component_passes_over_who_does_not_reach_it()
    {
        string Two(decimal theory, decimal practical) => Marked(Figure(theory, "LL"), Figure(practical, "A"));
        var trade = Compute(Text(
            Weighted(Theory(50) + ", " + Practical(50, Clerk("A"))), [Two(70, 99), Two(90, 78), Two(85, 80)],
            Prizes("""{ "name": "一等奖", "from": { "mark": 85, "component": "ll" }, "quota": 1 }, { "name": "二等奖", "quota": 2 }""")));

        Assert.Equal("e0:二 e1:一 e2:二", Won(trade));
        Assert.Equal("一等奖：理论 90.00 达到 85。", Why(trade, 1));
    }

    [Fact]
    public void Places_of_a_standard_that_nobody_reaches_stay_empty()
    {
        var trade = Compute(Firms(
            Prizes("""{ "name": "一等奖", "from": { "mark": 95 }, "quota": 1 }, { "name": "二等奖", "quota": 1 }"""), "", (90, "o", ""), (89, "o", "")));

        Assert.Equal("e0:二 e1:-", Won(trade));
    }

    // Limits (K12, M10).

    [Fact]
    public void At_most_one_of_a_tier_a_firm_and_the_next_tier_stays_open()
    {
        var trade = Compute(Firms(
            Prizes(OneTwoThree, """, "limits": [{ "most": 1, "per": "organization", "tier": "二等奖" }]"""), "",
            (95, "o", ""), (94, "o", ""), (93, "o", ""), (92, "p", ""), (91, "p", ""), (90, "p", "")));

        Assert.Equal("e0:一 e1:二 e2:三 e3:二 e4:三 e5:-", Won(trade));
        Assert.Equal("三等奖：甲厂已有 1 个二等奖，按规程授三等奖。", Why(trade, 2));
        Assert.Equal("二等奖：第 3 名按规程不授二等奖，由第 4 名递补。", Why(trade, 3));
    }

    [Fact]
    public void At_most_two_prizes_a_firm()
    {
        var trade = Compute(Firms(
            Prizes(OneTwoThree, """, "limits": [{ "most": 2, "per": "organization" }]"""), "",
            (95, "o", ""), (94, "o", ""), (93, "o", ""), (92, "p", ""), (91, "o", ""), (90, "p", "")));

        Assert.Equal("e0:一 e1:二 e2:- e3:二 e4:- e5:三", Won(trade));
        Assert.Equal("不获奖：甲厂已有 2 个奖，按规程不再授奖。", Why(trade, 2));
    }

    [Fact]
    public void Equals_at_a_limit_are_treated_alike()
    {
        const string Limit = """, "limits": [{ "most": 1, "per": "organization" }]""";
        Assert.Equal("e0:一 e1:一 e2:二", Won(Compute(Firms(
            Prizes("""{ "name": "一等奖", "quota": 2 }, { "name": "二等奖", "quota": 1 }""", Limit), """ "tieChain": [],""", (95, "o", ""), (95, "o", ""), (90, "p", "")))));
        Assert.Equal("e0:一 e1:- e2:- e3:一", Won(Compute(Firms(
            Prizes("""{ "name": "一等奖", "quota": 2 }, { "name": "二等奖", "quota": 2 }""", Limit), """ "tieChain": [],""", (96, "o", ""), (95, "o", ""), (95, "o", ""), (90, "p", "")))));
    }

    [Fact]
    public void A_tag_limits_and_who_has_none_is_not_limited()
    {
        var trade = Compute(Firms(
            Prizes("""{ "name": "一等奖", "quota": 3 }""", """, "limits": [{ "most": 1, "per": "tag", "tag": "区县" }]"""), "",
            (95, "o", ""), (94, "o", ""), (93, "p", ""), (92, "p", ""), (91, "p", "\"tags\": { \"区县\": \"文峰区\" }")));

        Assert.Equal("e0:一 e1:- e2:一 e3:一 e4:-", Won(trade));
        Assert.Equal("不获奖：文峰区已有 1 个奖，按规程不再授奖。", Why(trade, 1));
    }

    [Fact]
    public void A_person_is_limited_over_the_trades_in_order()
    {
        const string Limit = """{ "tiers": [{ "name": "一等奖", "quota": 1 }], "gate": { "passMark": 0 }, "limits": [{ "most": 1, "per": "person" }] }""";
        static string Trade(string id) => $$"""{ "id": "{{id}}", "name": "{{id}}", "code": "{{id.ToUpperInvariant()}}", "codeLayers": 0, {{Weighted(Practical(100, Clerk()))}}, "awards": {{Limit}} }""";
        const string Both = "\"personal\": { \"idNumber\": \"410502199001011236\" }";
        static string Person(string id, string name, string trade, string more = "") => $$"""{ "id": "{{id}}", "name": "{{name}}", "organization": "o", "trade": "{{trade}}"{{(more.Length > 0 ? ", " + more : "")}} }""";
        static string Mark(string id, decimal mark) => $$"""{ "entrant": "{{id}}", {{Marked(Figure(mark))}} }""";
        var reading = Read($$"""
            { "format": 1, "competition": { "id": "two", "name": "两赛" }, "trades": [{{Trade("dg")}}, {{Trade("qg")}}], "organizations": [{ "id": "o", "name": "甲厂" }],
              "entrants": [{{Person("a", "张三", "dg", Both)}}, {{Person("b", "李四", "dg")}}, {{Person("c", "张三", "qg", Both)}}, {{Person("d", "王五", "qg")}}],
              "marks": [{{Mark("a", 90)}}, {{Mark("b", 80)}}, {{Mark("c", 95)}}, {{Mark("d", 85)}}] }
            """);
        Assert.Empty(reading.Errors.Select(e => e.ToString()));
        var computed = Computation.Of(reading.File!);

        Assert.Equal("a:一 b:-", Won(computed.Trades[0]));
        Assert.Equal("c:- d:一", Won(computed.Trades[1]));
        Assert.Equal("不获奖：本人已有 1 个奖，按规程不再授奖。", computed.Trades[1].Entrants[0].Explanation[^1].ToString());
    }

    // Groups (K15).

    [Fact]
    public void Groups_of_a_tag_get_the_tiers_each()
    {
        static string Group(string name) => $$""" "tags": { "组别": "{{name}}" }""";
        var trade = Compute(Firms(
            Prizes("""{ "name": "一等奖", "quota": 1 }, { "name": "二等奖", "percent": 50 }""", ", \"countBy\": \"组别\""), "",
            (95, "o", Group("职工组")), (94, "o", Group("职工组")), (80, "o", Group("学生组")), (70, "p", Group("学生组"))));

        Assert.Equal("e0:一 e1:二 e2:一 e3:二", Won(trade));
        Assert.Equal(["一等奖 2 2", "二等奖 2 2"], trade.Tiers.Select(t => $"{t.Name} {t.Quota} {t.Given}"));
        Assert.Empty(trade.Open);
    }

    [Fact]
    public void Who_lacks_the_tag_gets_nothing_and_blocks_the_trade()
    {
        var trade = Compute(Firms(
            Prizes("""{ "name": "一等奖", "quota": 1 }""", ", \"countBy\": \"区县\""), "", (95, "p", ""), (94, "o", "")));

        Assert.Equal("e0:- e1:一", Won(trade));
        Assert.Equal("不获奖：没有标签“区县”，不能定奖；请先补上。", Why(trade, 0));
        Assert.Equal(["001 没有标签“区县”，不能定奖；请先补上"], trade.Open.Select(s => s.ToString()));
    }

    // Single prizes (K12, M11).

    [Fact]
    public void Single_prizes_go_to_the_best_by_a_module_and_equals_share_them()
    {
        string Two(decimal a, decimal b) => Marked(Figure(a, "A"), Figure(b, "B"));
        var trade = Compute(Text(
            Raw(200, Clerk("A") + ", " + Clerk("B")), [Two(90, 70), Two(80, 96), Two(70, 96)],
            """{ "tiers": [], "gate": { "passMark": 0 }, "singles": [{ "name": "热菜单项奖", "count": 1, "module": "B" }] }"""));

        var prize = Assert.Single(trade.Singles!);
        Assert.Equal(["e1 装接 96.00，居第 1", "e2 装接 96.00，居第 1"], prize.Winners.OrderBy(w => w.Entrant.Value, StringComparer.Ordinal).Select(w => $"{w.Entrant} {w.Words}"));
    }

    [Theory]
    [InlineData("[{ \"value\": -100, \"mark\": 0 }, { \"value\": 100, \"mark\": 100 }]", "e1 +40 度，居第 1")]
    [InlineData("[{ \"value\": -100, \"mark\": 100 }, { \"value\": 100, \"mark\": 0 }]", "e0 -30 度，居第 1")]
    public void A_gain_is_the_difference_before_it_is_mapped_the_better_way(string line, string won)
    {
        var module = $$"""{ "id": "P", "name": "节电", "fullMark": 100, "marking": "judge", "sheet": [{ "id": "c", "name": "c", "aspects": [{ "kind": "metric", "id": "a", "text": "用电", "fullMark": 100, "unit": "度", "line": {{line}}, "base": { "take": "difference" } }] }] }""";
        string By(int value, int from) => Marked($$"""{ "module": "P", "sheets": [{ "judge": "J1", "marks": { "a": ["{{value}}", "{{from}}"] } }] }""");
        var trade = Compute(Text(
            Raw(100, module), [By(500, 530), By(840, 800)],
            """{ "tiers": [], "gate": { "passMark": 0 }, "singles": [{ "name": "进步奖", "count": 1, "module": "P", "aspect": "a", "gain": true }] }""", Judges(1)));

        var winner = Assert.Single(Assert.Single(trade.Singles!).Winners);
        Assert.Equal(won, $"{winner.Entrant} {winner.Words.ToString()[(winner.Words.ToString().IndexOf(' ', StringComparison.Ordinal) + 1)..]}");
    }

    [Theory]
    [InlineData("""{ "name": "一等奖" }""", "$.trades[0].awards.tiers[0]", "应在名额 quota 与比例 percent 中写一个，或写达到的分数 from")]
    [InlineData("""{ "name": "一等奖", "quota": 1, "percent": 5 }""", "$.trades[0].awards.tiers[0]", "应在名额 quota 与比例 percent 中写一个")]
    [InlineData("""{ "name": "一等奖", "from": { "mark": 0 } }""", "$.trades[0].awards.tiers[0].from.mark", "要达到的分数应大于 0")]
    [InlineData("""{ "name": "一等奖", "quota": 1, "amount": -1 }""", "$.trades[0].awards.tiers[0].amount", "奖金应为 0 或以上")]
    public void A_tier_that_says_too_little_or_too_much_is_named(string tier, string path, string allowed)
    {
        var error = Assert.Single(Read(Firms(Prizes(tier), "", (90, "o", ""))).Errors);

        Assert.Equal(path, error.Path);
        Assert.StartsWith(allowed, error.Allowed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"limits\": [{ \"most\": 0, \"per\": \"organization\" }]", "limits[0].most")]
    [InlineData("\"limits\": [{ \"most\": 1, \"per\": \"tag\" }]", "limits[0].tag")]
    [InlineData("\"limits\": [{ \"most\": 1, \"per\": \"organization\", \"tag\": \"区县\" }]", "limits[0].tag")]
    [InlineData("\"limits\": [{ \"most\": 1, \"per\": \"organization\", \"tier\": \"特等奖\" }]", "limits[0].tier")]
    [InlineData("\"singles\": [{ \"name\": \"一等奖\", \"count\": 1, \"module\": \"P\" }]", "singles[0].name")]
    [InlineData("\"singles\": [{ \"name\": \"单项\", \"count\": 0, \"module\": \"P\" }]", "singles[0].count")]
    [InlineData("\"singles\": [{ \"name\": \"单项\", \"count\": 1, \"module\": \"Q\" }]", "singles[0].module")]
    [InlineData("\"singles\": [{ \"name\": \"单项\", \"count\": 1, \"module\": \"P\", \"gain\": true }]", "singles[0].gain")]
    public void A_limit_or_single_prize_that_cannot_hold_is_named(string more, string path)
    {
        var error = Assert.Single(Read(Firms(Prizes("""{ "name": "一等奖", "quota": 1 }""", $", {more}"), "", (90, "o", ""))).Errors);

        Assert.Equal($"$.trades[0].awards.{path}", error.Path);
    }
}
