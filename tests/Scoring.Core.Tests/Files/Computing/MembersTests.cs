using System.Text.Json;
using Scoring.Core.Files;
using Scoring.Core.Files.Computing;
using static Scoring.Core.Tests.Files.Computing.SmallFile;

namespace Scoring.Core.Tests.Files.Computing;

/// <summary>Pairs and teams marked member by member (R-K14, R-M6), worked by hand and computed from files.</summary>
public sealed class MembersTests
{
    private const string Three = "\"members\": [\"甲\", \"乙\", \"丙\"]";

    private static string Of(string member, decimal mark) => Figure(mark, "LL", $$""", "member": "{{member}}" """);

    private static string Absent(string member) => $$"""{ "module": "LL", "member": "{{member}}", "waived": "缺考" }""";

    private static string Team(string rule, params string[] marks) => Text(
        Weighted($$"""{ "id": "ll", "name": "理论", "kind": "theory", "weight": 10, "modules": [{{Clerk("LL", more: $", \"perMember\": {rule}")}}] }, {{Practical(90, Clerk("A"))}}"""),
        [Marked([.. marks, Figure(88, "A")])], entrants: [Three]);

    [Fact]
    public void Theory_is_the_mean_of_the_members()
    {
        var trade = Compute(Team("{}", Of("甲", 80), Of("乙", 90), Of("丙", 85)));

        Assert.Equal(87.70m, trade.Total(0));
        Assert.Contains("　甲 80.00 分，计入。\n　乙 90.00 分，计入。\n　丙 85.00 分，计入。\n　成员平均，缺考的记 0 分。", trade.Told(0), StringComparison.Ordinal);
        Assert.Contains("理论 85.00 分。", trade.Told(0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "84.87")] // (80 + 90 + 0) ÷ 3 = 56.666…, 5.667 + 79.2
    [InlineData("{ \"absent\": \"leaveOut\" }", "87.70")]
    public void An_absent_member_counts_0_or_is_left_out(string rule, string total)
    {
        var trade = Compute(Team(rule, Of("甲", 80), Of("乙", 90), Absent("丙")));

        Assert.Equal(Number(total), trade.Total(0));
        Assert.Contains("丙缺考：缺考", trade.Told(0), StringComparison.Ordinal);
    }

    [Fact]
    public void Thirds_are_exact()
    {
        var trade = Compute(Team("{}", Of("甲", 80), Of("乙", 80), Of("丙", 81)));

        Assert.Contains("理论 80.33 分。", trade.Told(0), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sum_is_of_the_full_mark_of_all_together()
    {
        var trade = Compute(Text(
            Raw(150, Clerk("LL", 150, ", \"perMember\": { \"counts\": \"sum\", \"size\": 3 }")), [Marked(Of("甲", 50), Of("乙", 45.5m), Of("丙", 40))], entrants: [Three]));

        Assert.Equal(135.5m, trade.Total(0));
        Assert.NotEmpty(Read(Text(
            Raw(150, Clerk("LL", 150, ", \"perMember\": { \"counts\": \"sum\", \"size\": 3 }")), [Marked(Of("甲", 50.5m))], entrants: [Three])).Errors);
    }

    [Fact]
    public void Who_is_missing_is_named_and_a_team_wholly_absent_has_no_figure()
    {
        Assert.Equal(["001 装接：丙没有成绩（缺考的请登记）"], Compute(Team("{}", Of("甲", 80), Of("乙", 90))).Open.Select(s => s.ToString()));
        Assert.Equal(["001 装接：成员全部缺考，没有成绩"], Compute(Team("{}", Absent("甲"), Absent("乙"), Absent("丙"))).Open.Select(s => s.ToString()));
    }

    [Fact]
    public void A_single_entrant_is_marked_as_the_only_member() => Assert.Equal(80m, Compute(Text(
        Raw(100, Clerk("LL", more: ", \"perMember\": {}")), [Marked(Of("选手0", 80))])).Total(0));

    [Theory]
    [InlineData("丁", "$.marks[0].modules[0].member")]
    [InlineData(null, "$.marks[0].modules[0].member")]
    public void Whose_marks_they_are_is_asked(string? member, string path)
    {
        var error = Assert.Single(Read(Team("{}", member is null ? Figure(80, "LL") : Of(member, 80))).Errors);

        Assert.Equal(path, error.Path);
    }

    [Fact]
    public void The_members_marks_go_out_and_come_back()
    {
        var file = Read(Team("{}", Of("甲", 80), Absent("乙"), Of("丙", 85))).File!;
        var again = FileExport.Of(Computation.Fold(file), _ => null);

        Assert.Equal(
            ["甲 80", "乙 -", "丙 85"], again.Marks![0].Modules!.Where(m => m.Module.Value == "LL").Select(m => $"{m.Member} {(m.Figures is [var f] ? $"{f.Mark}" : "-")}"));
        Assert.Equal(
            JsonSerializer.Serialize(Computation.Of(file).Trades[0].Entrants[0].Explanation), JsonSerializer.Serialize(Computation.Of(again).Trades[0].Entrants[0].Explanation));
    }
}
