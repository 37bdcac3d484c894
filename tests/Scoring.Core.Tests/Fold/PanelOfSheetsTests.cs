using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>Who is on a panel, who it lost, and what its sheets come to (R-B3, R-J3, R-K4, R-L4), event by event.</summary>
public sealed class PanelOfSheetsTests
{
    private static readonly ModuleId _p = new("P");

    private static Judge At(int judge, int seat, string? group = null) =>
        new(Contest.J(judge), $"裁判{judge}", [new(Role.Judge, Contest.TradeId, _p, seat, group)]);

    private static Contest Panel(int judges, PanelRule? rule = null, params Aspect[] aspects) => new(
        Contest.Only(Contest.Module("P", MarkingMethod.Panel, aspects.Length > 0 ? aspects : [Contest.Points("a", 100m)]) with
        {
            Panel = rule, SpreadLimit = null,
        }),
        entrants: 1, judges);

    private static Contest Marked(Contest contest, params decimal[] marks)
    {
        foreach (var (i, mark) in marks.Index())
        {
            contest.Sheet(1, mark, i + 1);
        }

        return contest;
    }

    private static string? Open(Contest contest) => contest.Module(1).PanelOpen?.ToString();

    [Fact]
    public void A_judge_who_was_replaced_after_marking_is_not_lost_to_the_panel()
    {
        var contest = Marked(Panel(4), 80m, 81m, 82m, 83m).Apply(new JudgeDismissed(Contest.J(4), "身体不适"))
            .Apply(new JudgesAppointed([At(9, 4)]));

        Assert.Equal((81.5m, null), (contest.Module(1).Figure, Open(contest)));
    }

    [Fact]
    public void One_recused_before_marking_is_lost_to_the_panel_and_is_nobodys_seat()
    {
        var contest = Panel(5);
        contest.Apply(new JudgesAppointed([contest.State.Judges[Contest.J(5)] with { RecusedFrom = [Contest.E(1)] }]));

        Assert.Equal((81.5m, "裁判由 5 人减为 4 人，不再去掉最高、最低分"), (Marked(contest, 80m, 81m, 82m, 83m).Module(1).Figure, Open(contest)));
        Assert.Equal(4, contest.Module(1).Sheets.Count);
    }

    [Fact]
    public void One_recused_after_marking_is_lost_once()
    {
        var contest = Marked(Panel(5), 80m, 81m, 82m, 83m, 99m);
        Assert.Equal((82m, null), (contest.Module(1).Figure, Open(contest)));
        contest.Apply(new JudgesAppointed([contest.State.Judges[Contest.J(5)] with { RecusedFrom = [Contest.E(1)] }]));

        Assert.Equal((81.5m, "裁判由 5 人减为 4 人，不再去掉最高、最低分"), (contest.Module(1).Figure, Open(contest)));
        Assert.Equal(SheetUse.Recused, contest.Module(1).Sheets[4].Use);
    }

    [Fact]
    public void Judges_of_another_room_are_not_lost_to_this_one()
    {
        PanelGroup[] rooms = [new("A", "一考场"), new("B", "二考场")];
        var contest = Panel(0, new(Groups: rooms));
        contest.Apply(new JudgesAppointed([.. Enumerable.Range(1, 4).Select(n => At(n, n, "A")),
            At(5, 5, "B") with { RecusedFrom = [Contest.E(1)] }, At(6, 6, "B")]));
        contest.Apply(new GroupsAssigned(Contest.TradeId, null, null, [new(Contest.E(1), "A")]));

        Assert.Equal((81.5m, null), (Marked(contest, 80m, 81m, 82m, 83m).Module(1).Figure, Open(contest)));
    }

    [Fact]
    public void A_former_judges_sheet_fills_the_own_seat_and_no_other()
    {
        var contest = Marked(Panel(2), 80m).Apply(new JudgeDismissed(Contest.J(1), "身体不适"));
        Assert.Equal(["2 号裁判未交"], contest.Module(1).Missing.Select(s => s.ToString()));
        contest.Apply(new JudgesAppointed([At(9, 1)]));
        Assert.Equal(["2 号裁判未交"], contest.Module(1).Missing.Select(s => s.ToString()));
        contest.Sheet(1, 90m, 2);
        Assert.Equal((85m, 2), (contest.Module(1).Figure, contest.Module(1).Sheets.Count));
        contest.Apply(new JudgeDismissed(Contest.J(2), "身体不适")).Apply(new JudgesAppointed([At(1, 2)])); // comes back to the other seat
        Assert.Equal(["1 号裁判未交"], contest.Module(1).Missing.Select(s => s.ToString()));
    }

