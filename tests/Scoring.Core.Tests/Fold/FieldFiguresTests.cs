using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>Marks against the field (R-K8, R-M7), event by event: who joins it, whose marks move, what is still waited for.</summary>
public sealed class FieldFiguresTests
{
    private const string Waits = "暂定：还有选手没有成绩，按全场计分的得分还会变";

    private static readonly PanelGroup[] _rooms = [new("A", "一考场"), new("B", "二考场")];

    private static FieldAspect Aspect(string id, FieldRule by, FieldScope field = FieldScope.Trade) =>
        new(new(id), id, 20m, "秒", by, MetricDirection.Lower, by == FieldRule.Mean ? 1m : null, by == FieldRule.Mean ? 10m : null, field);

    private static Contest Of(Module module, int entrants, int judges = 1)
    {
        var trade = Contest.Only(module);
        return new Contest(trade with { Components = [trade.Components[0] with { Scaled = true }] }, entrants, judges);
    }

    /// <summary>By place: 20 for the quickest, 0 for the slowest.</summary>
    private static Contest Places(int entrants = 3) => Of(Contest.Module("P", MarkingMethod.Judge, Aspect("t", FieldRule.Place)), entrants);

    private static Contest Ran(Contest contest, params (int Entrant, decimal Seconds)[] times)
    {
        foreach (var (entrant, seconds) in times)
        {
            contest.Sheet(entrant, 1, "P", ("t", seconds));
        }

        return contest;
    }

    /// <summary>Figures of all, - for none, and * behind one that may still move.</summary>
    private static string Told(Contest contest) => string.Join(' ', contest.Trade.Entrants.Select(e => e.Result.Module(new("P"))!)
        .Select(m => (m.Figure is { } figure ? Words.Plain(figure) : "-") + (m.Provisional is null ? "" : "*")));

    [Fact]
    public void One_more_value_moves_the_marks_of_others_until_everybody_is_in()
    {
        var contest = Places();
        Assert.Equal("- - -", Told(contest));
        Assert.Equal("20* - -", Told(Ran(contest, (1, 100m))));
        Assert.Equal(Waits, contest.Module(1).Provisional?.ToString());
        Assert.Equal((Waits, true), (contest.Result(1).MayMove?.ToString(), contest.Result(1).Provisional));
        Assert.Null(contest.Module(2).Provisional);
        Assert.Equal("0* 20* -", Told(Ran(contest, (2, 90m))));
        Assert.Equal("0 20 10", Told(Ran(contest, (3, 95m))));
        Assert.Equal((null, false), (contest.Result(1).MayMove?.ToString(), contest.Result(1).Provisional));
        Assert.Equal("20 0 10", Told(Ran(contest, (1, 80m), (2, 96m)))); // handed in again
    }

    [Fact]
    public void A_sheet_returned_leaves_the_field_and_its_marks_go()
    {
        var contest = Ran(Places(), (1, 100m), (2, 90m), (3, 95m)).Apply(new SheetReturned(Contest.E(2), new("P"), Contest.J(1), "看错表"));
        Assert.Equal("0* - 20*", Told(contest));
        Assert.Equal("20 0 10", Told(Ran(contest, (2, 110m), (1, 70m))));
    }

    [Theory]
    [InlineData(EntrantStatus.Absent)]
    [InlineData(EntrantStatus.Withdrawn)]
    [InlineData(EntrantStatus.Disqualified)]
    public void Who_is_not_normal_is_marked_against_the_field_without_joining_it(EntrantStatus status)
    {
        var contest = Ran(Places(4), (1, 100m), (2, 90m), (3, 95m));
        Assert.Equal("0* 20* 10* -", Told(contest));
        contest.Status(4, status);
        Assert.Equal("0 20 10 -", Told(contest)); // nobody waits for them
        contest.Status(2, status);
        Assert.Equal("0 20 20 -", Told(contest));
        contest.Status(2, EntrantStatus.Normal);
        Assert.Equal("0 20 10 -", Told(contest));
    }

