using static Scoring.Core.Tests.Files.Computing.SmallFile;

namespace Scoring.Core.Tests.Files.Computing;

/// <summary>Parallel panels and their levelling again (R-K3, R-M2): rooms of different size, trimming and spread of each, what is left
/// out.</summary>
public sealed class RoomsEdgesTests
{
    private static string Rooms(string panel, string spread = "null")
    {
        var module = $$"""
            {
              "id": "P", "name": "讲解", "fullMark": 100, "marking": "panel", "spreadLimit": {{spread}},
              "panel": { "groups": [{ "id": "A", "name": "一考场" }, { "id": "B", "name": "二考场" }]{{panel}} },
              "sheet": [{ "id": "c", "name": "c", "aspects": [{ "kind": "points", "id": "a", "text": "甲", "fullMark": 100,
                  "step": 0.01 }] }]
            }
            """;
        return Weighted(Practical(100, module), """ "tieChain": [],""");
    }

    /// <summary>Judges J1, J2, … in the rooms named.</summary>
    private static string In(string rooms)
    {
        string Seat(char room, int i) =>
            $$"""{ "role": "judge", "trade": "dg", "module": "P", "number": {{i + 1}}, "group": "{{room}}" }""";
        return "\"judges\": [" + string.Join(", ", rooms.Select((room, i) =>
            $$"""{ "id": "J{{i + 1}}", "name": "裁判{{i + 1}}", "seats": [{{Seat(room, i)}}] }""")) + "]";
    }

    private static string By(int first, params decimal[] marks)
    {
        var sheets = marks.Select((m, i) => $$"""{ "judge": "J{{first + i}}", "marks": { "a": {{Core.Marking.Words.Plain(m)}} } }""");
        return Marked($$"""{ "module": "P", "sheets": [{{string.Join(", ", sheets)}}] }""");
    }

    private static string Of(string room) => $"\"group\": \"{room}\"";

    [Fact]
    public void A_room_of_five_is_trimmed_beside_one_of_three_that_is_not()
    {
        var trade = Compute(Text(Rooms(""), [By(1, 60, 80, 82, 84, 99), By(6, 70, 75, 81)], more: In("AAAAABBB"),
            entrants: [Of("A"), Of("B")]));

        Assert.Equal(82m, trade.Total(0)); // (80 + 82 + 84) ÷ 3
        Assert.Equal(75.33m, trade.Total(1)); // (70 + 75 + 81) ÷ 3
        Assert.Empty(trade.Open);
    }

    [Fact]
    public void Each_room_has_a_spread_and_a_smallest_size_of_its_own()
    {
        var trade = Compute(Text(
            Rooms(", \"smallest\": 3", "10"), [By(1, 80, 85, 90), By(4, 80, 90.01m), By(1, 80, 85, 90.01m)],
            more: In("AAABBB"), entrants: [Of("A"), Of("B"), Of("A")])
            .Replace("\"name\": \"裁判6\"", "\"name\": \"裁判6\", \"recusedFrom\": [\"e1\"]", StringComparison.Ordinal));

        Assert.Equal(85m, trade.Total(0));
        Assert.Null(trade.Total(1));
        Assert.DoesNotContain(trade.Open, o => o.ToString().StartsWith("001", StringComparison.Ordinal));
        Assert.Contains(trade.Open, o => o.ToString().StartsWith("002 讲解：", StringComparison.Ordinal));
        Assert.Contains("003：模块 P 极差 10.01（百分制）超过 10，须重评或由裁判长确认", trade.Open.Select(s => s.ToString()));
    }

    [Theory]
    [InlineData("\"leaveOut\": 1", "94.74 84.21 80.00 75.79 10.53 81.90 80.00 78.10")] // means 76 and 84 without 90, 10 and 86, 82
    [InlineData("\"leaveOut\": 1, \"coefficientDecimals\": 4", "94.73 84.21 80.00 75.79 10.53 81.91 80.00 78.10")] // × 1.0526 and 0.9524
    // means 65.6 and 84, together 74.8; 90 × 74.8 ÷ 65.6 = 102.62…
    [InlineData("\"leaveOut\": 0", "100.00 91.22 86.66 82.10 11.40 76.58 74.80 73.02")]
    // (80 + 76 + 72 + 84) ÷ 4 = 78
    [InlineData("\"leaveOut\": 1, \"to\": \"meanOfAll\"", "92.37 82.11 78.00 73.89 10.26 79.86 78.00 76.14")]
    public void Highest_and_lowest_figures_of_a_room_stay_out_of_its_mean_and_are_levelled_all_the_same(string rule, string figures)
    {
        var trade = Compute(Text(
            Rooms($$""", "levelling": { {{rule}} }"""), [By(1, 90), By(1, 80), By(1, 76), By(1, 72), By(1, 10), By(2, 86), By(2, 84),
                By(2, 82)],
            more: In("AB"), entrants: [Of("A"), Of("A"), Of("A"), Of("A"), Of("A"), Of("B"), Of("B"), Of("B")]));

        Assert.Equal(figures, string.Join(' ', Enumerable.Range(0, 8).Select(i => Core.Marking.Words.Mark(trade.Total(i) ?? -1))));
    }

