using static Scoring.Core.Tests.Files.Computing.SmallFile;

namespace Scoring.Core.Tests.Files.Computing;

/// <summary>What is read out, in places where it is easily forgotten: runs, panels, two violations, other zones and years.</summary>
public sealed class ToldEdgesTests
{
    private const string Panel = """
        {
          "id": "P", "name": "装接", "fullMark": 100, "marking": "panel",
          "sheet": [{ "id": "s", "name": "s", "aspects": [
            { "kind": "points", "id": "a1", "text": "外观", "fullMark": 60 },
                { "kind": "points", "id": "a2", "text": "尺寸", "fullMark": 40 }] }]
        }
        """;

    private static string Sheet(int judge, int a1, int a2) => $$"""{ "judge": "J{{judge}}", "marks": { "a1": {{a1}}, "a2": {{a2}} } }""";

    private static string Sheets(params string[] sheets) => Marked($$"""{ "module": "P", "sheets": [{{string.Join(", ", sheets)}}] }""");

    private static string Violated(params string[] violations) => "\"violations\": [" + string.Join(", ", violations.Select((v, i) =>
        $$"""{ "number": {{i + 1}}, "person": "李", "personRole": "现场裁判", "module": "P", {{v}} }""")) + "]";

    [Theory]
    [InlineData("absent", "缺考")]
    [InlineData("withdrawn", "弃赛")]
    [InlineData("disqualified", "取消资格")]
    public void Of_who_is_not_there_no_judge_owes_anything(string status, string word) // R-B8
    {
        string Told(string marks) => Compute(Text(
            Raw(100, Panel), [marks, Sheets(Sheet(1, 50, 30), Sheet(2, 50, 30))], more: Judges(2), entrants: [Status(status, "途中离场"), ""]))
                .Told(0);

        Assert.Equal($"{word}，不计总分、不排名：途中离场。", Told(""));
        Assert.Equal(
            "模块 P 装接（满分 100）\n"
            + $"　1 号裁判 裁判1 合计 80.00：a1 外观 50.00（满分 60，评 50 分）；a2 尺寸 30.00（满分 40，评 30 分）。\n{word}，不计总分、不排名：途中离场。",
            Told(Sheets(Sheet(1, 50, 30))));
    }

