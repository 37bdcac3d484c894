using static Scoring.Core.Tests.Files.Computing.SmallFile;

namespace Scoring.Core.Tests.Files.Computing;

/// <summary>Rules of real contests in which rooms, the field, bonus and factor speak (R-K3, R-K8, R-K9, R-L3, R-L4), worked by hand.</summary>
public sealed class RoomsAndFieldTests
{
    private const string Rooms = """{ "id": "P", "name": "讲解", "fullMark": 100, "marking": "panel", "spreadLimit": null, "panel": { "smallest": SMALLEST, "groups": [{ "id": "A", "name": "一考场" }, { "id": "B", "name": "二考场" }]LEVEL }, "sheet": [{ "id": "c", "name": "c", "aspects": [{ "kind": "points", "id": "a", "text": "甲", "fullMark": 100, "step": 0.01 }] }] }""";

    private static string Room(string level = "", int smallest = 1) => Weighted(
        Practical(100, Rooms.Replace("LEVEL", level, StringComparison.Ordinal).Replace("SMALLEST", $"{smallest}", StringComparison.Ordinal)), """ "tieChain": [],""");

    private static string RoomJudges(int each) => "\"judges\": [" + string.Join(", ", Enumerable.Range(1, 2 * each).Select(n =>
        $$"""{ "id": "J{{n}}", "name": "裁判{{n}}", "seats": [{ "role": "judge", "trade": "dg", "module": "P", "number": {{n}}, "group": "{{(n <= each ? "A" : "B")}}" }] }""")) + "]";

    private static string By(params (int Judge, decimal Mark)[] sheets) => Marked(
        $$"""{ "module": "P", "sheets": [{{string.Join(", ", sheets.Select(s => $$"""{ "judge": "J{{s.Judge}}", "marks": { "a": {{s.Mark.ToString(System.Globalization.CultureInfo.InvariantCulture)}} } }"""))}}] }""");

    private static string In(string group) => $"\"group\": \"{group}\"";

    [Fact]
    public void Two_rooms_owe_only_their_own_entrants() // R-K3
    {
        var trade = Compute(Text(
            Room(smallest: 3), [By((1, 90), (2, 80), (3, 85)), By((4, 90), (5, 80), (6, 85)), By((1, 90), (2, 80)), ""], more: RoomJudges(3), entrants: [In("A"), In("B"), In("A"), ""]));

        Assert.Equal(85m, trade.Total(0));
        Assert.Equal(85m, trade.Total(1));
        Assert.Equal(["003 讲解：3 号裁判未交", "004 讲解：还没有分组"], trade.Open.Select(s => s.ToString()));
    }

