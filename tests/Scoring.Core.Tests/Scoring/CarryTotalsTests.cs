using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Tests.Scoring;

/// <summary>Totals of an earlier stage carried into a module (R-K11): everyone's who brings one, once, within the module's full
/// mark.</summary>
public sealed class CarryTotalsTests
{
    private static readonly Actor Clerk = new(Role.Clerk, "L1", Contest.Here);

    private static Contest With(params decimal?[] totals)
    {
        var contest = new Contest(entrants: totals.Length);
        foreach (var (i, total) in totals.Index().Where(t => t.Item is not null))
        {
            var entrant = contest.State.Entrant(Contest.E(i + 1))!.Entrant;
            contest.Apply(new EntrantsRegistered([entrant with { From = new EarlierStage("县赛", i + 1, total) }]));
        }

        return contest;
    }

    private static ModuleId Theory(Contest contest) => contest.Trade.Modules.First(m => m.MarkedBy == Role.Clerk).Definition.Id;

    private static Decision Carry(Contest contest, Actor? by = null) =>
        CarryTotals.Decide(contest.State, by ?? Clerk, Contest.TradeId, Theory(contest));

    [Fact]
    public void Everyone_who_brings_a_total_has_it_in_the_module_and_a_second_time_nobody_is_left()
    {
        var contest = With(87.5m, null, 91m);
        var carried = contest.Accept<ModuleMarksImported>(Carry(contest));
        Assert.Equal([new ImportedMark(Contest.E(1), 87.5m), new ImportedMark(Contest.E(3), 91m)], carried.Marks);
        Assert.Equal((true, null), (carried.Carried, carried.Source));
        Assert.Equal(87.5m, contest.State.Entrant(Contest.E(1))!.Entries(Theory(contest))!.Mark("L1")!.Mark);
        Assert.Equal(Refusal.Nobody, Assert.IsType<Decision.Refuse>(Carry(contest)).Code);
    }

    [Fact]
    public void Who_has_a_figure_keeps_it()
    {
        var contest = With(80m, 90m).Theory(1, 70m);
        Assert.Equal([new ImportedMark(Contest.E(2), 90m)], contest.Accept<ModuleMarksImported>(Carry(contest)).Marks);
    }

    [Fact]
    public void Nobody_brings_one_a_total_above_the_full_mark_and_another_role_are_refused()
    {
        Assert.Equal(Refusal.Nobody, Assert.IsType<Decision.Refuse>(Carry(With(null, null))).Code);
        var over = Assert.IsType<Decision.Refuse>(Carry(With(90m, 259.5m)));
        Assert.Equal(Refusal.BadMarks, over.Code);
        Assert.Contains("满分应是上一阶段的满分", over.Message.ToString(), StringComparison.Ordinal);
        Assert.Equal(Refusal.WrongRole,
            Assert.IsType<Decision.Refuse>(Carry(With(90m), new Actor(Role.Admin, "admin", Contest.Here))).Code);
        var contest = With(90m);
        Assert.Equal(
            Refusal.NoSuchModule, Assert.IsType<Decision.Refuse>(CarryTotals.Decide(contest.State, Clerk, Contest.TradeId,
                new ModuleId("Z"))).Code);
        Assert.IsType<Decision.Refuse>(CarryTotals.Decide(contest.State, Clerk, new TradeId("zz"), Theory(contest)));
    }

    [Fact]
    public void Each_of_two_clerks_carries_them_in()
    {
        var contest = With(87.5m);
        var id = Theory(contest);
        contest.Apply(new TradeDefined(contest.Trade.Definition.WithModule(id, m => m with { Marking = MarkingMethod.DoubleEntry })));
        Assert.Single(contest.Accept<ModuleMarksImported>(Carry(contest)).Marks);
        Assert.Single(contest.Accept<ModuleMarksImported>(Carry(contest, new Actor(Role.Clerk, "L2", Contest.Here))).Marks);
        Assert.Equal(Refusal.Nobody, Assert.IsType<Decision.Refuse>(Carry(contest)).Code);
    }
}
