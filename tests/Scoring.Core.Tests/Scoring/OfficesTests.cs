using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Tests.Scoring;

/// <summary>Which offices may take each step of a scoring day, and in which phases it is open (R-A4, R-A5).</summary>
public sealed class OfficesTests
{
    private static readonly EntrantId _e = Contest.E(1);
    private static readonly ModuleId _p = new("P"), _t = new("T");

    private static readonly IReadOnlyDictionary<string, Func<Contest, Actor, Decision>> _steps = new Dictionary<string, Func<Contest, Actor,
        Decision>>
    {
        ["violation"] = (c, by) => RecordViolation.Decide(c.State, by, _e, null, "李", "违规", ViolationOutcome.Warning),
        ["no violation"] = (c, by) => WithdrawViolation.Decide(c.State, by, _e, 1, "不成立"),
        ["return"] = (c, by) => ReturnSheet.Decide(c.State, by, _e, _p, Contest.J(1), "漏评"),
        ["spread"] = (c, by) => ConfirmSpread.Decide(c.State, by, _e, _p, "已核对"),
        ["sheet corrected"] = (c, by) => CorrectSheet.Decide(
            c.State, by, _e, _p, Contest.J(1), Contest.Marks(("a", 1m)), "笔误", new(Role.Supervisor, "y", Contest.Here)),
        ["figure corrected"] = (c, by) => CorrectModuleMark.Decide(
            c.State, by, _e, _t, 1m, "笔误", new(Role.Supervisor, "y", Contest.Here)),
        ["difference"] = (c, by) => ResolveDoubleEntry.Decide(c.State, by, _e, _t, 80m, "核对"),
        ["figure"] = (c, by) => EnterModuleMark.Decide(c.State, by, _e, _t, 80m, 0),
        ["figures"] = (c, by) => ImportModuleMarks.Decide(c.State, by, Contest.TradeId, _t, [new(_e, 80m)]),
        ["paper"] = (c, by) => EnterPaperSheet.Decide(
            c.State, by, Contest.TradeId, _p, "A01", Contest.J(1), Contest.Marks(("a", 1m)), new('a', 64), 0),
        ["call"] = (c, by) => CallEntrants.Decide(c.State, by, Contest.TradeId, ["A01"], Contest.Start),
        ["arrival"] = (c, by) => RecordArrival.Decide(c.State, by, _e, true, Contest.Start),
        ["clock"] = (c, by) => StartClock.Decide(c.State, by, _e, _p, Contest.Start),
        ["time"] = (c, by) => RecordTime.Decide(c.State, by, _e, _p, 60),
        ["day"] = (c, by) => SignDay.Decide(c.State, by, Contest.TradeId),
        ["module"] = (c, by) => SignModule.Decide(c.State, by, Contest.TradeId, _p),
        ["status"] = (c, by) => ChangeStatus.Decide(c.State, by, _e, EntrantStatus.Absent, "未到"),
    };

    public static TheoryData<string, string, string> Steps => new()
    {
        { "violation", "HeadJudge FloorJudge", "Scoring Review Publicity" },
        { "no violation", "HeadJudge", "Scoring Review Publicity" },
        { "return", "HeadJudge", "Scoring" },
        { "spread", "HeadJudge", "Scoring Review" },
        { "sheet corrected", "HeadJudge Clerk Supervisor", "Scoring Review Publicity Final" },
        { "figure corrected", "HeadJudge Clerk Supervisor", "Scoring Review Publicity Final" },
        { "difference", "HeadJudge Clerk Supervisor", "Scoring" },
        { "figure", "Clerk", "Scoring" },
        { "figures", "Clerk", "Scoring" },
        { "paper", "Clerk", "Setup Scoring" }, // before the draw nobody has the code, which is said first
        { "call", "HeadJudge FloorJudge", "Drawn Scoring" },
        { "arrival", "HeadJudge FloorJudge", "Drawn Scoring" },
        { "clock", "HeadJudge FloorJudge", "Scoring" },
        { "time", "HeadJudge Judge FloorJudge Clerk", "Scoring" },
        { "day", "HeadJudge Supervisor", "Scoring Review" },
        { "module", "HeadJudge Supervisor", "Scoring Review" }, // and a judge with a seat in it
        { "status", "HeadJudge FloorJudge", "Setup Drawn Scoring Review Publicity" },
    };

    private static Contest In(Phase phase)
    {
        var trade = Contest.Union(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 100m)) with { Time = new(3600) });
        var contest = new Contest(
            trade with { Components = [trade.Components[0] with { Modules = [Contest.Module("T", MarkingMethod.DoubleEntry)] },
                trade.Components[1]] },
            entrants: 1, phase: phase);
        for (var next = Phase.Review; next <= phase; next++)
        {
            contest.Apply(new PhaseChanged(Contest.TradeId, next));
        }

        return contest;
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_has_its_offices_and_its_phases(string step, string offices, string phases)
    {
        var scoring = In(Phase.Scoring);
        Assert.Equal(offices, string.Join(' ', Enum.GetValues<Role>().Where(
            r => _steps[step](scoring, new(r, "x", Contest.Here)) is not Decision.Refuse { Code: Refusal.WrongRole })));
        var by = new Actor(Enum.Parse<Role>(offices.Split(' ')[0]), "x", Contest.Here);
        Assert.Equal(phases, string.Join(' ', Enum.GetValues<Phase>().Where(
            p => _steps[step](In(p), by) is not Decision.Refuse { Code: Refusal.WrongPhase or Refusal.Closed })));
    }
}