    [Theory]
    [InlineData("", "84.21 80.00 75.79 81.90 80.00 78.10")]
    [InlineData(", \"coefficientDecimals\": 2", "84.00 79.80 75.60 81.70 79.80 77.90")]
    [InlineData(", \"to\": \"meanOfAll\"", "84.21 80.00 75.79 81.90 80.00 78.10")]
    [InlineData(", \"leaveOut\": 1", "84.21 80.00 75.79 81.90 80.00 78.10")]
    public void Two_rooms_are_brought_to_one_level(string rule, string figures)
    {
        var trade = Compute(Text(
            Room($$""", "levelling": { "leaveOut": 0{{rule}} }""".Replace("\"leaveOut\": 0, \"leaveOut\"", "\"leaveOut\"", StringComparison.Ordinal)),
            [By((1, 80)), By((1, 76)), By((1, 72)), By((2, 86)), By((2, 84)), By((2, 82))], more: RoomJudges(1), entrants: [In("A"), In("A"), In("A"), In("B"), In("B"), In("B")]));

        Assert.Equal(figures, string.Join(' ', Enumerable.Range(0, 6).Select(i => trade.Total(i)?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Rooms_of_different_size_tell_mean_of_means_from_mean_of_all()
    {
        string[] marks = [By((1, 80)), By((1, 70)), By((2, 90))];
        string[] rooms = [In("A"), In("A"), In("B")];
        decimal? First(string to) => Compute(Text(Room($$""", "levelling": { "to": "{{to}}" }"""), marks, more: RoomJudges(1), entrants: rooms)).Total(0);

        Assert.Equal(88m, First("meanOfMeans")); // 80 × 82.5 ÷ 75
        Assert.Equal(85.33m, First("meanOfAll")); // 80 × 80 ÷ 75
    }

    [Fact]
    public void A_levelled_figure_stops_at_the_full_mark_and_deductions_come_after()
    {
        var trade = Compute(Text(
            Room(""", "levelling": {}"""), [By((1, 50)), By((1, 10)), By((2, 90)) + """, "violations": [{ "number": 1, "person": "李", "personRole": "现场裁判", "what": "违规", "outcome": "deduction", "module": "P", "deduction": 10 }]"""],
            more: RoomJudges(1), entrants: [In("A"), In("A"), In("B")]));

        Assert.Equal(100m, trade.Total(0)); // 50 × 60 ÷ 30
        Assert.Equal(20m, trade.Total(1));
        Assert.Equal(50m, trade.Total(2)); // 90 × 60 ÷ 90 − 10
    }

    [Fact]
    public void A_room_without_figures_cannot_be_levelled_and_a_room_not_full_is_provisional() // R-M2
    {
        string[] rooms = [In("A"), In("B"), In("B")];

        var none = Compute(Text(Room(""", "levelling": {}"""), [By((1, 80)), "", ""], more: RoomJudges(1), entrants: rooms));
        var some = Compute(Text(Room(""", "levelling": {}"""), [By((1, 80)), By((2, 90)), ""], more: RoomJudges(1), entrants: rooms));

        Assert.Contains("001 讲解：二考场没有可以拉平的成绩", none.Open.Select(s => s.ToString()));
        Assert.Equal(85m, some.Total(0));
        Assert.Contains("001：模块 P 暂定：各组成绩没有到齐，拉平后还会变", some.Open.Select(s => s.ToString()));
    }

    private static string Field(string rule, decimal full = 20) => Weighted(
        Practical(100, $$"""{ "id": "P", "name": "装载", "fullMark": {{full}}, "marking": "judge", "sheet": [{ "id": "c", "name": "c", "aspects": [{ "kind": "field", "id": "t", "text": "用时", "fullMark": {{full}}, "unit": "秒", {{rule}} }] }] }""", Scaled), """ "tieChain": [],""");

    private static string Value(decimal value) =>
        Marked($$"""{ "module": "P", "sheets": [{ "judge": "J1", "marks": { "t": {{value.ToString(System.Globalization.CultureInfo.InvariantCulture)}} } }] }""");

    [Theory]
    [InlineData("\"by\": \"ratio\", \"better\": \"lower\"", "300 360 450", "20.00 16.67 13.33")]
    [InlineData("\"by\": \"place\", \"better\": \"lower\"", "300 360 450", "20.00 10.00 0.00")]
    [InlineData("\"by\": \"mean\", \"better\": \"lower\", \"off\": 1, \"per\": 10", "300 360 450", "20.00 20.00 12.00")]
    [InlineData("\"by\": \"ratio\", \"better\": \"higher\"", "300 360 450", "13.33 16.00 20.00")]
    [InlineData("\"by\": \"ratio\", \"better\": \"lower\"", "0 10 20", "20.00 0.00 0.00")]
    [InlineData("\"by\": \"ratio\", \"better\": \"higher\"", "0 0", "20.00 20.00")]
    [InlineData("\"by\": \"place\", \"better\": \"lower\"", "300 300 450", "20.00 20.00 0.00")]
    [InlineData("\"by\": \"place\", \"better\": \"lower\"", "300 450 450", "20.00 10.00 10.00")]
    [InlineData("\"by\": \"place\", \"better\": \"higher\"", "1 2 3", "0.00 10.00 20.00")]
    [InlineData("\"by\": \"place\", \"better\": \"lower\"", "300", "20.00")]
    [InlineData("\"by\": \"mean\", \"better\": \"higher\", \"off\": 1, \"per\": 1", "0 40", "0.00 20.00")]
    [InlineData("\"by\": \"mean\", \"better\": \"lower\", \"off\": 3, \"per\": 10", "95 100 110", "20.00 20.00 17.50")]
    public void Marks_come_from_the_values_of_all(string rule, string values, string marks) // R-K8
    {
        var trade = Compute(Text(Field(rule), [.. values.Split(' ').Select(v => Value(Number(v)))], more: Judges(1)));

        Assert.Equal(marks, string.Join(' ', values.Split(' ').Select((_, i) => trade.Entrants.Single(e => e.Entrant.Value == $"e{i}").Result.Modules().First().Figure?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Until_all_are_in_marks_are_provisional_and_who_is_absent_is_not_waited_for()
    {
        var waiting = Compute(Text(Field("\"by\": \"place\", \"better\": \"lower\""), [Value(300), Value(360), ""], more: Judges(1)));
        var absent = Compute(Text(Field("\"by\": \"place\", \"better\": \"lower\""), [Value(300), Value(360), ""], more: Judges(1), entrants: ["", "", Status("absent", "未到场")]));

        Assert.Contains("001：模块 P 暂定：还有选手没有成绩，按全场计分的得分还会变", waiting.Open.Select(s => s.ToString()));
        Assert.Empty(absent.Open);
    }

    [Fact]
    public void Who_is_disqualified_is_marked_against_the_field_without_joining_it()
    {
        var trade = Compute(Text(
            Field("\"by\": \"ratio\", \"better\": \"lower\""), [Value(300), Value(400), Value(150)], more: Judges(1), entrants: ["", "", Status("disqualified", "作弊")]));

        Assert.Equal(20m, trade.Entrants.Single(e => e.Entrant.Value == "e0").Result.Modules().First().Figure);
        Assert.Equal(20m, trade.Entrants.Single(e => e.Entrant.Value == "e2").Result.Modules().First().Figure);
    }

    [Theory]
    [InlineData("difference", ", \"value\": 100", "120", "10.00")]
    [InlineData("percent", ", \"value\": 80", "100", "12.50")]
    [InlineData("difference", "", "[\"120\", \"90\"]", "15.00")]
    [InlineData("percent", "", "[\"99\", \"90\"]", "5.00")]
    public void A_metric_is_measured_from_its_base(string take, string value, string entered, string mark) => Assert.Contains(
        $"模块得分 {mark}。",
        Compute(Text(
            Weighted(Practical(100, $$"""{ "id": "P", "name": "产量", "fullMark": 20, "marking": "judge", "sheet": [{ "id": "c", "name": "c", "aspects": [{ "kind": "metric", "id": "m", "text": "增产", "fullMark": 20, "unit": "吨", "line": [{ "value": 0, "mark": 0 }, { "value": 40, "mark": 20 }], "base": { "take": "{{take}}"{{value}} } }] }] }""", Scaled)),
            [Marked($$"""{ "module": "P", "sheets": [{ "judge": "J1", "marks": { "m": {{entered}} } }] }""")], more: Judges(1))).Told(0),
        StringComparison.Ordinal);

    [Fact]
    public void A_base_of_nothing_is_refused() => Assert.Contains(
        Read(Text(
            Weighted(Practical(100, """{ "id": "P", "name": "产量", "fullMark": 20, "marking": "judge", "sheet": [{ "id": "c", "name": "c", "aspects": [{ "kind": "metric", "id": "m", "text": "增产", "fullMark": 20, "unit": "吨", "line": [{ "value": 0, "mark": 0 }, { "value": 40, "mark": 20 }], "base": { "take": "percent" } }] }] }""", Scaled)),
            [Marked("""{ "module": "P", "sheets": [{ "judge": "J1", "marks": { "m": ["5", "0"] } }] }""")], more: Judges(1))).Errors.Select(e => e.Allowed), a => a.ToString() == "基数不能是 0");

    private const string Lifted = """{ "id": "P", "name": "装调", "fullMark": 100, "marking": "judge", "bonus": 10, "sheet": [{ "id": "c", "name": "c", "aspects": [{ "kind": "points", "id": "a", "text": "装", "fullMark": 100, "step": 0.01 }, { "kind": "bonus", "id": "b", "text": "创新", "fullMark": 8 }, { "kind": "bonus", "id": "d", "text": "提前", "fullMark": 8 }, { "kind": "factor", "id": "f", "text": "难度", "choices": [{ "factor": 1 }, { "factor": 1.1, "text": "技术测试" }, { "factor": 0.5 }] }] }] }""";

    [Theory]
    [InlineData("80", 0, 0, "1", "80.00")]
    [InlineData("80", 8, 0, "1", "88.00")]
    [InlineData("80", 8, 8, "1", "90.00")]
    [InlineData("100", 8, 8, "1", "110.00")]
    [InlineData("80", 4, 0, "1.1", "92.40")]
    [InlineData("100", 0, 0, "1.1", "110.00")]
    [InlineData("99.99", 10, 0, "1.1", null)]
    [InlineData("100", 8, 8, "1.1", "110.00")]
    [InlineData("80.55", 0, 0, "1.1", "88.61")]
    [InlineData("80", 8, 0, "0.5", "44.00")]
    public void Bonus_and_factor_lift_a_module_above_its_full_mark(string mark, int b, int d, string factor, string? figure) // R-K9, R-M8
    {
        var text = Text(
            Raw(100, Lifted), [Marked($$"""{ "module": "P", "sheets": [{ "judge": "J1", "marks": { "a": {{mark}}, "b": {{b}}, "d": {{d}}, "f": {{factor}} } }] }""")], more: Judges(1));

        Assert.Equal(figure is null, Read(text).Errors.Any());
        if (figure is not null)
        {
            Assert.Equal(Number(figure), Compute(text).Total(0));
        }
    }

    [Theory]
    [InlineData("true", "true", -20, "-20.00")]
    [InlineData("true", "false", -20, "0.00")]
    [InlineData("true", "true", 0, "0.00")]
    [InlineData("true", "true", -120, "-120.00")]
    public void A_quiz_may_end_below_zero(string module, string component, int mark, string total) => Assert.Equal(
        Number(total),
        Compute(Text(Weighted(Practical(100, Clerk(more: $", \"belowZero\": {module}"), $", \"belowZero\": {component}")), [Marked(Figure(mark))])).Total(0));

    [Fact]
    public void Otherwise_a_figure_below_zero_is_refused() =>
        Assert.Equal("应为 0 至 100", Assert.Single(Read(Text(Weighted(Practical(100, Clerk())), [Marked(Figure(-1))])).Errors).Allowed.ToString());

    [Fact]
    public void A_judgement_by_two_blocks_until_it_is_confirmed() // R-L3
    {
        const string module = """{ "id": "P", "name": "表现", "fullMark": 100, "marking": "panel", "sheet": [{ "id": "c", "name": "c", "aspects": [{ "kind": "judgement", "id": "j", "text": "仪态", "fullMark": 100, "benchmarks": ["零", "一", "二", "三"] }] }] }""";
        var judges = Judges(3).Replace("\"name\": \"裁判3\"", "\"name\": \"裁判3\", \"recusedFrom\": [\"e0\"]", StringComparison.Ordinal);
        string Sheets(string more) => Marked($$"""{ "module": "P", "sheets": [{ "judge": "J1", "marks": { "j": 2 } }, { "judge": "J2", "marks": { "j": 2 } }]{{more}} }""");

        var open = Compute(Text(Weighted(Practical(100, module)), [Sheets("")], more: judges));
        var confirmed = Compute(Text(Weighted(Practical(100, module)), [Sheets(""", "panelConfirmed": "裁判回避" """)], more: judges));

        Assert.Equal(66.67m, open.Total(0)); // 100 × 4 ÷ 6
        Assert.Contains("001：模块 P 评判只有 2 名裁判，应为 3 名，须由裁判长确认", open.Open.Select(s => s.ToString()));
        Assert.Empty(confirmed.Open);
    }

    [Fact]
    public void Five_that_become_four_are_no_longer_trimmed_and_that_must_be_confirmed() // R-L4
    {
        const string module = """{ "id": "P", "name": "表现", "fullMark": 100, "marking": "panel", "spreadLimit": null, "sheet": [{ "id": "c", "name": "c", "aspects": [{ "kind": "points", "id": "a", "text": "甲", "fullMark": 100 }] }] }""";
        var judges = Judges(5).Replace("\"name\": \"裁判5\"", "\"name\": \"裁判5\", \"recusedFrom\": [\"e0\"]", StringComparison.Ordinal);

        var trade = Compute(Text(Weighted(Practical(100, module)), [By((1, 60), (2, 80), (3, 80), (4, 80)), By((1, 60), (2, 80), (3, 80), (4, 80), (5, 80))], more: judges));

        Assert.Equal(75m, trade.Total(0));
        Assert.Equal("001：模块 P 裁判由 5 人减为 4 人，不再去掉最高、最低分，须由裁判长确认", Assert.Single(trade.Open).ToString());
        Assert.Equal(80m, trade.Total(1));
    }
}