    [Fact]
    public void Who_left_after_the_second_of_three_runs_keeps_both_and_lacks_none()
    {
        var told = Compute(Text(
            Weighted(Practical(100, Clerk(more: """, "attempts": { "most": 3 }"""))),
            [Marked(Figure(70), Figure(80, more: ", \"attempt\": 2")), ""], entrants: [Status("withdrawn", "受伤"), ""])).Told(0);

        Assert.Contains(
            "　第 1 次 70.00 分。\n　第 2 次 80.00 分，计入。\n　取最好的一次。\n"
            + "　第 1 次：录入员 L1 录入 70.00。\n　第 2 次：录入员 L1 录入 80.00。\n弃赛",
            told, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有成绩", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Clock_and_extension_of_each_run_are_said() // R-J6, R-K7
    {
        var told = Compute(Text(
            Weighted(Practical(100, Clerk(more: """
                , "attempts": { "most": 2 }, "time": { "limitSeconds": 600, "perStep": { "everySeconds": 60, "deduction": 1 } }
                """))),
            [Marked(
                Figure(80, more: """, "time": { "usedSeconds": 900, "extensionSeconds": 240 }"""),
                Figure(70, more: """, "attempt": 2, "time": { "usedSeconds": 600 }"""))])).Told(0);

        Assert.Contains(
            "第 1 次 79.00 分，用时 0:15:00，补时 0:04:00，净用时 0:11:00，超时 0:01:00，扣 1.00，计入。\n　第 2 次 70.00 分，用时 0:10:00。",
            told, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_violation_that_sets_to_zero_is_named_and_others_of_the_module_no_longer_count() // R-B7, R-J7
    {
        var told = Compute(Text(Raw(100, Clerk()), [Violated(
            """ "what": "使用手机", "outcome": "moduleToZero" """, """ "what": "迟到", "outcome": "deduction", "deduction": 3 """,
            """ "what": "夹带", "outcome": "moduleToZero" """,
            """ "what": "误记", "outcome": "moduleToZero", "withdrawn": "查无此事" """) + ", " + Marked(Figure(90))])).Told(0);

        Assert.Contains("　违规第 1 号：使用手机；违规第 3 号：夹带，本模块记 0 分。", told, StringComparison.Ordinal);
        Assert.DoesNotContain("扣 3", told, StringComparison.Ordinal);
        Assert.DoesNotContain("误记", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_out_of_time_says_its_time_and_no_violation() => Assert.Contains(
        "用时 0:01:01，限时 0:01:00，超时 0:00:01，本模块记 0 分。\n　模块得分 0.00。",
        Compute(Text(
            Weighted(Practical(100, Clerk(more: """, "time": { "limitSeconds": 60, "out": { "aboveSeconds": 0, "then": "module" } }"""))),
            [Marked(Figure(90, more: """, "time": { "usedSeconds": 61 }"""))])).Told(0), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-12-31T23:59:59+08:00", "2027-01-01T00:00:01+08:00", "完成时间 2026 年 12 月 31 日 23:59:59 早于 2027 年 1 月 1 日 00:00:01")]
    [InlineData("2026-04-23T08:30:00Z", "2026-04-23T17:00:00+08:00", "完成时间 16:30:00 早于 17:00:00")]
    [InlineData("2026-04-23T15:59:00Z", "2026-04-23T16:01:00Z", "完成时间 4 月 23 日 23:59:00 早于 4 月 24 日 00:01:00")]
    [InlineData("2026-04-23T09:00:00.25+08:00", "2026-04-23T09:00:00.75+08:00", "完成时间 09:00:00.25 早于 09:00:00.75")]
    [InlineData("2026-04-23T09:00:00.251+08:00", "2026-04-23T09:00:00.252+08:00", "完成时间 09:00:00.2510000 早于 09:00:00.2520000")]
    public void Finishing_times_are_the_venues_and_as_fine_as_tells_them_apart(string first, string second, string words)
    {
        var trade = Raw(100, Clerk(more: """, "time": {}"""), """ "tieChain": [{ "kind": "earliestFinish" }],""");
        string Finished(string at) => Marked(Figure(50, more: $$""", "time": { "usedSeconds": 60, "finishedAt": "{{at}}" }"""));
        var text = Text(trade, [Finished(first), Finished(second)]);

        Assert.Contains(words, Compute(text).Told(1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_contest_in_another_zone_has_its_own_clock() => Assert.Contains(
        "完成时间 14:30:00 早于 15:00:00",
        Compute(Text(
            Raw(100, Clerk(more: """, "time": {}"""), """ "tieChain": [{ "kind": "earliestFinish" }],"""),
            [.. new[] { "08:30", "09:00" }.Select(at =>
                Marked(Figure(50, more: $$""", "time": { "usedSeconds": 60, "finishedAt": "2026-04-23T{{at}}:00Z" }""")))])
            .Replace("\"name\": \"小赛\"", "\"name\": \"小赛\", \"timeZone\": \"Asia/Urumqi\"", StringComparison.Ordinal)).Told(1),
        StringComparison.Ordinal);

    private const string ToZero = """ "what": "作弊", "outcome": "moduleToZero" """;

    [Theory]
    [InlineData("""{ "kind": "criterion", "module": "P", "criterion": "s" }""", "e0:1 e1:1")]
    [InlineData("""{ "kind": "module", "module": "P" }""", "e0:1 e1:1")]
    [InlineData("""{ "kind": "aspect", "module": "P", "aspect": "a2" }""", "e0:1 e1:1")]
    public void Nothing_of_a_module_set_to_zero_breaks_a_tie(string step, string order) => Assert.Equal( // R-L3
        order,
        Compute(Text(
            Raw(100, Panel, $$""" "tieChain": [{{step}}],"""),
            [
                $"{Sheets(Sheet(1, 60, 40), Sheet(2, 60, 40))}, {Violated(ToZero)}",
                $"{Sheets(Sheet(1, 1, 2), Sheet(2, 1, 2))}, "
                + Violated(ToZero).Replace("\"number\": 1", "\"number\": 2", StringComparison.Ordinal),
            ],
            more: Judges(2))).Order());

    [Fact]
    public void Zero_against_a_real_mark_does_break_one()
    {
        var trade = Compute(Text(
            Raw(200, Panel + ", " + Clerk("Q"), """ "tieChain": [{ "kind": "aspect", "module": "P", "aspect": "a1" }],"""),
            [
                $"{Sheets(Sheet(1, 60, 40), Sheet(2, 60, 40))[..^1]}, {Figure(50, "Q")}], {Violated(ToZero)}",
                $"{Sheets(Sheet(1, 10, 20), Sheet(2, 10, 20))[..^1]}, {Figure(20, "Q")}]",
            ],
            more: Judges(2)));

        Assert.Equal("e1:1 e0:2", trade.Order());
        Assert.Contains("评分点“外观” 10.00 高于 0.00", trade.Told(0), StringComparison.Ordinal);
    }

    private static string Judgement(int judges, string recused, params (int Judge, int Score)[] scores)
    {
        const string module = """
            {
              "id": "P", "name": "表现", "fullMark": 90, "marking": "panel", "sheet": [{ "id": "c", "name": "c", "aspects": [
                { "kind": "judgement", "id": "j", "text": "仪态", "fullMark": 90, "benchmarks": ["零", "一", "二", "三"] }] }]
            }
            """;
        var seats = Judges(judges);
        foreach (var judge in recused.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            seats = seats.Replace($"\"name\": \"裁判{judge}\"", $"\"name\": \"裁判{judge}\", \"recusedFrom\": [\"e0\"]",
                StringComparison.Ordinal);
        }

        return Text(Raw(90, module), [Sheets([.. scores.Select(s => $$"""{ "judge": "J{{s.Judge}}", "marks": { "j": {{s.Score}} } }""")])],
            more: seats);
    }

    [Fact]
    public void A_judgement_by_one_or_by_two_is_of_their_scores_and_asks_the_head_judge() // R-L3, R-G2
    {
        var two = Compute(Judgement(3, "1", (2, 3), (3, 2)));
        var one = Compute(Judgement(3, "1 2", (3, 2)));
        var three = Compute(Judgement(3, "", (1, 3), (2, 2), (3, 2)));

        Assert.Equal((75m, 60m, 70m), (two.Total(0), one.Total(0), three.Total(0))); // 90 × 5 ÷ 6, 90 × 2 ÷ 3, 90 × 7 ÷ 9
        Assert.Contains("001：模块 P 评判只有 2 名裁判，应为 3 名，须由裁判长确认", two.Open.Select(s => s.ToString()));
        Assert.Contains("001：模块 P 评判只有 1 名裁判，应为 3 名，须由裁判长确认", one.Open.Select(s => s.ToString()));
        Assert.Empty(three.Open);
    }

    [Theory]
    [InlineData("\"limitSeconds\": 86401", "\"usedSeconds\": 1")]
    [InlineData("\"limitSeconds\": 60, \"overtime\": [{ \"upToSeconds\": 9999999999, \"deduction\": 1 }, { \"deduction\": 2 }]",
        "\"usedSeconds\": 1")]
    [InlineData("\"limitSeconds\": 60, \"perStep\": { \"everySeconds\": 86401, \"deduction\": 1 }", "\"usedSeconds\": 1")]
    [InlineData("\"limitSeconds\": 60, \"out\": { \"aboveSeconds\": 86401 }", "\"usedSeconds\": 1")]
    [InlineData("", "\"usedSeconds\": 79228162514264337593543950335")]
    [InlineData("", "\"usedSeconds\": 1e300")]
    public void No_time_of_a_file_is_longer_than_a_day(string rule, string time) // R-L5
    {
        var text = Text(Raw(100, Clerk(more: $$""", "time": { {{rule}} }""")), [Marked(Figure(50, more: $$""", "time": { {{time}} }"""))]);

        Assert.NotEmpty(Read(text).Errors);
    }

    [Theory]
    [InlineData("\"甲\\u0007厂\"", "\\u0007")]
    [InlineData("\"甲\\r\\n厂\"", "\\r\\n")]
    [InlineData("\"甲\\t厂\"", "\\t")]
    public void A_firms_name_cannot_ring_or_split_a_message_either(string name, string shown)
    {
        var problems = Read(Text(Raw(100, Clerk()), [""]).Replace("\"甲厂\"", name, StringComparison.Ordinal))
            .Problems.Select(p => p.ToString()).ToList();

        Assert.Contains(problems, p => p.Contains(shown, StringComparison.Ordinal));
        Assert.All(problems, p => Assert.DoesNotContain(p, char.IsControl));
    }

    [Fact]
    public void Nor_can_a_property_nobody_knows_or_an_id()
    {
        var text = Text(Raw(100, Clerk()), [""]).Replace("\"competition\":", "\"x\\ny\\u001b\": 1, \"competition\":",
            StringComparison.Ordinal)
            .Replace("\"id\": \"e0\"", "\"id\": \"e\\n0\"", StringComparison.Ordinal);

        var problems = Read(text).Problems.Select(p => p.ToString()).ToList();

        Assert.True(problems.Count >= 2);
        Assert.All(problems, p => Assert.DoesNotContain(p, char.IsControl));
    }
}
