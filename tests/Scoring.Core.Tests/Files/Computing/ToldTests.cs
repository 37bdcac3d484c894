using static Scoring.Core.Tests.Files.Computing.SmallFile;

namespace Scoring.Core.Tests.Files.Computing;

/// <summary>What is read out about a result is what happened, so that it can be checked on the spot.</summary>
public sealed class ToldTests
{
    private const string Timed = """, "time": { "limitSeconds": 3600, "overtime": [{ "upToSeconds": 60, "deduction": 2 }, { "deduction": 5 }] }""";

    [Theory]
    [InlineData(3900, 240, "用时 1:05:00，补时 0:04:00，净用时 1:01:00，限时 1:00:00，超时 0:01:00，扣 2.00。")]
    [InlineData(3900, 239, "用时 1:05:00，补时 0:03:59，净用时 1:01:01，限时 1:00:00，超时 0:01:01，扣 5.00。")]
    [InlineData(3601, 0, "用时 1:00:01，限时 1:00:00，超时 0:00:01，扣 2.00。")]
    [InlineData(3600, 0, "用时 1:00:00，限时 1:00:00。")]
    [InlineData(3900, 300, "用时 1:05:00，补时 0:05:00，净用时 1:00:00，限时 1:00:00。")]
    public void Clock_extension_limit_and_overtime_are_said(int used, int extension, string words) => Assert.Contains(
        words,
        Compute(Text(Raw(100, Clerk(more: Timed)), [Marked(Figure(50, more: $$""", "time": { "usedSeconds": {{used}}, "extensionSeconds": {{extension}} }"""))])).Told(0),
        StringComparison.Ordinal);

    [Fact]
    public void Overtime_that_costs_nothing_is_said_to_cost_nothing() => Assert.Contains(
        "超时 0:00:30，不扣分。",
        Compute(Text(
            Raw(100, Clerk(more: """, "time": { "limitSeconds": 60, "overtime": [{ "upToSeconds": 60, "deduction": 0 }, { "deduction": 5 }] }""")),
            [Marked(Figure(50, more: """, "time": { "usedSeconds": 90 }"""))])).Told(0),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("absent", "缺考", "未到场")]
    [InlineData("withdrawn", "弃赛", "身体不适")]
    public void Who_was_not_there_has_nothing_missing(string status, string word, string why) => Assert.Equal(
        $"{word}，不计总分、不排名：{why}。",
        Compute(Text(
            Raw(100, Clerk()), ["", Marked(Figure(50))],
            entrants: [Status(status, why), ""])).Told(0));