    [Theory]
    [InlineData(1, "50.00", "没有可以拉平的成绩")] // two figures of which both are left out
    [InlineData(0, "0.00", "平均 0.00，不大于 0，不能按比例拉平")] // a mean of 0
    public void A_room_of_which_nothing_is_left_cannot_be_levelled(int leaveOut, string mark, string why) // R-M2
    {
        var trade = Compute(Text(
            Rooms($$""", "levelling": { "leaveOut": {{leaveOut}} }"""),
                [By(1, Number(mark)), By(1, Number(mark)), By(2, 80), By(2, 82), By(2, 84)],
            more: In("AB"), entrants: [Of("A"), Of("A"), Of("B"), Of("B"), Of("B")]));

        Assert.Null(trade.Total(0));
        Assert.Null(trade.Total(2)); // there is no common mean without the other room
        Assert.Contains(trade.Open, o => o.ToString().Contains($"一考场{why}", StringComparison.Ordinal));
    }

    // R-K9: rooms of a quiz without a floor, levelled by their means of two.
    private static string Quiz(decimal first, decimal second, decimal third, decimal fourth) => Text(
        Rooms(""", "levelling": {}""").Replace(""" "spreadLimit": null,""", """ "spreadLimit": null, "belowZero": true,""",
            StringComparison.Ordinal)
            .Replace("\"weight\": 100", "\"weight\": 100, \"belowZero\": true", StringComparison.Ordinal),
        [By(1, first), By(1, second), By(2, third), By(2, fourth)], more: In("AB"), entrants: [Of("A"), Of("A"), Of("B"), Of("B")]);

    [Fact]
    public void Figures_below_zero_are_levelled_as_long_as_each_room_has_a_mean_above_it()
    {
        var trade = Compute(Quiz(-10, 30, 40, 20)); // means 10 and 30, together 20

        Assert.Equal([-20m, 60m, 26.67m, 13.33m], Enumerable.Range(0, 4).Select(i => trade.Total(i)!.Value));
        Assert.Contains("一考场平均 10.00，拉平到 20.00，系数 2：-10.00 × 2", trade.Told(0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10", "0.00")]
    [InlineData("9.99", "-0.01")] // −0.005 by absolute value
    [InlineData("-30", "-20.00")] // would turn the room upside down
    public void A_room_with_a_mean_of_0_or_below_has_no_level_and_that_is_said(string second, string mean)
    {
        var text = Quiz(-10, Number(second), 40, 20);
        var trade = Compute(text);

        Assert.All(Enumerable.Range(0, 4), i => Assert.Null(trade.Total(i)));
        var why = $"一考场平均 {mean}，不大于 0，不能按比例拉平，请核对本组评分或改为不拉平";
        Assert.Equal(4, trade.Open.Count(o => o.ToString().EndsWith(why, StringComparison.Ordinal)));
        Assert.Contains($"还没有成绩：{why}。", trade.Told(2), StringComparison.Ordinal);
        Assert.Contains(Read(text).Problems, p => p.Warning && p.Path.EndsWith("panel.levelling", StringComparison.Ordinal));
        Assert.DoesNotContain(Read(Text(Rooms(""", "levelling": {}"""), [""])).Problems, p =>
            p.Path.EndsWith("panel.levelling", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_is_disqualified_leaves_the_mean_and_who_lost_marks_does_not()
    {
        const string Off = """
            , "violations": [{ "number": 1, "person": "李", "personRole": "现场裁判", "what": "违规", "outcome": "moduleToZero", "module": "P" }]
            """;
        decimal? Second(string status) => Compute(Text(
            Rooms(""", "levelling": {}"""), [By(1, 90) + Off, By(1, 70), By(2, 84)], more: In("AB"),
                entrants: [Of("A") + status, Of("A"), Of("B")])).Total(1);

        Assert.Equal(71.75m, Second("")); // 70 × 82 ÷ 80: what was marked counts for the room, R-M2
        Assert.Equal(77m, Second(", " + Status("disqualified", "作弊"))); // 70 × 77 ÷ 70
    }

    [Fact]
    public void A_figure_that_stopped_at_the_full_mark_says_so() => Assert.Contains(
        "系数 2：60.00 × 2，超过满分的按满分计。\n　模块得分 100.00。",
        Compute(Text(
            Rooms(""", "levelling": {}"""), [By(1, 60), By(1, 0), By(2, 90)], more: In("AB"), entrants: [Of("A"), Of("A"), Of("B")]))
                .Told(0), StringComparison.Ordinal);
}
