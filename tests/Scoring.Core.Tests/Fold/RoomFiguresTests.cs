using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>Rooms side by side brought to one level (R-K3, R-M2), event by event.</summary>
public sealed class RoomFiguresTests
{
    private const string Waits = "暂定：各组成绩没有到齐，拉平后还会变";

    private static readonly PanelGroup[] _rooms = [new("A", "一考场"), new("B", "二考场")];

    /// <summary>Judge 1 in room A with entrants 1 and 2, judge 2 in B with 3 and 4; 5 is in none.</summary>
    private static Contest Rooms(Levelling? rule = null, decimal? bonus = null, int entrants = 4)
    {
        var module = Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m)) with
        {
            Panel = new(Groups: _rooms, Levelling: rule ?? new()), Bonus = bonus,
        };
        var contest = new Contest(Contest.Only(module), entrants, judges: 0);
        contest.Apply(new JudgesAppointed([.. new[] { 1, 2 }.Select(n =>
            new Judge(Contest.J(n), $"裁判{n}", [new(Role.Judge, Contest.TradeId, new("P"), n, n == 1 ? "A" : "B")]))]));
        return contest.Apply(new EntrantsRegistered([.. contest.Trade.Entrants.Select(
            (e, i) => e.Entrant with { Group = i < 2 ? "A" : i < 4 ? "B" : null })]));
    }

    private static Contest Marked(Contest contest, params decimal[] marks)
    {
        foreach (var (i, mark) in marks.Index())
        {
            contest.Sheet(i + 1, mark, i < 2 ? 1 : 2);
        }

        return contest;
    }

    private static string Told(Contest contest) => string.Join(' ', contest.Trade.Entrants.Select(e => e.Result.Module(new("P"))!)
        .Select(m => (m.Figure is { } figure ? Words.Plain(Rounding.Aspect(figure)) : "-") + (m.Provisional is null ? "" : "*")));

    [Fact]
    public void A_mark_in_one_room_moves_everybody_and_is_provisional_until_the_last()
    {
        var contest = Marked(Rooms(), 70m, 90m);
        Assert.Equal("- - - -", Told(contest));
        Assert.Equal(["二考场没有可以拉平的成绩"], contest.Module(1).Missing.Select(s => s.ToString()));
        Assert.Null(contest.Module(1).Provisional);

        contest.Sheet(3, 60m, 2); // means 80 and 60, together 70
        Assert.Equal("61.25* 78.75* 70* -", Told(contest));
        Assert.Equal((Waits, true), (contest.Module(1).Provisional?.ToString(), contest.Result(3).Provisional));
        contest.Sheet(4, 80m, 2); // 80 and 70, together 75
        Assert.Equal("65.63 84.38 64.29 85.71", Told(contest));
        Assert.Null(contest.Module(1).Provisional);
        var level = contest.Module(3).Levelled!;
        Assert.Equal(("二考场", 60m, 70m, 75m, 1.071428571429m), (level.Group, level.Raw, level.Mean, level.Common, level.Coefficient));
        contest.Sheet(1, 50m, 1); // 70 and 70
        Assert.Equal("50 90 60 80", Told(contest));
    }

    [Fact]
    public void Nobody_is_levelled_above_the_full_mark_and_its_bonus()
    {
        Assert.Equal("50 100 75 75", Told(Marked(Rooms(), 40m, 80m, 90m, 90m))); // means 60 and 90, together 75; 80 × 1.25 is just full
        Assert.Equal("50.65 100 74.37 82.63", Told(Marked(Rooms(), 40m, 84m, 90m, 100m))); // × 78.5 ÷ 62 and ÷ 95; 106.35 is cut
        Assert.Equal("50.65 105 74.37 82.63", Told(Marked(Rooms(bonus: 5m), 40m, 84m, 90m, 100m)));
    }

    [Fact]
    public void Deductions_come_off_after_levelling_and_do_not_touch_the_mean()
    {
        var contest = Marked(Rooms(), 70m, 90m, 60m, 80m).Violation(1, 1, "P", ViolationOutcome.Deduction, 5m);
        Assert.Equal("60.63 84.38 64.29 85.71", Told(contest));
        contest.Violation(2, 2, "P", ViolationOutcome.ModuleToZero);
        Assert.Equal("60.63 0 64.29 85.71", Told(contest));
    }

    [Fact]
    public void Who_is_disqualified_or_a_guest_leaves_the_mean_and_is_levelled_all_the_same()
    {
        var contest = Marked(Rooms(), 70m, 90m, 60m, 80m).Status(2, EntrantStatus.Disqualified); // means 70 and 70
        Assert.Equal("70 90 60 80", Told(contest));
        contest.Status(2, EntrantStatus.Normal);
        contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(2))!.Entrant with { Counts = Counting.Guest }]));
        Assert.Equal("70 90 60 80", Told(contest));
        Assert.Equal("- - - -", Told(contest.Status(1, EntrantStatus.Absent))); // nothing is left to level the room by
        Assert.Equal(["一考场没有可以拉平的成绩"], contest.Module(3).Missing.Select(s => s.ToString()));
    }

    [Fact]
    public void Who_is_in_no_room_has_no_figure_and_one_who_changes_rooms_is_marked_there()
    {
        var contest = Marked(Rooms(entrants: 5), 70m, 90m, 60m, 80m);
        Assert.Equal("65.63* 84.38* 64.29* 85.71* -", Told(contest));
        Assert.Equal(["还没有分组"], contest.Module(5).Missing.Select(s => s.ToString()));

        contest.Apply(new GroupsAssigned(Contest.TradeId, null, null, [new(Contest.E(5), "B")]));
        Assert.Equal(["2 号裁判未交"], contest.Module(5).Missing.Select(s => s.ToString()));
        contest.Sheet(5, 100m, 2); // 80 and 80
        Assert.Equal("70 90 60 80 100", Told(contest));
        contest.Apply(new GroupsAssigned(Contest.TradeId, new("P"), null, [new(Contest.E(3), "A")])); // its sheet is of the other room
        Assert.Equal("74.38* 95.63* - 75.56* 94.44*", Told(contest)); // 80 and 90, together 85
        Assert.Equal([SheetUse.OffPanel], contest.Module(3).Sheets.Select(s => s.Use));
        contest.Sheet(3, 50m, 1); // 70 and 90, together 80; 90 × 80 ÷ 70 is cut
        Assert.Equal("80 100 57.14 71.11 88.89", Told(contest));
        Assert.Equal([SheetUse.Counted, SheetUse.OffPanel], contest.Module(3).Sheets.Select(s => s.Use));
    }

    [Fact]
    public void A_spread_above_the_limit_is_levelled_and_still_waits_for_the_head_judge()
    {
        var contest = Rooms();
        contest.Apply(new JudgesAppointed([new(Contest.J(3), "裁判3", [new(Role.Judge, Contest.TradeId, new("P"), 3, "A")])]));
        Marked(contest, 60m, 80m, 70m, 70m).Sheet(1, 80m, 3).Sheet(2, 80m, 3); // 70 and 80, mean 75; 70

        Assert.Equal("67.67 77.33 72.5 72.5", Told(contest));
        Assert.Equal([true, false, false, false], new[] { 1, 2, 3, 4 }.Select(n => contest.Module(n).SpreadOpen));
        Assert.False(contest.Module(1).IsFinal);
        Assert.True(contest.Module(2).IsFinal);
    }
}
