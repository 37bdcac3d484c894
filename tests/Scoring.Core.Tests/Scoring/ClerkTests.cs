using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Scoring;

/// <summary>R-B2, R-J13: figures for whole modules.</summary>
public sealed class ClerkTests
{
    private static readonly Actor K1 = new(Role.Clerk, "K1", Contest.Here);
    private static readonly Actor K2 = new(Role.Clerk, "K2", Contest.Here);
    private static readonly Actor K3 = new(Role.Clerk, "K3", Contest.Here);
    private static readonly ModuleId T = new("T");

    private static Trade Double => Contest.Union() with
    {
        Components = [new(new("theory"), "理论", ComponentKind.Theory, 100m, [new(T, "理论", 100m, MarkingMethod.DoubleEntry, [])])],
    };

    [Fact]
    public void A_clerk_enters_and_changes_the_own_figure()
    {
        var contest = new Contest(entrants: 1);
        contest.Accept<ModuleMarkEntered>(EnterModuleMark.Decide(contest.State, K1, Contest.E(1), T, 87.505m, 0));
        var version = contest.Sequence;
        Assert.Equal(87.51m, contest.Result(1).Components[0].Figure);

        Refused(Refusal.MarkConflict, EnterModuleMark.Decide(contest.State, K1, Contest.E(1), T, 80m, 0));
        contest.Accept<ModuleMarkEntered>(EnterModuleMark.Decide(contest.State, K1, Contest.E(1), T, 80m, version));
        Assert.Equal(80m, contest.Module(1, "T").Figure);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void The_edges_are_allowed(decimal mark)
    {
        var contest = new Contest(entrants: 1);
        contest.Accept<ModuleMarkEntered>(EnterModuleMark.Decide(contest.State, K1, Contest.E(1), T, mark, 0));
    }

    [Fact]
    public void What_is_not_allowed_is_refused()
    {
        var contest = new Contest(entrants: 1);
        Decision Enter(Actor by, decimal mark, string module = "T", int entrant = 1) => EnterModuleMark.Decide(contest.State, by, Contest.E(entrant), new(module), mark, 0);

        Assert.Equal("理论的成绩须在 0 到 100 之间", Refused(Refusal.BadMark, Enter(K1, 100.01m)).Message.ToString());
        Refused(Refusal.BadMark, Enter(K1, -0.01m));
        Refused(Refusal.BadMark, Enter(K1, 1.0000001m));
        Refused(Refusal.WrongRole, Enter(new(Role.Admin, "admin", Contest.Here), 80m));
        Refused(Refusal.WrongRole, Enter(new(Role.Judge, "J1"), 80m));
        Refused(Refusal.NotByClerk, Enter(K1, 80m, "P"));
        Refused(Refusal.NoSuchModule, Enter(K1, 80m, "X"));
        Refused(Refusal.NoSuchEntrant, Enter(K1, 80m, entrant: 9));
        contest.Status(1, EntrantStatus.Absent);
        Refused(Refusal.NotNormal, Enter(K1, 80m));
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
        Refused(Refusal.Closed, Enter(K1, 80m));
    }

    [Fact]
    public void A_third_person_settles_a_difference_and_nobody_else()
    {
        var contest = new Contest(Double, entrants: 1);
        Decision Resolve(Actor by, decimal mark = 80m, string reason = "核对答卷") => ResolveDoubleEntry.Decide(contest.State, by, Contest.E(1), T, mark, reason);
        contest.Accept<ModuleMarkEntered>(EnterModuleMark.Decide(contest.State, K1, Contest.E(1), T, 87m, 0));
        Refused(Refusal.NoDifference, Resolve(K3));
        contest.Accept<ModuleMarkEntered>(EnterModuleMark.Decide(contest.State, K2, Contest.E(1), T, 78m, 0));

        Refused(Refusal.Differ, EnterModuleMark.Decide(contest.State, K3, Contest.E(1), T, 78m, 0));
        Refused(Refusal.Differ, EnterModuleMark.Decide(contest.State, K2, Contest.E(1), T, 87m, contest.Sequence)); // R-L6
        Refused(Refusal.SamePerson, Resolve(K2));
        Refused(Refusal.NoReason, Resolve(K3, reason: " "));
        Refused(Refusal.BadMark, Resolve(K3, 101m));
        Refused(Refusal.WrongRole, Resolve(new(Role.Judge, "J1")));
        Assert.Equal("核对答卷", contest.Accept<DoubleEntryResolved>(Resolve(K3, 80m, " 核对答卷 ")).Reason);
        Refused(Refusal.NoDifference, Resolve(K3));
        Refused(Refusal.NoSuchModule, ResolveDoubleEntry.Decide(contest.State, K3, Contest.E(1), new("P"), 80m, "核对"));
        Refused(Refusal.NoSuchEntrant, ResolveDoubleEntry.Decide(contest.State, K3, Contest.E(7), T, 80m, "核对"));
    }

    [Fact]
    public void Two_equal_figures_leave_nothing_to_settle()
    {
        var contest = new Contest(Double, entrants: 1);
        contest.Accept<ModuleMarkEntered>(EnterModuleMark.Decide(contest.State, K1, Contest.E(1), T, 87.5m, 0));
        contest.Accept<ModuleMarkEntered>(EnterModuleMark.Decide(contest.State, K2, Contest.E(1), T, 87.50m, 0));

        Refused(Refusal.NoDifference, ResolveDoubleEntry.Decide(contest.State, K3, Contest.E(1), T, 80m, "核对"));
    }

    [Fact]
    public void A_list_of_marks_comes_in_whole_or_not_at_all()
    {
        var contest = new Contest(entrants: 3).Status(3, EntrantStatus.Absent);
        Decision Import(params (int Entrant, decimal Mark)[] marks) => ImportModuleMarks.Decide(
            contest.State, K1, Contest.TradeId, T, [.. marks.Select(m => new ImportedMark(Contest.E(m.Entrant), m.Mark))], "theory.xlsx");

        var faults = Refused(Refusal.BadMarks, Import((1, 80m), (1, 81m), (2, 101m), (3, 80m), (9, 80m))).Fields!;
        Assert.Equal(["E1", "E2", "E3", "E9"], faults.Keys.Order());
        Assert.Equal(("同一位选手出现两次", "电工没有这位选手"), (faults["E1"].ToString(), faults["E9"].ToString()));
        Refused(Refusal.Empty, Import());

        contest.Accept<ModuleMarksImported>(Import((1, 80m), (2, 81m)));
        Assert.Equal(81m, contest.Module(2, "T").Figure);
        Assert.Equal("已有不同的成绩，导入不会覆盖，请单独修改", Refused(Refusal.BadMarks, Import((1, 80m), (2, 82m))).Fields!["E2"].ToString());
        contest.Accept<ModuleMarksImported>(Import((1, 80.00m), (2, 81m)));

        Refused(Refusal.NotByClerk, ImportModuleMarks.Decide(contest.State, K1, Contest.TradeId, new("P"), [], null));
        Refused(Refusal.NoSuchModule, ImportModuleMarks.Decide(contest.State, K1, Contest.TradeId, new("X"), [], null));
        Refused(Refusal.NoSuchTrade, ImportModuleMarks.Decide(contest.State, K1, new("x"), T, [], null));
        Refused(Refusal.WrongRole, ImportModuleMarks.Decide(contest.State, new(Role.Admin, "admin", Contest.Here), Contest.TradeId, T, [], null));
    }

    [Fact]
    public void A_third_clerks_list_is_refused_in_double_entry()
    {
        var contest = new Contest(Double, entrants: 1);
        foreach (var clerk in new[] { K1, K2 })
        {
            contest.Accept<ModuleMarksImported>(ImportModuleMarks.Decide(contest.State, clerk, Contest.TradeId, T, [new(Contest.E(1), 80m)]));
        }

        Assert.Equal("两位录入员都已录入", Refused(Refusal.BadMarks, ImportModuleMarks.Decide(contest.State, K3, Contest.TradeId, T, [new(Contest.E(1), 80m)])).Fields!["E1"].ToString());
    }

    [Fact]
    public void A_figure_is_corrected_by_two_people()
    {
        var contest = new Contest(entrants: 1).Theory(1, 80m).Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
        Decision Correct(decimal mark, string approved = "S1", string module = "T") =>
            CorrectModuleMark.Decide(contest.State, new(Role.HeadJudge, "H1", Contest.Here), Contest.E(1), new(module), mark, "漏加一题", new(Role.Supervisor, approved, Contest.Here));

        Refused(Refusal.NoChange, Correct(80.00m));
        Refused(Refusal.SamePerson, Correct(82m, "H1"));
        Refused(Refusal.TwoPeople, Correct(82m, " "));
        Refused(Refusal.BadMark, Correct(101m));
        Refused(Refusal.NotByClerk, Correct(82m, module: "P"));
        Refused(Refusal.NoSuchModule, Correct(82m, module: "X"));
        contest.Accept<ModuleMarkCorrected>(Correct(82m));
        Assert.Equal(82m, contest.Module(1, "T").Figure);
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Archived));
        Refused(Refusal.WrongPhase, Correct(83m));
    }
}
