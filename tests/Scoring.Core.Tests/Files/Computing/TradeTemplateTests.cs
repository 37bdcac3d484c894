using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Files.Computing;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Files.Computing;

/// <summary>The trades of examples/templates/real-rules.json, each computed with marks worked by hand.</summary>
public sealed class TradeTemplateTests
{
    private static readonly OrganizationId Firm = new("甲厂");

    private static string Totals(string trade, Judge[] judges, params (ModuleMarks[] Marks, string? Group)[] entrants)
    {
        var definition = Examples.Read("templates/real-rules.json").Trades!.Single(t => t.Id.Value == trade);
        var people = entrants.Select((e, i) => new FileEntrant(
            new($"e{i}"), $"选手{i}", Firm, definition.Id, Codes: definition.CodeLayers == 0
                ? null : [$"A0{i}"], Members: ["甲", "乙", "丙"], Group: e.Group)).ToList();
        var file = new CompetitionFile(
            1, new Competition(new("x"), "试"), [definition], [new(Firm, Firm.Value)], people, judges,
            [.. entrants.Select((e, i) => new EntrantMarks(new($"e{i}"), e.Marks))]);
        var computed = Computation.Of(file).Trades[0];
        Assert.Empty(computed.Open);
        return string.Join(' ', people.Select(p => Words.MarkOrDash(computed.Entrants.Single(e =>
            e.Entrant == p.Id).Result.Total, definition.Decimals)));
    }

    private static Judge Judge(int number, string trade, string? group, params string[] modules) => new(
        new($"J{number}"), $"裁判{number}", [.. modules.Select(m => new JudgeSeat(Role.Judge, new(trade), new(m), number, group))]);

    private static ModuleMarks Figure(string module, decimal mark, string? member = null) =>
        new(new(module), Figures: [new("L1", mark)], Member: member);

    private static ModuleMarks Sheet(string module, int judge, params (string Aspect, decimal Mark)[] marks) =>
        Sheets(module, [judge], marks);

    private static ModuleMarks Sheets(string module, int[] judges, params (string Aspect, decimal Mark)[] marks) => new(
        new(module), [.. judges.Select(j => new FileSheet(new($"J{j}"), marks.ToDictionary(m => new AspectId(m.Aspect), m =>
            Entry.Of(m.Mark))))]);

    [Fact]
    public void Welding_pieces_are_brought_to_100() => Assert.Equal("86.35", Totals( // 86 × 30 % + 86.50 × 70 %
        "hj", [Judge(1, "hj", null, "A", "B", "C")],
        ([Figure("LL", 86m), Sheet("A", 1, ("A1.1", 92m)), Sheet("B", 1, ("B1.1", 88.5m)), Sheet("C", 1, ("C1.1", 79m))], null)));

    [Fact]
    public void Cooking_has_theory_of_every_member_and_dishes_in_time() => Assert.Equal("87.70", Totals( // 85 × 10 % + (89 + 87) ÷ 2 × 90 %
        "pr", [Judge(1, "pr", null, "A", "B")],
        (
            [
                Figure("LL", 80m, "甲"), Figure("LL", 90m, "乙"), Figure("LL", 85m, "丙"),
                Sheet("A", 1, ("A1.1", 90m)) with { Time = new FileTime(5461) }, Sheet("B", 1, ("B1.1", 87m)),
            ],
            null)));

    [Fact]
    public void A_loaders_time_is_marked_against_the_mean_of_all() => Assert.Equal("94.00 99.00", Totals( // mean 370
        "zz", [Judge(1, "zz", null, "A")],
        ([Sheet("A", 1, ("A1.1", 360m), ("A2.1", 1m)) with { Time = new FileTime(660) }], null),
        ([Sheet("A", 1, ("A1.1", 380m), ("A2.1", 0m)) with { Time = new FileTime(600) }], null)));

    [Fact]
    public void Two_rooms_are_brought_to_one_level() // means 76 and 84
    {
        (ModuleMarks[], string?) Marked(int room, decimal content, decimal delivery) =>
            ([Sheets("A", [.. Enumerable.Range((room * 5) - 4, 5)], ("A1.1", content), ("A1.2", delivery))], $"{room}");

        Assert.Equal("84.211 75.789 83.810 76.190", Totals(
            "dy", [.. Enumerable.Range(1, 10).Select(n => Judge(n, "dy", n <= 5 ? "1" : "2", "A"))],
            Marked(1, 50m, 30m), Marked(1, 45m, 27m), Marked(2, 55m, 33m), Marked(2, 50m, 30m)));
    }

    [Fact]
    public void The_better_of_two_runs_counts_with_its_factor() => Assert.Equal("93.50", Totals( // (80 + 5) × 1.1 before 90
        "jq", [Judge(1, "jq", null, "A")],
        (
            [
                Sheet("A", 1, ("A1.1", 8m), ("A1.2", 5m), ("A1.3", 1.1m)) with { Time = new FileTime(150) },
                Sheet("A", 1, ("A1.1", 9m), ("A1.2", 0m), ("A1.3", 1m)) with { Attempt = 2, Time = new FileTime(160) },
            ],
            null)));

    [Fact]
    public void A_quiz_ends_below_zero_or_above_its_full_mark() =>
        Assert.Equal("-20.00 110.00", Totals("zs", [], ([Figure("A", -20m)], null), ([Figure("A", 110m)], null)));
}