    [Fact]
    public void A_guest_moves_nobody_and_is_waited_for_by_nobody()
    {
        var contest = Places();
        contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(3))!.Entrant with { Counts = Counting.Guest }]));
        Assert.Equal("0 20 -", Told(Ran(contest, (1, 100m), (2, 90m))));
        Assert.Equal("0 20 20", Told(Ran(contest, (3, 80m))));
        contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(3))!.Entrant with { Counts = null }]));
        Assert.Equal("0 10 20", Told(contest));
    }

    [Fact]
    public void Who_is_removed_leaves_the_field_at_once()
    {
        var contest = Ran(Places(), (1, 100m), (2, 90m), (3, 95m)).Apply(new EntrantRemoved(Contest.E(2), "报名有误"));
        Assert.Equal("0 20", Told(contest));
        contest.Apply(new EntrantRemoved(Contest.E(3), "报名有误"));
        Assert.Equal("20", Told(contest));
    }

    [Fact]
    public void A_violation_moves_only_the_one_who_committed_it() // R-M2
    {
        var contest = Ran(Places(), (1, 100m), (2, 90m), (3, 95m)).Violation(1, 2, "P", ViolationOutcome.ModuleToZero);
        Assert.Equal("0 0 10", Told(contest));
        contest.Violation(2, 3, "P", ViolationOutcome.Deduction, 4m);
        Assert.Equal("0 0 6", Told(contest));
        contest.Apply(new ViolationWithdrawn(1, Contest.E(2), "不成立"));
        Assert.Equal("0 20 6", Told(contest));
        var waits = Ran(Places(2), (1, 100m)).Violation(1, 1, "P", ViolationOutcome.ModuleToZero);
        Assert.Equal("0 -", Told(waits)); // 0 it is, whatever the others do
    }

    [Fact]
    public void A_definition_that_changes_is_applied_to_all_that_is_in()
    {
        var contest = Ran(Places(), (1, 100m), (2, 80m), (3, 160m));
        Assert.Equal("10 20 0", Told(contest));
        var trade = contest.Trade.Definition;
        Contest With(FieldRule by) => contest.Apply(new TradeDefined(trade with
        {
            Components = [trade.Components[0] with { Modules = [Contest.Module("P", MarkingMethod.Judge, Aspect("t", by))] }],
        }));

        Assert.Equal("16 20 10", Told(With(FieldRule.Ratio)));
        Assert.Equal("20 20 15.33", Told(With(FieldRule.Mean))); // mean 113.33…, 46.67 worse at 1 for 10
        Assert.Equal("10 20 0", Told(With(FieldRule.Place)));
    }

    [Fact]
    public void A_panels_value_is_the_judges_mean_and_joins_once_all_have_entered()
    {
        var contest = Of(Contest.Module("P", MarkingMethod.Panel, Aspect("t", FieldRule.Place)) with { SpreadLimit = null }, 3, judges: 2);
        Ran(contest, (1, 100m), (2, 90m), (3, 80m));
        Assert.Equal("- - -", Told(contest));
        contest.Sheet(1, 2, "P", ("t", 60m)); // 80
        Assert.Equal("20* - -", Told(contest));
        contest.Sheet(2, 2, "P", ("t", 71m)).Sheet(3, 2, "P", ("t", 79m)); // 80.5 and 79.5
        Assert.Equal("10 0 20", Told(contest));
        contest.Apply(new JudgeDismissed(Contest.J(2), "身体不适")).Apply(new SheetReturned(Contest.E(3), new("P"), Contest.J(1), "看错表"));
        Assert.Equal("20* 0* -", Told(contest)); // a judge's sheets outlast the seat: 80 and 80.5
    }

    [Fact]
    public void A_trainee_and_one_who_is_recused_have_no_part_in_a_value()
    {
        var contest = Of(Contest.Module("P", MarkingMethod.Panel, Aspect("t", FieldRule.Ratio)) with { SpreadLimit = null }, 2, judges: 1);
        Judge Seat(int n, bool trainee, EntrantId? recused) => new(
            Contest.J(n), $"裁判{n}", [new(Role.Judge, Contest.TradeId, new("P"), n, null, trainee)],
                RecusedFrom: recused is { } e ? [e] : null);
        contest.Apply(new JudgesAppointed([Seat(2, trainee: true, null), Seat(3, trainee: false, Contest.E(1))]));

        Ran(contest, (1, 100m), (2, 50m)).Sheet(2, 3, "P", ("t", 50m)).Sheet(1, 2, "P", ("t", 1m)).Sheet(2, 2, "P", ("t", 999m));

        Assert.Equal("10 20", Told(contest));
    }

    [Fact]
    public void Within_a_room_only_its_own_are_compared_and_waited_for()
    {
        var module = Contest.Module("P", MarkingMethod.Panel,
            Aspect("t", FieldRule.Place, FieldScope.Group)) with { Panel = new(Groups: _rooms) };
        var contest = Of(module, 4, judges: 0);
        contest.Apply(new JudgesAppointed([.. new[] { 1, 2 }.Select(n =>
            new Judge(Contest.J(n), $"裁判{n}", [new(Role.Judge, Contest.TradeId, new("P"), n, n == 1 ? "A" : "B")]))]));
        contest.Apply(new GroupsAssigned(
            Contest.TradeId, null, null, [new(Contest.E(1), "A"), new(Contest.E(2), "A"), new(Contest.E(3), "B"), new(Contest.E(4), "B")]));

        contest.Sheet(1, 1, "P", ("t", 100m)).Sheet(2, 1, "P", ("t", 90m)).Sheet(3, 2, "P", ("t", 300m));
        Assert.Equal("0 20 20* -", Told(contest)); // the first room is complete
        contest.Apply(new GroupsAssigned(Contest.TradeId, new("P"), null, [new(Contest.E(2), "B")])).Sheet(2, 2, "P", ("t", 200m));
        Assert.Equal("20 20* 0* -", Told(contest));
        Assert.Equal("20 20 0 10", Told(contest.Sheet(4, 2, "P", ("t", 250m))));
    }

    [Fact]
    public void Several_values_of_a_sheet_are_each_marked_and_told_with_their_marks()
    {
        var module = Contest.Module("P", MarkingMethod.Judge, Aspect("t", FieldRule.Place), Contest.Points("a", 40m),
            Aspect("u", FieldRule.Ratio));
        var contest = Of(module, 2).Sheet(1, 1, "P", ("t", 100m), ("a", 30m), ("u", 50m))
            .Sheet(2, 1, "P", ("t", 90m), ("a", 40m), ("u", 100m));

        Assert.Equal("50 70", Told(contest)); // 0 + 30 + 20, 20 + 40 + 10
        Assert.Equal(["t 20 90", "a 40 40", "u 10 100"], contest.Module(2).Sheets.Single().Aspects.Select(
            a => $"{a.Aspect} {Words.Plain(a.Mark)} {a.Entry}"));
        Assert.Equal(70m, contest.Module(2).Sheets.Single().Total);
    }
}
