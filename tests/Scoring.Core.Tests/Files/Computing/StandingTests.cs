using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Files.Computing;
using Scoring.Core.Issuing;
using Scoring.Core.Marking;
using static Scoring.Core.Tests.Files.Computing.SmallFile;

namespace Scoring.Core.Tests.Files.Computing;

/// <summary>Whose result counts how far (R-K10): guests, individual only, trainee seats.</summary>
public sealed class StandingTests
{
    private const string Guest = "\"counts\": \"guest\"";
    private const string OneFirst = """{ "tiers": [{ "name": "一等奖", "quota": 1 }], "gate": { "passMark": 0 } }""";

    private static string Of(params (decimal Mark, string More)[] people) => Text(
        Weighted(Practical(100, Clerk()), """ "advance": { "to": "省赛", "top": 2 },"""), [.. people.Select(p => Marked(Figure(p.Mark)))], OneFirst,
        entrants: [.. people.Select(p => p.More)]);

    [Fact]
    public void A_guest_is_listed_after_the_ranked_with_a_total_and_no_rank()
    {
        var trade = Compute(Of((94, Guest), (93, ""), (92, "")));

        Assert.Equal("e1:1 e2:2 e0:-", trade.Order());
        Assert.Equal(94m, trade.Total(0));
        Assert.Equal((2, 2), (trade.Started, trade.Ranked));
        Assert.Equal("一等奖", trade.Entrants.Single(e => e.Entrant.Value == "e1").Award);
        Assert.Equal(["e1", "e2"], trade.Advance!.Entrants.Select(e => e.Value));
        Assert.Contains("不计名次", trade.Told(0), StringComparison.Ordinal);
        Assert.Contains("选手0，甲厂：94.00 分，不计名次", Page(Of((94, Guest), (93, ""))), StringComparison.Ordinal);
    }

    [Fact]
    public void Guests_are_listed_by_total_and_an_absent_one_as_absent()
    {
        var trade = Compute(Of((70, Guest), (80, Guest), (60, ""), (0, $"{Guest}, {Status("absent", "未到")}"), (90, "")));

        Assert.Equal("e4:1 e2:2 e1:- e0:- e3:-", trade.Order());
    }

    [Fact]
    public void Percentages_are_of_those_who_compete()
    {
        const string HalfEach = """{ "tiers": [{ "name": "一等奖", "percent": 50 }], "gate": { "passMark": 0 } }""";
        var trade = Compute(Text(
            Weighted(Practical(100, Clerk())), [.. Enumerable.Range(0, 6).Select(i => Marked(Figure(90 - i)))], HalfEach, entrants: ["", "", "", "", Guest, Guest]));

        Assert.Equal(2, trade.Tiers.Single().Quota);
    }

    [Theory]
    [InlineData(Guest, "1 甲厂 90.00")]
    [InlineData("\"counts\": \"individual\"", "1 甲厂 90.00")]
    [InlineData("", "1 甲厂 185.00")]
    public void Who_stands_alone_brings_a_team_nothing(string counts, string team)
    {
        var text = Of((95, counts), (90, "")).Replace(
            "\"name\": \"小赛\"", "\"name\": \"小赛\", \"teamRankings\": [{ \"name\": \"团体\", \"method\": \"bestTotals\" }]", StringComparison.Ordinal);
        var computed = Computation.Of(Read(text).File!);
        var row = computed.Teams.Single().Rows.Single();

        Assert.Equal(team, $"{row.Rank} {computed.Organizations.Single().Name} {Words.Mark(row.Total)}");
    }

    [Fact]
    public void A_guest_is_marked_against_the_field_without_joining_it()
    {
        const string Field = """{ "id": "P", "name": "产量", "fullMark": 100, "marking": "judge", "sheet": [{ "id": "c", "name": "c", "aspects": [{ "kind": "field", "id": "a", "text": "产量", "fullMark": 100, "unit": "件", "by": "ratio", "better": "higher" }] }] }""";
        string By(decimal value) => Marked($$"""{ "module": "P", "sheets": [{ "judge": "J1", "marks": { "a": {{value}} } }] }""");
        string Totals(params string[] people)
        {
            var trade = Compute(Text(Raw(100, Field), [By(40), By(45), By(50)], more: Judges(1), entrants: people));
            return string.Join(' ', Enumerable.Range(0, 3).Select(i => Words.Mark(trade.Total(i) ?? 0)));
        }

        Assert.Equal("80.00 90.00 100.00", Totals("", "", ""));
        Assert.Equal("88.89 100.00 100.00", Totals("", "", Guest)); // the best of the field is 45
        Assert.Equal("80.00 90.00 100.00", Totals(Guest, "", ""));
    }

    [Fact]
    public void A_guest_is_due_a_certificate_of_participation()
    {
        var due = CertificatesDue.Of(Computation.Fold(Read(Of((94, Guest), (93, ""), (92, ""))).File!).Trade(new TradeId("dg"))!, CertificateKind.Participation);

        Assert.Equal(["e2 第 2 名", "e0 参赛（不计名次）"], due.Select(d => $"{d.Holder} {d.Award}"));
    }

    [Fact]
    public void A_trainees_sheet_is_kept_and_counts_in_no_figure()
    {
        const string Panel = """{ "id": "P", "name": "讲解", "fullMark": 100, "marking": "panel", "spreadLimit": null, "sheet": [{ "id": "c", "name": "c", "aspects": [{ "kind": "points", "id": "a", "text": "甲", "fullMark": 100 }] }] }""";
        var judges = Judges(3)[..^1] + """, { "id": "JT", "name": "影子", "seats": [{ "role": "judge", "trade": "dg", "module": "P", "trainee": true }] }]""";
        string Sheet(string judge, int mark) => $$"""{ "judge": "{{judge}}", "marks": { "a": {{mark}} } }""";
        var text = Text(
            Weighted(Practical(100, Panel)), [Marked($$"""{ "module": "P", "sheets": [{{Sheet("JT", 10)}}, {{Sheet("J1", 80)}}, {{Sheet("J2", 81)}}, {{Sheet("J3", 82)}}] }""")], more: judges);
        var trade = Compute(text);

        Assert.Equal(81m, trade.Total(0));
        Assert.Contains("影子 合计 10.00（影子裁判，不计）", trade.Told(0), StringComparison.Ordinal);
        Assert.Empty(trade.Open);

        var lacks = Compute(text.Replace($", {Sheet("J3", 82)}", "", StringComparison.Ordinal));
        Assert.Equal(["001 讲解：3 号裁判未交"], lacks.Open.Select(s => s.ToString())); // a trainee's sheet fills nobody's place
    }
}
