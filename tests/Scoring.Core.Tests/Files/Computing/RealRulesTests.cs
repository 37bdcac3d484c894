using static Scoring.Core.Tests.Files.Computing.SmallFile;

namespace Scoring.Core.Tests.Files.Computing;

/// <summary>Rules of real contests (R-K1, R-K2, R-K4 to R-K7), worked by hand and computed from files as a clerk would write them.</summary>
public sealed class RealRulesTests
{
    [Fact]
    public void Three_pieces_of_300_are_brought_to_100() // R-K1
    {
        var trade = Compute(Text(
            Weighted(Theory(30) + ", " + Practical(70, $"{Clerk("A")}, {Clerk("B")}, {Clerk("C")}", Scaled)),
            [Marked(Figure(86, "LL"), Figure(92, "A"), Figure(88.5m, "B"), Figure(79, "C"))]));

        Assert.Equal(86.35m, trade.Total(0));
        Assert.Contains("实操 = A 92.00 + B 88.50 + C 79.00 = 259.50，满分 300 折算为 100 = 86.50 分。", trade.Told(0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3500", 2871, "82.03")]
    [InlineData("3500", 0, "0.00")]
    [InlineData("3500", 3500, "100.00")]
    [InlineData("300", 1, "0.33")]
    [InlineData("300", 2, "0.67")]
    [InlineData("99.99", 50, "50.01")]
    public void Any_sum_is_brought_to_100(string full, int mark, string figure) => Assert.Contains(
        $"折算为 100 = {figure} 分。", Compute(Text(Weighted(Practical(100, Clerk("A", Number(full)), Scaled)), [Marked(Figure(mark, "A"))])).Told(0), StringComparison.Ordinal);

    [Fact]
    public void Without_the_setting_a_component_makes_100()
    {
        var error = Assert.Single(Read(Text(Weighted(Practical(100, Clerk("A", 300))), [""])).Errors);

        Assert.Equal("$.trades[0].components[0].modules", error.Path);
        Assert.EndsWith("按比例折算成 100 请写 \"scaled\": true", error.Allowed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "halfUp", "87.5", "88")]
    [InlineData(1, "halfUp", "87.45", "87.5")]
    [InlineData(3, "halfUp", "87.5046", "87.505")]
    [InlineData(3, "halfUp", "87.5054", "87.505")]
    [InlineData(3, "halfUp", "99.99999", "100.000")]
    [InlineData(4, "halfEven", "87.50465", "87.5046")]
    [InlineData(2, "truncate", "87.5046", "87.50")]
    [InlineData(2, "truncate", "87.5054", "87.50")]
    [InlineData(2, "truncate", "99.99999", "99.99")]
    public void Totals_have_the_trades_decimals(int decimals, string rounding, string mark, string total) => Assert.Contains( // R-K2
        $"实操 {total} 分。\n总分 = 实操 {total} × 100% = {total} 分",
        Compute(Text(
            Weighted(Practical(100, Clerk()), $$""" "decimals": {{decimals}}, "rounding": "{{rounding}}",""") , [Marked($$"""{ "module": "P", "figures": [{ "clerk": "L1", "mark": {{mark}} }] }""")])).Told(0),
        StringComparison.Ordinal);

    [Fact]
    public void Hundredths_of_a_second_break_a_tie() // R-K2
    {
        string Timed(string seconds) => Marked(Figure(90, more: $$""", "time": { "usedSeconds": {{seconds}} }"""));

        var trade = Compute(Text(Weighted(Practical(100, Clerk(more: """, "time": {}""")), """ "tieChain": [{ "kind": "time" }],"""), [Timed("61.31"), Timed("61.25"), Timed("61.31")]));

        Assert.Equal("e1:1 e0:2 e2:2", trade.Order());
        Assert.Contains("用时 0:01:01.25 短于 0:01:01.31", trade.Told(0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "number": 1, "person": "张", "personRole": "现场裁判", "what": "扰乱赛场", "outcome": "deduction", "deduction": 5 }""", "78.00")]
    [InlineData("""{ "number": 1, "person": "张", "personRole": "现场裁判", "what": "扰乱赛场", "outcome": "deduction", "percent": 10 }""", "74.70")]
    [InlineData("""{ "number": 1, "person": "张", "personRole": "现场裁判", "what": "扰乱赛场", "outcome": "deduction", "percent": 10 }, { "number": 2, "person": "张", "personRole": "现场裁判", "what": "迟到", "outcome": "deduction", "deduction": 0.01 }""", "74.69")]
    [InlineData("""{ "number": 1, "person": "张", "personRole": "现场裁判", "what": "扰乱赛场", "outcome": "deduction", "percent": 60 }, { "number": 2, "person": "张", "personRole": "现场裁判", "what": "又犯", "outcome": "deduction", "percent": 50 }""", "0.00")]
    [InlineData("""{ "number": 1, "person": "张", "personRole": "现场裁判", "what": "扰乱赛场", "outcome": "deduction", "deduction": 83 }""", "0.00")]
    [InlineData("""{ "number": 1, "person": "张", "personRole": "现场裁判", "what": "扰乱赛场", "outcome": "deduction", "deduction": 84, "withdrawn": "误记" }""", "83.00")]
    public void Violations_come_off_the_total(string violations, string total) => Assert.Contains( // R-K5
        $" = {total} 分。",
        Compute(Text(Weighted(Theory(30) + ", " + Practical(70, Clerk("A"))), [$"{Marked(Figure(90, "LL"), Figure(80, "A"))}, \"violations\": [{violations}]"])).Told(0).Split('\n').Single(l => l.StartsWith("总分", StringComparison.Ordinal)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("7200", "90.00")]
    [InlineData("7200.01", "89.50")]
    [InlineData("7260", "89.50")]
    [InlineData("7261", "89.00")]
    [InlineData("9000", "75.00")]
    [InlineData("9001", null)]
    public void Half_a_mark_a_minute_begun_and_out_above_thirty(string used, string? total) // R-K6
    {
        var trade = Compute(Text(
            Weighted(Practical(100, Clerk(more: """, "time": { "limitSeconds": 7200, "perStep": { "everySeconds": 60, "deduction": 0.5 }, "out": { "aboveSeconds": 1800 } }"""))),
            [Marked(Figure(90, more: $$""", "time": { "usedSeconds": {{used}} }""")), Marked(Figure(10, more: """, "time": { "usedSeconds": 60 }"""))]));

        Assert.Equal(total is null ? null : decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture), trade.Total(0));
        Assert.Equal(total is null ? "e1:1 e0:-" : "e0:1 e1:2", trade.Order());
        Assert.Equal(2, trade.Started);
        Assert.Equal(total is null, trade.Told(0).Contains("超时 0:30:01，淘汰。", StringComparison.Ordinal));
        Assert.Equal(total is null, trade.Told(0).Contains("超时淘汰，不计总分、不排名：P 超时 0:30:01。", StringComparison.Ordinal));
        Assert.Empty(trade.Open);
    }

    [Theory]
    [InlineData("\"full\": true", "7259", "90.00")]
    [InlineData("\"full\": true", "7260", "89.50")]
    [InlineData("\"full\": true", "7319.99", "89.50")]
    [InlineData("\"atMost\": 1", "7320", "89.00")]
    [InlineData("\"atMost\": 1", "7321", "89.00")]
    public void Full_steps_only_or_at_most_so_much(string rule, string used, string total) => Assert.Contains(
        $"模块得分 {total}。",
        Compute(Text(
            Weighted(Practical(100, Clerk(more: $$""", "time": { "limitSeconds": 7200, "perStep": { "everySeconds": 60, "deduction": 0.5, {{rule}} } }"""))),
            [Marked(Figure(90, more: $$""", "time": { "usedSeconds": {{used}} }"""))])).Told(0),
        StringComparison.Ordinal);

    [Fact]
    public void Out_may_be_of_the_module_only()
    {
        var timed = Clerk(more: """, "time": { "limitSeconds": 60, "out": { "aboveSeconds": 0, "then": "module" } }""");

        var trade = Compute(Text(Raw(200, timed + ", " + Clerk("Q")), [Marked(Figure(90, more: """, "time": { "usedSeconds": 61 }"""), Figure(50, "Q"))]));

        Assert.Equal(50m, trade.Total(0));
    }

    [Theory]
    [InlineData("best", "", "81", "90", "90.00", 2)]
    [InlineData("best", "", "90", "81", "90.00", 1)]
    [InlineData("best", "", "90", "90", "90.00", 1)]
    [InlineData("last", "", "90", "81", "81.00", 2)]
    public void One_of_two_runs_counts(string counts, string best, string first, string second, string figure, int which) // R-K7
    {
        var trade = Compute(Text(
            Weighted(Practical(100, Clerk(more: $$""", "attempts": { "most": 2, "counts": "{{counts}}"{{best}} }"""))), [Marked(Figure(Number(first)), Figure(Number(second), more: ", \"attempt\": 2"))]));

        Assert.Equal(Number(figure), trade.Total(0));
        Assert.Contains($"第 {which} 次 {figure} 分，计入。", trade.Told(0), StringComparison.Ordinal);
        Assert.DoesNotContain($"第 {3 - which} 次 {figure} 分，计入。", trade.Told(0), StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_two_of_three_are_added_and_the_module_is_of_twice_the_sheet()
    {
        var trade = Compute(Text(
            Weighted(Practical(100, Clerk(full: 200, more: """, "attempts": { "most": 3, "counts": "sumOfBest", "best": 2 }"""), Scaled)),
            [Marked(Figure(60), Figure(80, more: ", \"attempt\": 2"), Figure(75, more: ", \"attempt\": 3"))]));

        Assert.Contains("= 155.00，满分 200 折算为 100 = 77.50 分", trade.Told(0).Replace("P 155.00，", "= 155.00，", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_did_not_take_place_is_none_and_one_is_enough_once_the_others_are_waived()
    {
        var trade = Weighted(Practical(100, Clerk(more: """, "attempts": { "most": 2 }""")));
        const string waived = """{ "module": "P", "attempt": 2, "waived": "放弃" }""";

        var computed = Compute(Text(trade, [Marked(Figure(88)), Marked(Figure(88), waived), Marked("""{ "module": "P", "waived": "放弃" }""", waived)]));

        Assert.Null(computed.Total(0));
        Assert.Contains("001 装接：第 2 次没有成绩（不再进行的请登记弃试）", computed.Open.Select(s => s.ToString()));
        Assert.Equal(88m, computed.Total(1));
        Assert.Contains("第 2 次弃试：放弃。", computed.Told(1), StringComparison.Ordinal);
        Assert.Contains("003 装接：各次均弃试，没有成绩", computed.Open.Select(s => s.ToString()));
    }

    [Fact]
    public void Equal_bests_are_told_apart_by_the_next_best_and_by_a_run()
    {
        string Chain(string step) => Weighted(Practical(100, Clerk(more: """, "attempts": { "most": 2 }""")), $$""" "tieChain": [{{step}}],""");
        string[] marks = [Marked(Figure(90), Figure(81, more: ", \"attempt\": 2")), Marked(Figure(85), Figure(90, more: ", \"attempt\": 2"))];

        Assert.Equal("e1:1 e0:2", Compute(Text(Chain("""{ "kind": "nextBestAttempt", "module": "P" }"""), marks)).Order());
        Assert.Equal("e0:1 e1:2", Compute(Text(Chain("""{ "kind": "attempt", "module": "P", "attempt": 1 }"""), marks)).Order());
    }

    [Fact]
    public void Out_of_every_run_is_out_and_out_of_one_counts_nothing() // R-M5
    {
        var trade = Weighted(Practical(100, Clerk(more: """, "attempts": { "most": 2 }, "time": { "limitSeconds": 60, "out": { "aboveSeconds": 0 } }""")));
        string Run(int mark, int seconds, int attempt) => Figure(mark, more: $$""", "attempt": {{attempt}}, "time": { "usedSeconds": {{seconds}} }""");

        var computed = Compute(Text(trade, [Marked(Run(90, 61, 1), Run(70, 60, 2)), Marked(Run(90, 61, 1), Run(70, 61, 2))]));

        Assert.Equal(70m, computed.Total(0));
        Assert.Equal("e0:1 e1:-", computed.Order());
        Assert.Contains("第 1 次用时 0:01:01，超时过限，记 0 分。", computed.Told(0), StringComparison.Ordinal);
    }

    [Fact]
    public void Highest_and_lowest_go_item_by_item() // R-K4
    {
        var module = """{ "id": "P", "name": "讲解", "fullMark": 100, "marking": "panel", "panel": { "method": "trimmedPerAspect" }, "spreadLimit": null, "sheet": [{ "id": "c1", "name": "内容", "aspects": [{ "kind": "points", "id": "a", "text": "甲", "fullMark": 50, "step": 0.01 }] }, { "id": "c2", "name": "表达", "aspects": [{ "kind": "points", "id": "b", "text": "乙", "fullMark": 50, "step": 0.01 }] }] }""";
        var marks = Marked($$"""{ "module": "P", "sheets": [{{string.Join(", ", new[] { (50, 30), (40, 40), (41, 41), (42, 42), (30, 50) }.Select((m, i) => $$"""{ "judge": "J{{i + 1}}", "marks": { "a": {{m.Item1}}, "b": {{m.Item2}} } }"""))}}] }""");
        // The same sum, but in the first criterion 42, 41, 40 count instead of 41, 41, 41.
        var other = Marked($$"""{ "module": "P", "sheets": [{{string.Join(", ", new[] { (50, 30), (41, 40), (41, 41), (41, 42), (30, 50) }.Select((m, i) => $$"""{ "judge": "J{{i + 1}}", "marks": { "a": {{m.Item1}}, "b": {{m.Item2}} } }"""))}}] }""");

        var trade = Compute(Text(Weighted(Practical(100, module), """ "tieChain": [{ "kind": "criterion", "module": "P", "criterion": "c1" }],"""), [marks, other], more: Judges(5)));

        Assert.Equal(82m, trade.Total(0));
        Assert.Equal(82m, trade.Total(1));
        Assert.Equal("e0:1 e1:1", trade.Order());
        Assert.Contains("逐项去掉 1 个最高、1 个最低，其余平均，各项相加，得 82.00", trade.Told(0), StringComparison.Ordinal);
        Assert.Contains("评分项“内容”同为 41.00，并列", trade.Told(1), StringComparison.Ordinal);
    }
}
