using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Scoring;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Scoring;

/// <summary>Votes by a list (R-K8): sheets of the counting seat, made by a clerk, all or none, and never over what stands.</summary>
public sealed class ImportCountsTests
{
    private static readonly Actor _clerk = new(Role.Clerk, "K1", Contest.Here);
    private static readonly ModuleId _v = new("V");

    private static FieldAspect Votes() => new(new("v"), "票数", 30m, "票", FieldRule.Ratio, MetricDirection.Higher, Decimals: 0);

    private static Module Module(params Aspect[] aspects) =>
        Contest.Module("V", MarkingMethod.Judge, aspects.Length == 0 ? [Votes()] : aspects);

    private static Contest Of(Module? module = null, int judges = 1, Phase phase = Phase.Scoring) =>
        new(Contest.Only(module ?? Module(), Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 70m))), 3, judges, phase);

    private static Decision Ask(Contest contest, params (int Entrant, decimal Count)[] counts) => ImportCounts.Decide(
        contest.State, _clerk, Contest.TradeId, _v, [.. counts.Select(c => new ImportedMark(Contest.E(c.Entrant), c.Count))], "votes.csv");

    private static string Fault(Decision decision, int entrant) => Refused(Refusal.BadMarks,
        decision).Fields![Contest.E(entrant).Value].ToString();

    [Fact]
    public void Counts_are_sheets_of_the_seat_that_counts_and_are_worth_what_the_field_says()
    {
        var contest = Of();
        var e = contest.Accept<CountsImported>(Ask(contest, (1, 300m), (2, 100m), (3, 0m)));

        Assert.Equal((_v, Contest.J(1), new AspectId("v"), "K1", "votes.csv", 3),
            (e.Module, e.Judge, e.Aspect, e.Clerk, e.Source, e.Counts.Count));
        Assert.Equal([30m, 10m, 0m], Enumerable.Range(1, 3).Select(n => contest.Module(n, "V").Figure!.Value));
        Assert.Equal("300",
            Core.Marking.Words.Plain(contest.State.Entrant(Contest.E(1))!.Entries(_v)!.Sheet(Contest.J(1))!.Marks[new("v")].Number!.Value));
        Assert.Equal(100m, ImportCounts.Own(contest.Trade.Module(_v)!, contest.State.Entrant(Contest.E(2))!));
    }

    [Fact]
    public void What_stands_is_kept_and_only_what_is_new_is_written()
    {
        var contest = Of();
        contest.Accept<CountsImported>(Ask(contest, (1, 300m)));

        Assert.Equal([new ImportedMark(Contest.E(2), 100m)], contest.Accept<CountsImported>(Ask(contest, (1, 300.0m), (2, 100m))).Counts);
        Refused(Refusal.Empty, Ask(contest, (1, 300m), (2, 100m)));
        Refused(Refusal.Empty, Ask(contest));
        Assert.Equal("已有不同的数，导入不会覆盖，请裁判长退回后再导入", Fault(Ask(contest, (1, 301m), (3, 5m)), 1));

        contest.Apply(new SheetReturned(Contest.E(1), _v, Contest.J(1), "数错"));
        Assert.Null(ImportCounts.Own(contest.Trade.Module(_v)!, contest.State.Entrant(Contest.E(1))!));
        Assert.Equal([new ImportedMark(Contest.E(1), 301m)], contest.Accept<CountsImported>(Ask(contest, (1, 301m))).Counts);
        Assert.Equal(301m, ImportCounts.Own(contest.Trade.Module(_v)!, contest.State.Entrant(Contest.E(1))!));
    }

    [Fact]
    public void One_row_that_cannot_be_keeps_all_back()
    {
        var contest = Of().Status(3, EntrantStatus.Absent);
        var no = Ask(contest, (1, 10.5m), (2, 7m), (2, 7m), (3, 5m), (9, 1m));

        Assert.Equal(4, Refused(Refusal.BadMarks, no).Fields!.Count);
        Assert.Equal("同一位选手出现两次", Fault(no, 2));
        Assert.Equal("电工没有这位选手", Fault(no, 9));
        Assert.NotEmpty(Fault(no, 1));
        Assert.NotEmpty(Fault(no, 3));
        Assert.Null(ImportCounts.Own(contest.Trade.Module(_v)!, contest.State.Entrant(Contest.E(2))!));
    }

    [Fact]
    public void Only_a_clerk_and_only_while_marks_come_in()
    {
        var counts = new[] { new ImportedMark(Contest.E(1), 5m) };
        Refused(Refusal.WrongRole, ImportCounts.Decide(Of().State, new(Role.Judge, "J1", Contest.Here), Contest.TradeId, _v, counts));
        Refused(Refusal.NoSuchTrade, ImportCounts.Decide(Of().State, _clerk, new("none"), _v, counts));
        Refused(Refusal.NoSuchModule, ImportCounts.Decide(Of().State, _clerk, Contest.TradeId, new("none"), counts));
        Assert.IsType<Decision.Refuse>(ImportCounts.Decide(Of(phase: Phase.Drawn).State, _clerk, Contest.TradeId, _v, counts));
        Assert.IsType<Decision.Refuse>(ImportCounts.Decide(Of().Apply(new ModuleSigned(Contest.TradeId, _v, Role.HeadJudge, "H1")).State,
            _clerk, Contest.TradeId, _v, counts));
    }

    [Fact]
    public void Counts_go_where_one_seat_holds_one_figure()
    {
        static bool Takes(Contest contest) => ImportCounts.Into(contest.Trade.Module(_v)!) is not null;
        var metric = new MetricAspect(new("v"), "订单", 30m, "单", [new(0m, 0m), new(100m, 30m)]);

        Assert.True(Takes(Of()));
        Assert.True(Takes(Of(Module(new CountAspect(new("v"), "好评", 30m, 1m)))));
        Assert.True(Takes(Of(Module(metric))));
        Assert.True(Takes(Of(Module(metric with { Base = new(MetricTake.Difference, 50m) }))));
        Assert.False(Takes(Of(Module(metric with { Base = new(MetricTake.Difference) })))); // two figures each
        Assert.False(Takes(Of(Module(Contest.Points("v", 30m)))));
        Assert.False(Takes(Of(Module(Votes(), Contest.Points("b", 10m)))));
        Assert.False(Takes(Of(judges: 2))); // whose count would it be
        Assert.False(Takes(Of(Module() with { Marking = MarkingMethod.Panel })));
        Assert.False(Takes(Of(Module(metric) with { Attempts = new(2) })));
    }

    [Fact]
    public void A_count_can_be_corrected_and_exported_as_any_sheet()
    {
        var contest = Of();
        contest.Accept<CountsImported>(Ask(contest, (1, 300m), (2, 100m)));
        contest.Apply(new SheetCorrected(Contest.E(2), _v, Contest.J(1), new Dictionary<AspectId, Entry> { [new("v")] = Entry.Of(150m) },
            "漏数", "K1", "H1"));

        Assert.Equal(15m, contest.Module(2, "V").Figure);
        var file = Core.Files.FileExport.Of(contest.State, _ => null);
        Assert.Equal(2, file.Marks!.Count(m => m.Modules!.Any(x => x.Sheets is { Count: 1 })));
    }
}