    [Fact]
    public void A_former_judges_sheet_that_was_returned_or_a_trainees_fills_no_seat()
    {
        var contest = Marked(Panel(2), 80m, 90m).Apply(new SheetReturned(Contest.E(1), _p, Contest.J(1), "漏评"))
            .Apply(new JudgeDismissed(Contest.J(1), "身体不适")).Apply(new JudgesAppointed([At(9, 1)]));
        Assert.Equal(["1 号裁判未交"], contest.Module(1).Missing.Select(s => s.ToString()));

        var trainee = Panel(1);
        trainee.Apply(new JudgesAppointed([new(Contest.J(5), "影子", [new(Role.Judge, Contest.TradeId, _p, 1, null, Trainee: true)])]));
        trainee.Sheet(1, 70m, 5).Apply(new JudgeDismissed(Contest.J(5), "回单位")).Apply(new JudgeDismissed(Contest.J(1), "身体不适"))
            .Apply(new JudgesAppointed([At(9, 1)]));
        Assert.Equal(["1 号裁判未交"], trainee.Module(1).Missing.Select(s => s.ToString()));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    public void A_panel_may_be_as_large_as_it_likes(int judges)
    {
        var contest = Marked(Panel(judges), [.. Enumerable.Range(1, judges).Select(n => (decimal)n)]);

        Assert.Equal(((judges + 1) / 2m, judges), (contest.Module(1).Figure, contest.Module(1).Sheets.Count)); // 2 … n − 1 are left
        Assert.Equal(2, contest.Module(1).Sheets.Count(s => s.Use != SheetUse.Counted));
    }

    [Fact]
    public void Judgement_alone_has_no_spread_of_sheets_and_no_sheet_is_left_out()
    {
        var contest = Panel(5, null, new JudgementAspect(new("a"), "外观", 18m, ["0", "1", "2", "3"]));
        Marked(contest, 2m, 2m, 2m, 3m, 3m); // 18 × 12 ÷ 15

        Assert.Equal((14.4m, null), (contest.Module(1).Figure, contest.Module(1).Spread));
        Assert.All(contest.Module(1).Sheets, s => Assert.Equal(SheetUse.Counted, s.Use));
    }

    /// <summary>Of each aspect the lowest and the highest of three go: 7 of a; of the bonus 2, of which 1.5 counts; judgement and factor as
    /// they are.</summary>
    [Fact]
    public void Item_by_item_leaves_judgement_and_factor_to_their_own_rules()
    {
        var contest = new Contest(
            Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 10m),
                new JudgementAspect(new("j"), "外观", 9m, ["0", "1", "2", "3"]), new BonusAspect(new("b"), "加分", 3m)) with
            {
                FullMark = 19m, Bonus = 1.5m, Panel = new(PanelMethod.TrimmedPerAspect), SpreadLimit = null,
            }),
            entrants: 1, judges: 3);
        foreach (var (judge, a, j, b) in new[] { (1, 10m, 2m, 0m), (2, 7m, 3m, 2m), (3, 1m, 2m, 3m) })
        {
            contest.Sheet(1, judge, "P", ("a", a), ("j", j), ("b", b));
        }

        Assert.Equal(15.5m, contest.Module(1).Figure); // 7 + 9 × 7 ÷ 9 + 1.5
        Assert.Equal(7m, contest.Module(1).Judgements!.Single().Mark);
    }

    [Fact]
    public void Item_by_item_an_aspect_marked_against_the_field_has_its_mark_from_there()
    {
        var field = new FieldAspect(new("t"), "用时", 20m, "秒", FieldRule.Place, MetricDirection.Lower);
        var module = Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 80m), field) with
        {
            Panel = new(PanelMethod.TrimmedPerAspect), SpreadLimit = null,
        };
        var contest = new Contest(Contest.Only(module), entrants: 2, judges: 3);
        foreach (var (entrant, seconds) in new[] { (1, 50m), (2, 60m) })
        {
            foreach (var (judge, a) in new[] { (1, 40m), (2, 50m), (3, 70m) })
            {
                contest.Sheet(entrant, judge, "P", ("a", a), ("t", seconds));
            }
        }

        Assert.Equal((70m, 50m), (contest.Module(1).Figure, contest.Module(2).Figure));
        Assert.Equal([60m, 70m, 90m], contest.Module(1).Sheets.Select(s => s.Total));
        Assert.Equal([40m, 50m, 70m], contest.Module(2).Sheets.Select(s => s.Total));
    }

    [Fact]
    public void Out_of_time_or_set_to_zero_nothing_waits_for_the_head_judge()
    {
        var rule = new TimeRule(60, Out: new(30, OutMeans.Module));
        var contest = new Contest(
            Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m)) with { Time = rule }), entrants: 1, judges: 5);
        contest.Apply(new JudgesAppointed([contest.State.Judges[Contest.J(5)] with { RecusedFrom = [Contest.E(1)] }]));
        Marked(contest, 60m, 70m, 80m, 90m).Time(1, 60);
        Assert.Equal((75m, true, true), (contest.Module(1).Figure, contest.Module(1).SpreadOpen, Open(contest) is not null));

        contest.Time(1, 91);
        Assert.Equal((0m, false, false), (contest.Module(1).Figure, contest.Module(1).SpreadOpen, Open(contest) is not null));
        contest.Time(1, 60).Violation(1, 1, "P", ViolationOutcome.ModuleToZero);
        Assert.Equal((0m, false, false), (contest.Module(1).Figure, contest.Module(1).SpreadOpen, Open(contest) is not null));
    }

    [Fact]
    public void A_group_that_changes_by_the_list_or_by_the_draw_takes_the_figure_along()
    {
        PanelGroup[] rooms = [new("A", "一考场"), new("B", "二考场")];
        var contest = Panel(0, new(Groups: rooms));
        contest.Apply(new JudgesAppointed([At(1, 1, "A"), At(2, 2, "B")]));
        List("A");
        Assert.Equal(80m, contest.Sheet(1, 80m, 1).Module(1).Figure);
        List("B");
        Assert.Equal(["2 号裁判未交"], contest.Module(1).Missing.Select(s => s.ToString()));
        contest.Apply(new GroupsAssigned(Contest.TradeId, null, null, [new(Contest.E(1), "A")])); // what is assigned outweighs the list
        Assert.Equal(80m, contest.Module(1).Figure);
        contest.Apply(new GroupsAssigned(Contest.TradeId, _p, null, [new(Contest.E(1), "B")])); // and for this module all
        Assert.Equal(["2 号裁判未交"], contest.Module(1).Missing.Select(s => s.ToString()));

        void List(string group) =>
            contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(1))!.Entrant with { Group = group }]));
    }

    [Fact]
    public void Levelling_without_rooms_says_that_there_are_none()
    {
        var contest = Marked(Panel(1, new(Levelling: new())), 80m);
        Assert.Equal(["没有分组，不能拉平"], contest.Module(1).Missing.Select(s => s.ToString()));
    }

    /// <summary>Rooms of one entrant each, half of the mark from the field: 20 for the quicker, 0 for the slower.</summary>
    [Fact]
    public void What_the_field_moves_is_levelled_with_it()
    {
        PanelGroup[] rooms = [new("A", "一考场"), new("B", "二考场")];
        var field = new FieldAspect(new("t"), "用时", 20m, "秒", FieldRule.Place, MetricDirection.Lower);
        var module = Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 80m), field) with
        {
            Panel = new(Groups: rooms, Levelling: new()),
        };
        var contest = new Contest(Contest.Only(module), entrants: 2, judges: 0);
        contest.Apply(new JudgesAppointed([At(1, 1, "A"), At(2, 2, "B")]))
            .Apply(new GroupsAssigned(Contest.TradeId, null, null, [new(Contest.E(1), "A"), new(Contest.E(2), "B")]))
            .Sheet(1, 1, "P", ("a", 40m), ("t", 50m)).Sheet(2, 2, "P", ("a", 60m), ("t", 60m));
        Assert.Equal((60m, 60m, 60m), Levels(1)); // 40 + 20 and 60 + 0
        contest.Sheet(2, 2, "P", ("a", 60m), ("t", 40m)); // 40 + 0 and 60 + 20
        Assert.Equal((40m, 40m, 60m), Levels(1));
        Assert.Equal((80m, 80m, 60m), Levels(2));

        (decimal, decimal, decimal) Levels(int n) => contest.Module(n).Levelled is { } l ? (l.Raw, l.Mean, l.Common) : default;
    }
}