    [Fact]
    public void Who_left_halfway_keeps_what_was_marked()
    {
        var told = Compute(Text(
            Raw(200, Clerk("P") + ", " + Clerk("Q")), [Marked(Figure(50))], entrants: [Status("withdrawn", "受伤")])).Told(0);

        Assert.Contains("模块 P", told, StringComparison.Ordinal);
        Assert.DoesNotContain("模块 Q", told, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有成绩", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(15, "实操 = P -35.00 + Q 20.00，不足 0 按 0 计 = 0.00 分。")]
    [InlineData(30, "实操 = P -20.00 + Q 20.00 = 0.00 分。")]
    [InlineData(31, "实操 = P -19.00 + Q 20.00 = 1.00 分。")]
    public void A_component_that_stopped_at_zero_says_so(int mark, string words) => Assert.Contains(
        words,
        Compute(Text(Raw(200, Clerk("P") + ", " + Clerk("Q")), [$"{Violated("deduction", 50)}, {Marked(Figure(mark), Figure(20, "Q"))}"])).Told(0),
        StringComparison.Ordinal);

    [Fact]
    public void A_module_to_zero_names_its_violations() => Assert.Contains(
        "　违规第 1 号：使用手机作弊，本模块记 0 分。",
        Compute(Text(Raw(100, Clerk()), [Violated("moduleToZero")])).Told(0), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-04-23T17:00:00+08:00", "2026-04-24T09:00:00+08:00", "完成时间 4 月 23 日 17:00:00 早于 4 月 24 日 09:00:00")]
    [InlineData("2026-04-23T09:00:00+08:00", "2026-04-23T17:00:00+08:00", "完成时间 09:00:00 早于 17:00:00")]
    public void Finishing_times_of_two_days_carry_their_date(string first, string second, string words)
    {
        var trade = Raw(100, Clerk(more: """, "time": {}"""), """ "tieChain": [{ "kind": "earliestFinish" }],""");
        string Finished(string at) => Marked(Figure(50, more: $$""", "time": { "usedSeconds": 60, "finishedAt": "{{at}}" }"""));

        Assert.Contains(words, Compute(Text(trade, [Finished(first), Finished(second)])).Told(1), StringComparison.Ordinal);
    }

    [Fact]
    public void The_finish_is_the_latest_of_the_modules_whatever_their_order() // R-L2
    {
        var trade = Raw(200, Clerk("P", more: """, "time": {}""") + ", " + Clerk("Q", more: """, "time": {}"""), """ "tieChain": [{ "kind": "earliestFinish" }],""");
        string Finish(string at) => $$""", "time": { "usedSeconds": 60, "finishedAt": "2026-04-{{at}}:00+08:00" }""";
        string Times(string p, string q) => Marked(Figure(50, "P", Finish(p)), Figure(50, "Q", Finish(q)));

        // e0 did Q first and P last at 17:00; e1 was done at 16:00.
        Assert.Equal("e1:1 e0:2", Compute(Text(trade, [Times("23T17:00", "23T09:00"), Times("23T10:00", "23T16:00")])).Order());
    }

    [Theory]
    [InlineData(35.5, 45.5, "极差 16.67（百分制）超过 10，须重评或由裁判长确认")]
    [InlineData(35, 42.5, "极差 12.50（百分制）超过 10，须重评或由裁判长确认")]
    public void A_wide_spread_has_two_decimals_and_its_limit(double low, double high, string words)
    {
        var module = """{ "id": "P", "name": "装接", "fullMark": 60, "marking": "panel", "sheet": [{ "id": "s", "name": "s", "aspects": [{ "kind": "points", "id": "a1", "text": "外观", "fullMark": 60 }] }] }""";

        var open = Compute(Text(Raw(60, module), [Marked($$"""{ "module": "P", "sheets": [{ "judge": "J1", "marks": { "a1": {{low}} } }, { "judge": "J2", "marks": { "a1": {{high}} } }] }""")], more: Judges(2))).Open;

        Assert.Equal("001：模块 P " + words, Assert.Single(open).ToString());
    }

    [Fact]
    public void A_tie_broken_by_an_aspect_names_it_and_one_of_a_zeroed_module_counts_nothing() // R-L3
    {
        const string sheet = """{ "id": "P", "name": "装接", "fullMark": 100, "marking": "judge", "sheet": [{ "id": "s", "name": "s", "aspects": [{ "kind": "points", "id": "a1", "text": "外观", "fullMark": 50 }, { "kind": "points", "id": "a2", "text": "尺寸", "fullMark": 50 }] }] }""";
        var trade = Raw(100, sheet, """ "tieChain": [{ "kind": "aspect", "module": "P", "aspect": "a1" }],""");
        string Sheet(int a1, int a2, string more = "") => Marked($$"""{ "module": "P", "sheets": [{ "judge": "J1", "marks": { "a1": {{a1}}, "a2": {{a2}} } }] }""") + more;

        Assert.Contains("评分点“外观” 40.00 高于 30.00", Compute(Text(trade, [Sheet(40, 20), Sheet(30, 30)], more: Judges(1))).Told(1), StringComparison.Ordinal);
        Assert.Equal("e0:1 e1:1", Compute(Text(trade, [Sheet(40, 20, ", " + Violated("moduleToZero")), Sheet(30, 30, ", " + Violated("moduleToZero", number: 2))], more: Judges(1))).Order());
    }

    [Fact]
    public void An_award_says_its_place_in_the_tier()
    {
        var trade = Compute(Text(
            Raw(100, Clerk()), [Marked(Figure(90)), Marked(Figure(80))],
            """{ "tiers": [{ "name": "一等奖", "quota": 1 }, { "name": "二等奖", "quota": 1 }], "gate": { "passMark": 0 } }"""));

        Assert.Contains("一等奖：第 1 名，在一等奖的 1 个名额内。", trade.Told(0), StringComparison.Ordinal);
        Assert.Contains("二等奖：第 2 名，在二等奖的 1 个名额内。", trade.Told(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "一等奖 2、二等奖 1、三等奖 1")]
    [InlineData(true, "一等奖 2、二等奖 0、三等奖 1")]
    public void What_the_committee_gives_beyond_the_quota_leaves_the_next_tier_alone_unless_it_says_so(bool fromNext, string given) // R-L1
    {
        var trade = Compute(Text(
            Raw(100, Clerk()), [.. new[] { 95, 95, 95, 85 }.Select(m => Marked(Figure(m)))],
            """{ "tiers": [{ "name": "一等奖", "quota": 1 }, { "name": "二等奖", "quota": 1 }, { "name": "三等奖", "quota": 1 }], "boundary": "decide", "gate": { "passMark": 0 } }""",
            $$""" "progress": [{ "trade": "dg", "phase": "scoring", "boundaries": [{ "tier": "一等奖", "chosen": ["e0", "e1"], "tied": ["e0", "e1", "e2"], "reason": "投票", "fromNext": {{(fromNext ? "true" : "false")}} }] }]"""));

        Assert.Equal(given, string.Join("、", trade.Tiers.Select(t => $"{t.Name} {t.Given}")));
        Assert.Equal(fromNext ? "三等奖" : "二等奖", trade.Entrants.Single(e => e.Entrant.Value == "e2").Award);
        Assert.Equal(fromNext ? null : "三等奖", trade.Entrants.Single(e => e.Entrant.Value == "e3").Award);
    }

    [Theory]
    [InlineData(86400, 0, true)]
    [InlineData(86401, 0, false)]
    [InlineData(100, 86401, false)]
    [InlineData(999999999, 0, false)]
    public void Times_beyond_a_day_are_refused(int used, int extension, bool fine) // R-L5
    {
        var errors = Read(Text(
            Raw(100, Clerk(more: """, "time": {}""")), [Marked(Figure(50, more: $$""", "time": { "usedSeconds": {{used}}, "extensionSeconds": {{extension}} }"""))])).Errors.Select(e => e.ToString()).ToList();

        Assert.Equal(fine, errors.Count == 0);
        Assert.True(fine || errors[0].Contains("应为 0 至 86400 秒（24 小时）", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_clerks_who_agree_leave_nothing_to_a_third() // R-L3
    {
        const string module = """{ "id": "P", "name": "理论", "fullMark": 100, "marking": "doubleEntry", "sheet": [] }""";
        string Twice(int second, string correction) => Marked($$"""{ "module": "P", "figures": [{ "clerk": "L1", "mark": 80 }, { "clerk": "L2", "mark": {{second}} }], "resolved": { "by": "L3", "mark": 95, "reason": "核对"{{correction}} } }""");

        Assert.Contains(Read(Text(Raw(100, module), [Twice(80, "")])).Errors, e => e.Path == "$.marks[0].modules[0].resolved" && e.Allowed.ToString().StartsWith("两名录入员录入一致", StringComparison.Ordinal));
        Assert.Equal(95m, Compute(Text(Raw(100, module), [Twice(81, "")])).Total(0));
        Assert.Equal(95m, Compute(Text(Raw(100, module), [Twice(80, """, "correction": true""")])).Total(0));
    }

    [Theory]
    [InlineData("李\\n二", "李\\n二")]
    [InlineData("李\\u001b[31m二", "李\\u001b[31m二")]
    [InlineData("李\\u2028二\\u202e", "李\\u2028二\\u202e")]
    public void A_message_is_one_line_with_what_cannot_be_seen_spelled_out(string name, string shown)
    {
        var text = Text(Raw(100, Clerk()), [""]).Replace("选手0", name, StringComparison.Ordinal);

        var errors = Read(text).Problems.Select(p => p.ToString()).ToList();

        Assert.All(errors, e => Assert.DoesNotContain(e, c => char.IsControl(c)));
        Assert.True(name.EndsWith("202e", StringComparison.Ordinal) || errors.Exists(e => e.Contains(shown, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_reason_of_two_lines_stays_one_line_of_the_page() => Assert.Contains(
        "缺考，不计总分、不排名：病\\n假。",
        Page(Text(Raw(100, Clerk()), [""], entrants: [Status("absent", "病\\n假")])), StringComparison.Ordinal);

    private static string Violated(string outcome, int deduction = 0, int number = 1) =>
        "\"violations\": [" + $$"""{ "number": {{number}}, "person": "李", "personRole": "现场裁判", "what": "使用手机作弊", "outcome": "{{outcome}}", "module": "P"{{(deduction > 0 ? $", \"deduction\": {deduction}" : "")}} }]""";
}
