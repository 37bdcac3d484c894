using Scoring.Core.Definition;
using Scoring.Core.Draw;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Phases;
using Scoring.Core.Publication;
using Scoring.Core.Scoring;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Scoring;

/// <summary>R-A4: of several things that are wrong the first said is who may not, then the reason that is missing, then the phase, then what was entered.</summary>
public sealed class OrderOfAnswersTests
{
    private static readonly TradeId Dg = Contest.TradeId;
    private static readonly ModuleId P = new("P");
    private static readonly ModuleId T = new("T");

    /// <summary>Long over: nothing can be done any more.</summary>
    private static readonly Contest Over = new Contest(entrants: 1).Sheet(1, 90m).Apply(new PhaseChanged(Dg, Phase.Archived));

    private static readonly Contest Doubled = new Contest(
        Contest.Union() with { Components = [new(new("theory"), "理论", ComponentKind.Theory, 100m, [new(T, "理论", 100m, MarkingMethod.DoubleEntry, [])])] }, entrants: 1)
        .Apply(new PhaseChanged(Dg, Phase.Archived));

    private delegate Decision Ask(Actor by, string reason);

    private static readonly Dictionary<string, (Role Role, bool Reasoned, Refusal Phase, Ask Ask)> Cases = new()
    {
        ["file"] = (Role.Admin, false, Refusal.WrongPhase, (by, _) => FileAppeal.Decide(Over.State, by, Dg, Contest.E(9), "", "", Contest.Start, Contest.Start)),
        ["honours"] = (Role.Admin, false, Refusal.WrongPhase, (by, _) => ApproveHonours.Decide(Over.State, by, Dg, [new(Contest.E(1), "x")])),
        ["boundary"] = (Role.Admin, false, Refusal.WrongPhase, (by, _) => ChooseBoundary.Decide(Over.State, by, Dg, BoundaryPolicy.Expand)),
        ["issue"] = (Role.Admin, false, Refusal.WrongPhase, (by, _) => IssueCertificates.Decide(Over.State, by, Dg, new(2026, 4, 23), f => f.Number)),
        ["revoke"] = (Role.Admin, true, Refusal.NoSuchCertificate, (by, reason) => RevokeCertificate.Decide(Over.State, by, Dg, "X", reason)),
        ["draw review"] = (Role.HeadJudge, false, Refusal.WrongPhase, (by, _) => DrawReview.Decide(Over.State, by, Dg, "s")),
        ["tick"] = (Role.Supervisor, false, Refusal.WrongPhase, (by, _) => TickReview.Decide(Over.State, by, Dg, Contest.E(9), false, null)),
        ["spread"] = (Role.HeadJudge, true, Refusal.WrongPhase, (by, reason) => ConfirmSpread.Decide(Over.State, by, Contest.E(1), P, reason)),
        ["correct"] = (Role.HeadJudge, true, Refusal.WrongPhase, (by, reason) => CorrectSheet.Decide(Over.State, by, Contest.E(1), P, Contest.J(9), Contest.Marks(("x", 1m)), reason, new(Role.Supervisor, "b", Contest.Here))),
        ["correct mark"] = (Role.Clerk, true, Refusal.WrongPhase, (by, reason) => CorrectModuleMark.Decide(Over.State, by, Contest.E(1), P, -1m, reason, new(Role.Supervisor, "b", Contest.Here))),
        ["import"] = (Role.Clerk, false, Refusal.Closed, (by, _) => ImportModuleMarks.Decide(Over.State, by, Dg, T, [])),
        ["enter"] = (Role.Clerk, false, Refusal.Closed, (by, _) => EnterModuleMark.Decide(Over.State, by, Contest.E(1), T, -1m, 0)),
        ["withdraw"] = (Role.HeadJudge, true, Refusal.WrongPhase, (by, reason) => WithdrawViolation.Decide(Over.State, by, Contest.E(1), 9, reason)),
        ["violation"] = (Role.FloorJudge, false, Refusal.WrongPhase, (by, _) => RecordViolation.Decide(Over.State, by, Contest.E(1), null, "", "", ViolationOutcome.Warning)),
        ["resolve"] = (Role.Clerk, true, Refusal.Closed, (by, reason) => ResolveDoubleEntry.Decide(Doubled.State, by, Contest.E(1), T, -1m, reason)),
        ["return"] = (Role.HeadJudge, true, Refusal.Closed, (by, reason) => ReturnSheet.Decide(Over.State, by, Contest.E(1), P, Contest.J(9), reason)),
        ["sign"] = (Role.HeadJudge, false, Refusal.WrongPhase, (by, _) => SignModule.Decide(Over.State, by, Dg, P)),
        ["coded"] = (Role.HeadJudge, false, Refusal.WrongPhase, (by, _) => SubmitCodedResults.Decide(Over.State, by, Dg)),
        ["decode"] = (Role.Supervisor, false, Refusal.WrongPhase, (by, _) => Decode.Decide(Over.State, by, Dg, 9)),
        ["tie"] = (Role.HeadJudge, true, Refusal.WrongPhase, (by, reason) => DecideTie.Decide(Over.State, by, Dg, [], reason)),
        ["choose"] = (Role.Arbitrator, true, Refusal.WrongPhase, (by, reason) => DecideBoundary.Decide(Over.State, by, Dg, "x", [], reason)),
        ["confirm"] = (Role.HeadJudge, false, Refusal.WrongPhase, (by, _) => ConfirmAwards.Decide(Over.State, by, Dg)),
        ["status"] = (Role.FloorJudge, true, Refusal.WrongPhase, (by, reason) => ChangeStatus.Decide(Over.State, by, Contest.E(1), EntrantStatus.Normal, reason)),
        ["substitute"] = (Role.Admin, true, Refusal.WrongPhase, (by, reason) => SubstituteEntrant.Decide(Over.State, by, Contest.E(1), new(Contest.E(1), "", new("org"), Dg), reason)),
        ["draw"] = (Role.CodingOfficer, false, Refusal.NoSuchLayer, (by, _) => DrawCodes.ByMachine(Over.State, by, Dg, 9, "")),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Who_then_why_then_when_then_what(string name)
    {
        var (role, reasoned, phase, ask) = Cases[name];

        var stranger = new Actor(name == "sign" ? Role.Clerk : Role.Judge, "stranger", Contest.Here);
        Refused(Refusal.WrongRole, ask(stranger, " "));
        Refused(Refusal.WrongRole, ask(stranger, "理由"));
        if (reasoned)
        {
            Refused(Refusal.NoReason, ask(new(role, "somebody", Contest.Here), " "));
            Refused(Refusal.LongReason, ask(new(role, "somebody", Contest.Here), new string('因', 501)));
        }

        Refused(phase, ask(new(role, "somebody", Contest.Here), new string('因', 500)));
    }

    [Fact]
    public void Two_signatures_ask_for_both_roles_then_for_two_people_then_for_the_phase()
    {
        var (head, supervisor, stranger) = (new Actor(Role.HeadJudge, "a", Contest.Here), new Actor(Role.Supervisor, "b", Contest.Here), new Actor(Role.Clerk, "a", Contest.Here));

        Refused(Refusal.WrongRole, SignReview.Decide(Over.State, Dg, stranger, supervisor));
        Refused(Refusal.WrongRole, SignReview.Decide(Over.State, Dg, head, stranger));
        Refused(Refusal.SamePerson, SignReview.Decide(Over.State, Dg, head, supervisor with { Id = "a" }));
        Refused(Refusal.WrongPhase, SignReview.Decide(Over.State, Dg, head, supervisor));
        Refused(Refusal.WrongRole, ReopenModule.Decide(Over.State, Dg, P, stranger, supervisor, ""));
        Refused(Refusal.WrongRole, ReopenModule.Decide(Over.State, Dg, P, head, stranger, ""));
        Refused(Refusal.SamePerson, ReopenModule.Decide(Over.State, Dg, P, head, supervisor with { Id = "A" }, ""));
        Refused(Refusal.NoReason, ReopenModule.Decide(Over.State, Dg, P, head, supervisor, ""));
        Refused(Refusal.WrongPhase, ReopenModule.Decide(Over.State, Dg, P, head, supervisor, "漏评"));
        Refused(Refusal.NoSuchTrade, ReopenModule.Decide(Over.State, new("x"), P, head, supervisor, "漏评"));
        Refused(Refusal.NoSuchModule, ReopenModule.Decide(Over.State, Dg, new("x"), head, supervisor, "漏评"));
        Refused(Refusal.TwoPeople, CorrectSheet.Decide(Over.State, head, Contest.E(1), P, Contest.J(1), Contest.Marks(("a", 1m)), "笔误", new(Role.Supervisor, " ", Contest.Here)));
        Refused(Refusal.SamePerson, CorrectModuleMark.Decide(Over.State, head, Contest.E(1), T, 1m, "笔误", new(Role.Supervisor, " A ", Contest.Here)));
    }

    [Fact]
    public void A_known_official_acts_only_in_the_trades_of_the_seats()
    {
        var contest = new Contest(entrants: 1).Apply(new JudgesAppointed([new(new("Z1"), "裁判长", [new(Role.HeadJudge, new("qg")), new(Role.HeadJudge, Dg)]), new(new("Z2"), "别家裁判长", [new(Role.HeadJudge, new("qg"))])]));

        Refused(Refusal.Incomplete, SignModule.Decide(contest.State, new(Role.HeadJudge, "Z1"), Dg, P));
        Refused(Refusal.WrongRole, SignModule.Decide(contest.State, new(Role.HeadJudge, "Z2"), Dg, P));
        Refused(Refusal.WrongRole, SignModule.Decide(contest.State, new(Role.Supervisor, "Z1"), Dg, P));
    }

    [Fact]
    public void What_is_closed_says_since_when()
    {
        string Enter(Contest contest) => Refused(Refusal.Closed, EnterModuleMark.Decide(contest.State, new(Role.Clerk, "K1", Contest.Here), Contest.E(1), T, 1m, 0)).Message.ToString();

        Assert.Equal("电工还没有开始评分，请等裁判长开始", Enter(new Contest(entrants: 1, phase: Phase.Drawn)));
        Assert.Equal("电工的评分已经结束，修改须走更正", Enter(new Contest(entrants: 1).Apply(new PhaseChanged(Dg, Phase.Review))));
        Assert.Equal(
            "电工现在是“归档”，这一步只能在“复核”时做", Refused(Refusal.WrongPhase, SubmitCodedResults.Decide(Over.State, new(Role.HeadJudge, "a", Contest.Here), Dg)).Message.ToString());
        Assert.Equal(
            "电工现在是“归档”，这一步只能在“评分”到“复核”之间做", Refused(Refusal.WrongPhase, SignModule.Decide(Over.State, new(Role.HeadJudge, "a", Contest.Here), Dg, P)).Message.ToString());
        Assert.Equal(
            "A01 已登记为缺考，不能评分。如有误，请裁判长更改状态",
            Refused(Refusal.NotNormal, EnterModuleMark.Decide(new Contest(entrants: 1).Status(1, EntrantStatus.Absent).State, new(Role.Clerk, "K1", Contest.Here), Contest.E(1), T, 1m, 0)).Message.ToString());
    }

    [Fact]
    public void Clerks_lists_ask_whose_module_it_is_before_the_phase_and_what_was_read_before_the_status()
    {
        Refused(Refusal.NotByClerk, ImportModuleMarks.Decide(Over.State, new(Role.Clerk, "K1", Contest.Here), Dg, P, []));
        Refused(Refusal.Closed, ImportModuleMarks.Decide(Over.State, new(Role.Clerk, "K1", Contest.Here), Dg, T, [new(Contest.E(1), 1m)]));
        var absent = new Contest(entrants: 1).Status(1, EntrantStatus.Absent);
        Assert.Equal("理论的成绩须在 0 到 100 之间", Refused(Refusal.BadMarks, ImportModuleMarks.Decide(absent.State, new(Role.Clerk, "K1", Contest.Here), Dg, T, [new(Contest.E(1), 101m)])).Fields!["E1"].ToString());
        Assert.StartsWith("A01 已登记为缺考", Refused(Refusal.BadMarks, ImportModuleMarks.Decide(absent.State, new(Role.Clerk, "K1", Contest.Here), Dg, T, [new(Contest.E(1), 1m)])).Fields!["E1"].ToString(), StringComparison.Ordinal);
    }
}
