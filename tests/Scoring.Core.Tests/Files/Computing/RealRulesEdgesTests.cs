using System.Globalization;
using static Scoring.Core.Tests.Files.Computing.SmallFile;

namespace Scoring.Core.Tests.Files.Computing;

/// <summary>Rules of real contests again with other figures and at their edges, worked by hand.</summary>
public sealed class RealRulesEdgesTests
{
    private const string Timed = """
        , "time": { "limitSeconds": 60, "overtime": [{ "upToSeconds": 0.5, "deduction": 1 }, { "deduction": 2 }] }
        """;

    private static string Used(string seconds, string more = "") => $$""", "time": { "usedSeconds": {{seconds}}{{more}} }""";

    [Fact]
    public void Hundredths_of_two_modules_add_up_before_they_are_compared() // R-K2
    {
        var trade = Raw(200, Clerk("P", more: """, "time": {}""") + ", " + Clerk("Q", more: """, "time": {}"""),
            """ "tieChain": [{ "kind": "time" }],""");
        string Times(string p, string q) => Marked(Figure(90, "P", Used(p)), Figure(90, "Q", Used(q)));

        var computed = Compute(Text(trade, [Times("59.99", "60.02"), Times("60.5", "59.5"), Times("30.01", "89.99")]));

        Assert.Equal("e1:1 e2:1 e0:3", computed.Order());
        Assert.Contains("用时 0:02:00 短于 0:02:00.01", computed.Told(0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("60", "", "90.00")]
    [InlineData("60.01", "", "89.00")]
    [InlineData("60.5", "", "89.00")]
    [InlineData("60.51", "", "88.00")]
    [InlineData("70.51", ", \"extensionSeconds\": 10.01", "89.00")]
    public void Bands_hold_to_the_hundredth(string used, string extension, string total) => Assert.Equal( // R-K2, R-J5
        Number(total), Compute(Text(Weighted(Practical(100, Clerk(more: Timed))), [Marked(Figure(90, more: Used(used, extension)))]))
            .Total(0));

    [Fact]
    public void A_thousandth_of_a_second_is_refused() => Assert.NotEmpty(
        Read(Text(Weighted(Practical(100, Clerk(more: Timed))), [Marked(Figure(90, more: Used("61.255")))])).Errors);

    private static string PerAspect(int drop, int full = 100, string before = "") => $$"""
        {
          "id": "P", "name": "讲解", "fullMark": {{full}}, "marking": "panel", "spreadLimit": null,
          "panel": { "method": "trimmedPerAspect", "dropEachSide": {{drop}} },
          "sheet": [{{before}}{ "id": "c1", "name": "内容", "aspects": [
            { "kind": "points", "id": "a", "text": "甲", "fullMark": 70, "step": 0.01 },
            { "kind": "points", "id": "b", "text": "乙", "fullMark": 30, "step": 0.01 }] }]
        }
        """;

    private static string Sheets(string a, string b, string more = "")
    {
        var sheets = a.Split(' ').Zip(b.Split(' ')).Select((m, i) =>
            $$"""{ "judge": "J{{i + 1}}", "marks": { "a": {{m.First}}, "b": {{m.Second}}{{more}} } }""");
        return Marked($$"""{ "module": "P", "sheets": [{{string.Join(", ", sheets)}}] }""");
    }

    [Theory]
    [InlineData(1, "70 10 40", "0 30 20", "60.00")] // 40 + 20
    [InlineData(2, "70 69 50 52 51 1 0", "30 30 30 30 30 30 30", "81.00")] // 51 + 30
    [InlineData(1, "60 60 60 60 60", "10.01 10.02 10.03 10.03 10", "70.02")] // 60 + (10.01 + 10.02 + 10.03) ÷ 3
    [InlineData(1, "50 51 51 53", "20 20 20.01 30", "71.01")] // (51 + 51) ÷ 2 + (20 + 20.01) ÷ 2 = 71.005
    public void So_many_go_of_each_item_on_each_side(int drop, string a, string b, string total) => Assert.Equal( // R-K4
        Number(total), Compute(Text(Weighted(Practical(100, PerAspect(drop))), [Sheets(a, b)], more: Judges(a.Split(' ').Length)))
            .Total(0));

    [Theory]
    [InlineData("0.1", "8.825")]
    [InlineData("-0.05", "8.675")]
    [InlineData("-0.1", "8.625")]
    [InlineData("0.15", null)]
    public void A_head_judge_adds_or_takes_a_little_of_sides_with_a_third_decimal(string head, string? total) // R-K2, R-K9, 木兰拳
    {
        static string Side(string id, string marking, string full, string step, string more) => $$"""
            {
              "id": "{{id}}", "name": "{{id}}", "fullMark": {{full}}, "marking": "{{marking}}"{{more}}, "sheet": [{ "id": "c", "name": "项",
                "aspects": [{ "kind": "points", "id": "a", "text": "甲", "fullMark": {{full}}, "step": {{step}} }] }]
            }
            """;
        var trade = Raw(10.1m, string.Join(", ", Side("A", "panel", "5", "0.05", ""), Side("B", "panel", "5", "0.05", ""),
            Side("H", "judge", "0.1", "0.05", ", \"belowZero\": true")), """ "decimals": 3,""");
        static string By(string module, params (int Judge, string Mark)[] marks) => $$"""
            { "module": "{{module}}", "sheets": [{{string.Join(", ", marks.Select(
                m => $$"""{ "judge": "J{{m.Judge}}", "marks": { "a": {{m.Mark}} } }"""))}}] }
            """;
        static string Judge(int number, string module) => $$"""
            {
              "id": "J{{number}}", "name": "裁判{{number}}",
              "seats": [{ "role": "judge", "trade": "dg", "module": "{{module}}", "number": {{number}} }]
            }
            """;
        var judges = $"\"judges\": [{string.Join(", ", "ABABH".Select((side, i) => Judge(i + 1, $"{side}")))}]"; // odd ones A, even ones B
        var text = Text(trade, [Marked(By("A", (1, "4.2"), (3, "4.25")), By("B", (2, "4.5"), (4, "4.5")), By("H", (5, head)))],
            more: judges);

        Assert.Equal(total is null, Read(text).Errors.Any());
        if (total is not null)
        {
            Assert.Equal(Number(total), Compute(text).Total(0)); // 4.225 + 4.5 and the head judge's
        }
    }

    [Fact]
    public void Where_trimming_leaves_nobody_there_is_no_figure()
    {
        var judges = Judges(3).Replace("\"name\": \"裁判3\"", "\"name\": \"裁判3\", \"recusedFrom\": [\"e0\"]", StringComparison.Ordinal);

        var trade = Compute(Text(Weighted(Practical(100, PerAspect(1))), [Sheets("50 60", "10 20")], more: judges));

        Assert.Null(trade.Total(0));
        Assert.NotEmpty(trade.Open);
    }

    [Fact]
    public void A_criterion_breaks_a_tie_by_the_judges_trimmed_sums() // R-M3
    {
        const string before = """
            { "id": "c0", "name": "仪表", "aspects": [{ "kind": "binary", "id": "z", "text": "整洁", "fullMark": 100 }] },
            """;

        // Item by item both have 40 + 20. The judges' sums of c1: 60, 60, 60 against 40 + 30, 50 + 20, 30 + 10, whose middle is 70.
        var trade = Compute(Text(
            Raw(200, PerAspect(1, 200, before), """ "tieChain": [{ "kind": "criterion", "module": "P", "criterion": "c1" }],"""),
            [Sheets("40 40 40", "20 20 20", ", \"z\": 0"), Sheets("40 50 30", "30 20 10", ", \"z\": 0")], more: Judges(3)));

        Assert.Equal(trade.Total(0), trade.Total(1));
        Assert.Equal("e1:1 e0:2", trade.Order());
        Assert.Contains("评分项“内容” 70.00 高于 60.00", trade.Told(0), StringComparison.Ordinal);
    }

    [Fact]
    public void A_total_that_stops_at_zero_says_so() // R-K5
    {
        string Violated(string off) =>
            $$"""{ "number": 1, "person": "张", "personRole": "现场裁判", "what": "未到场", "outcome": "deduction", {{off}} }""";
        string Line(string off) => Compute(Text(
            Weighted(Practical(100, Clerk())), [$"{Marked(Figure(40))}, \"violations\": [{Violated(off)}]"])).Told(0).Split('\n')[^3];

        Assert.Equal("总分 = 实操 40.00 × 100% − 100.00（违规第 1 号：未到场），不足 0 按 0 计 = 0.00 分。", Line("\"deduction\": 100"));
        Assert.Equal("总分 = 实操 40.00 × 100% − 40.00（违规第 1 号：未到场） = 0.00 分。", Line("\"deduction\": 40"));
        Assert.Equal("总分 = 实操 40.00 × 100% − 100%（违规第 1 号：未到场） = 0.00 分。", Line("\"percent\": 100"));
    }

    [Theory]
    [InlineData("60", 1)]
    [InlineData("59.99", 0)]
    [InlineData("59.995", 1)] // rounded to 60.00 first
    public void A_finisher_who_just_passed_every_part_has_the_point(string practical, int point) // R-K13
    {
        var text = Text(
            Weighted(Theory(30) + ", " + Practical(70, Clerk("A", 300), Scaled)),
            [Marked(Figure(90, "LL"), Figure(280, "A")), Marked(Figure(60, "LL"), Figure(3 * Number(practical), "A"))],
            """{ "tiers": [{ "name": "一等奖", "quota": 1 }] }""");
        const string team = """
            "name": "小赛", "teamRankings": [{
              "name": "团体", "method": "awardPoints", "awardPoints": { "一等奖": 8 }, "finisherPoints": 1, "everyPart": true }]
            """;
        text = text.Replace("\"name\": \"甲厂\" }", "\"name\": \"甲厂\" }, { \"id\": \"p\", \"name\": \"乙厂\" }", StringComparison.Ordinal)
            .Replace("\"选手1\", \"organization\": \"o\"", "\"选手1\", \"organization\": \"p\"", StringComparison.Ordinal)
            .Replace("\"name\": \"小赛\"", team, StringComparison.Ordinal);

        var rows = Core.Files.Computing.Computation.Of(Read(text).File!).Teams.Single().Rows;

        Assert.Equal(
            $"o 8, p {point}", string.Join(", ", rows.Select(
                r => string.Create(CultureInfo.InvariantCulture, $"{r.Organization} {r.Total:0}"))));
    }

    [Fact]
    public void Who_fails_one_part_is_passed_over_and_a_part_just_passed_is_passed() // R-K11
    {
        string Two(string theory, string practical) => Marked(Figure(Number(theory), "LL"), Figure(Number(practical), "A"));
        ComputedAdvance Of(int top, params string[] marks)
        {
            var theory = Theory(30).Replace("\"weight\"", "\"passMark\": 60, \"weight\"", StringComparison.Ordinal);
            var trade = Compute(Text(
                Weighted($"{theory}, {Practical(70, Clerk("A"), ", \"passMark\": 70")}",
                    $$""" "advance": { "to": "省赛", "top": {{top}}, "passMarks": true, "reserves": 1 },"""), marks));
            var list = trade.Advance!; // the trade has a rule
            return new(
                string.Join(' ', list.Entrants), string.Join(' ', list.Reserves), string.Join('；', list.PassedOver.Select(p => p.Words)));
        }

        Assert.Equal(new("e1", "e2", "实操 69.99 低于 70，不晋级，由第 2 名递补"), Of(1, Two("100", "69.99"), Two("60", "71"), Two("61", "69.995")));
        Assert.Equal("", Of(2, Two("59.99", "99"), Two("99", "69")).Entrants);
        Assert.Equal(new("e0 e1", "e2", ""), Of(2, Two("99", "99"), Two("90", "90"), Two("60", "70")));
    }

    private sealed record ComputedAdvance(string Entrants, string Reserves, string PassedOver);
}
