using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Tests.Scoring;

/// <summary>Whose office an entry of the ledger needs (R-A4), role by role.</summary>
public sealed class DecidedAgainTests
{
    private static readonly ModuleId _p = new("P");
    private static readonly EntrantId _e = Contest.E(1);
    private static readonly TradeId _trade = Contest.TradeId;

    /// <summary>The entry and every role it may be of.</summary>
    public static TheoryData<LedgerEvent, string> Entries => new()
    {
        { new SheetReturned(_e, _p, Contest.J(1), "漏评"), "HeadJudge" },
        { new SpreadConfirmed(_e, _p, "已核对"), "HeadJudge" },
        { new PanelConfirmed(_e, _p, "已核对"), "HeadJudge" },
        { new ViolationWithdrawn(1, _e, "不成立"), "HeadJudge" },
        { new AttemptWaived(_e, _p, 1, "放弃"), "HeadJudge FloorJudge" },
        { new AttemptResumed(_e, _p, 1, "误记"), "HeadJudge FloorJudge" },
        { new ViolationRecorded(1, _e, _p, "李", "现场裁判", "违规", ViolationOutcome.Warning), "HeadJudge FloorJudge" },
        { new SheetCorrected(_e, _p, Contest.J(1), Contest.Marks(("a", 1m)), "笔误", "J1", "H1"), "HeadJudge Clerk Supervisor" },
        { new ModuleMarkCorrected(_e, _p, 1m, "笔误", "J1", "H1"), "HeadJudge Clerk Supervisor" },
        { new ModuleMarkEntered(_e, _p, "X", 1m), "Clerk" },
        { new PaperSheetEntered(_e, _p, Contest.J(1), Contest.Marks(("a", 1m)), "X", new('a', 64), 0), "Clerk" },
        { new DoubleEntryResolved(_e, _p, "X", 1m, "核对"), "HeadJudge Clerk Supervisor" },
        { new TimeRecorded(_e, _p, 60), "HeadJudge Judge FloorJudge Clerk" },
        { new StatusChanged(_e, EntrantStatus.Absent, "未到"), "Admin HeadJudge FloorJudge CodingOfficer" },
        { new ModuleSigned(_trade, _p, Role.Judge, "X"), "HeadJudge Judge Supervisor" },
        { new DaySigned(_trade, [_p], Role.HeadJudge, "X"), "HeadJudge Supervisor" },
        { new Decoded(_trade, 1, "X", "S1"), "HeadJudge Supervisor" },
        { new CodesDrawn(_trade, 1, null, []), "Admin CodingOfficer" },
        { new EntrantSubstituted(_e, new(_e, "替补", new("org"), _trade), "伤病"), "Admin CodingOfficer" },
        { new PhaseChanged(_trade, Phase.Review), "Admin HeadJudge" },
        { new CertificatesIssued(_trade, []), "Admin HeadJudge" },
        { new CertificateRevoked(_trade, "DG-001", "写错"), "Admin HeadJudge" },
    };

    [Theory]
    [MemberData(nameof(Entries), DisableDiscoveryEnumeration = true)]
    public void An_entry_may_be_of_these_roles_and_of_no_other(LedgerEvent entry, string roles)
    {
        var contest = new Contest(entrants: 1);

        Assert.Equal(roles, string.Join(' ', Enum.GetValues<Role>()
            .Where(r => DecidedAgain.Why(contest.State, new Actor(r, "X").ToString(), entry) is null)));
        Assert.Null(DecidedAgain.Why(contest.State, Actor.System, entry));
        Assert.Equal("操作人 X 不是任何职务", DecidedAgain.Why(contest.State, "X", entry));
        Assert.Equal("操作人 :X 不是任何职务", DecidedAgain.Why(contest.State, ":X", entry));
    }

    [Fact]
    public void Whoever_holds_the_office_elsewhere_does_not_hold_it_here_and_of_strangers_nothing_is_known()
    {
        var contest = new Contest(entrants: 1);
        contest.Apply(new JudgesAppointed([new(new("H9"), "别处的裁判长", [new(Role.HeadJudge, new("qg"))])]));
        var returned = new SheetReturned(_e, _p, Contest.J(1), "漏评");

        Assert.StartsWith("操作人是 headJudge:H9，", DecidedAgain.Why(contest.State, "headJudge:H9", returned), StringComparison.Ordinal);
        Assert.Null(DecidedAgain.Why(contest.State, "headJudge:H9", returned with { Entrant = Contest.E(9) }));
        Assert.Null(DecidedAgain.Why(contest.State, "judge:J1", new OrganizationDefined(new(new("org"), "改名"))));
    }
}
