using System.Globalization;
using Scoring.Core.Files.Computing;
using static Scoring.Core.Tests.Files.Computing.SmallFile;

namespace Scoring.Core.Tests.Files.Computing;

/// <summary>Team rules of real contests (R-K13, R-M12), worked by hand and computed from files.</summary>
public sealed class TeamRulesTests
{
    private static string Two(decimal theory, decimal practical, string used = "") => Marked(
        Figure(theory, "LL"), Figure(practical, "A", used.Length == 0 ? "" : $$""", "time": { "usedSeconds": {{used}} }"""));

    /// <summary>Theory and practical at 50 % each; an entrant a firm or more.</summary>
    private static ComputedCompetition Contest(string ranking, string awards, params (string Firm, string Marks, string More)[] people)
    {
        var text = Text(
            Weighted($"{Theory(50)}, {Practical(50, Clerk("A", more: """, "time": {}"""))}"), [.. people.Select(p => p.Marks)], awards, entrants: [.. people.Select(p => p.More)]);
        for (var i = 0; i < people.Length; i++)
        {
            text = text.Replace($"\"name\": \"选手{i}\", \"organization\": \"o\"", $"\"name\": \"选手{i}\", \"organization\": \"{people[i].Firm}\"", StringComparison.Ordinal);
        }

        var firms = people.Select(p => p.Firm).Distinct().Select(f => $$"""{ "id": "{{f}}", "name": "{{f}}厂", "tags": { "区县": "{{(f == "d" ? "殷都区" : "文峰区")}}" } }""");
        text = text.Replace("[{ \"id\": \"o\", \"name\": \"甲厂\" }]", $"[{string.Join(", ", firms)}]", StringComparison.Ordinal)
            .Replace("\"name\": \"小赛\"", $$""" "name": "小赛", "teamRankings": [{ "name": "团体", {{ranking}} }]""", StringComparison.Ordinal);
        var reading = Read(text);
        Assert.Empty(reading.Errors.Select(e => e.ToString()));
        return Computation.Of(reading.File!);
    }

    private const string Off = """{ "tiers": [], "gate": { "passMark": 0 } }""";

    private static string Line(ComputedCompetition computed) => string.Join(", ", computed.Teams.Single().Rows.Select(r =>
        string.Create(CultureInfo.InvariantCulture, $"{r.Rank} {r.Organization}{r.Team} {r.Total:0.00}")));

    [Fact]
    public void Teams_of_equal_totals_by_the_sum_of_practical()
    {
        var computed = Contest(
            """ "method": "bestTotals", "tie": "component", "tieComponent": "practical" """, Off,
            ("a", Two(90, 80, "6000"), ""), ("a", Two(80, 70, "6000"), ""), ("b", Two(82, 88, "7000"), ""), ("b", Two(70, 80, "7000"), ""));

        Assert.Equal("1 b 160.00, 2 a 160.00", Line(computed));
        Assert.Equal("总分同为 160.00，实操合计 168.00 高于 150.00", computed.Teams.Single().Rows[1].Words.ToString());
    }

    [Fact]
    public void Then_by_its_time_and_else_they_share()
    {
        const string Rule = """ "method": "bestTotals", "tie": "component", "tieComponent": "practical" """;
        var timed = Contest(Rule, Off, ("a", Two(90, 80, "6001"), ""), ("b", Two(90, 80, "6000"), ""));
        Assert.Equal("1 b 85.00, 2 a 85.00", Line(timed));
        Assert.Equal("总分同为 85.00，实操合计同为 80.00，实操用时 1:40:00 短于 1:40:01", timed.Teams.Single().Rows[1].Words.ToString());

        // Over all of a team: 5,000 against 6,000, though the longest is the first team's.
        Assert.Equal("1 a 170.00, 2 b 170.00", Line(Contest(
            Rule, Off, ("a", Two(90, 80, "1000"), ""), ("a", Two(90, 80, "4000"), ""), ("b", Two(90, 80, "3000"), ""), ("b", Two(90, 80, "3000"), ""))));

        var one = Contest(Rule, Off, ("a", Two(90, 80, "6001"), ""), ("b", Two(90, 80), ""));
        Assert.Equal("1 a 85.00, 1 b 85.00", Line(one));
        Assert.Equal("总分和实操合计、用时都相同，并列", one.Teams.Single().Rows[1].Words.ToString());
    }

    [Fact]
    public void The_point_of_a_finisher_asks_that_every_part_was_passed()
    {
        var computed = Contest(
            """ "method": "awardPoints", "awardPoints": { "一等奖": 8, "二等奖": 4, "三等奖": 2 }, "finisherPoints": 1, "everyPart": true """,
            """{ "tiers": [{ "name": "一等奖", "quota": 1 }, { "name": "二等奖", "quota": 1 }, { "name": "三等奖", "quota": 1 }] }""",
            ("a", Two(90, 95), ""), ("b", Two(90, 90), ""), ("c", Two(90, 85), ""), ("d", Two(59, 95), ""), ("e", Two(70, 70), ""), ("f", Two(80, 50), ""));

        Assert.Equal("1 a 8.00, 2 b 4.00, 3 c 2.00, 4 e 1.00, 5 d 0.00, 6 f 0.00", Line(computed));
    }

    [Fact]
    public void Rank_points_ask_it_of_those_past_the_last_point_only()
    {
        var computed = Contest(
            """ "method": "rankPoints", "points": [10, 9], "finisherPoints": 1, "everyPart": true """, Off,
            ("a", Two(59, 99), ""), ("b", Two(75, 75), ""), ("c", Two(70, 70), ""), ("d", Two(80, 50), ""));

        Assert.Equal("1 a 10.00, 2 b 9.00, 3 c 1.00, 4 d 0.00", Line(computed));
    }

    [Fact]
    public void Teams_are_the_values_of_a_tag()
    {
        var computed = Contest(
            """ "method": "bestTotals", "bestOf": 2, "tag": "区县" """, Off,
            ("a", Two(90, 90), ""), ("b", Two(80, 80), ""), ("d", Two(85, 85), ""), ("d", Two(70, 70), "\"tags\": { \"区县\": \"文峰区\" }"));

        Assert.Equal("1 文峰区 170.00, 2 殷都区 85.00", Line(computed));
    }

    [Theory]
    [InlineData(""" "method": "bestTotals", "bestOfIn": { "dg": 1 } """, "1 a 90.00, 2 b 80.00")]
    [InlineData(""" "method": "bestTotals", "bestOf": 1, "bestOfIn": { "dg": 2 } """, "1 a 160.00, 2 b 80.00")]
    public void The_best_n_differ_by_trade(string rule, string line) =>
        Assert.Equal(line, Line(Contest(rule, Off, ("a", Two(90, 90), ""), ("a", Two(70, 70), ""), ("b", Two(80, 80), ""))));

    [Theory]
    [InlineData(""" "method": "bestTotals", "tie": "component" """, "tieComponent")]
    [InlineData(""" "method": "bestTotals", "tieComponent": "theory" """, "tieComponent")]
    [InlineData(""" "method": "bestTotals", "bestOfIn": { "dg": 0 } """, "bestOfIn.dg")]
    [InlineData(""" "method": "bestTotals", "tag": "区县", "prize": { "name": "组织奖", "by": "points", "count": 1 } """, "prize")]
    public void What_does_not_go_together_is_named(string ranking, string path)
    {
        var text = Text(Weighted(Practical(100, Clerk())), [""]).Replace(
            "\"name\": \"小赛\"", $$""" "name": "小赛", "teamRankings": [{ "name": "团体", {{ranking}} }]""", StringComparison.Ordinal);

        Assert.Equal($"$.competition.teamRankings[0].{path}", Assert.Single(Read(text).Errors).Path);
    }
}
