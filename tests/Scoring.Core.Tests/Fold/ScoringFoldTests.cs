using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>What stays of marks that were mended (R-D2, R-L6), of signatures, and of the entries themselves.</summary>
public sealed class ScoringFoldTests
{
    private static readonly TradeId _dg = Contest.TradeId;
    private static readonly ModuleId _p = new("P");

    private static Contest Panel(int judges = 2) => new(
        Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 60m), Contest.Points("b", 40m))), entrants: 1, judges);

    private static EntrantState One(Contest contest) => contest.State.Entrant(Contest.E(1))!;

    private static SheetCorrected Corrected(JudgeId judge, decimal a, decimal b, string module = "P") =>
        new(Contest.E(1), new(module), judge, Contest.Marks(("a", a), ("b", b)), "漏录", "J1", "H1");

    private static string Told(IReadOnlyDictionary<AspectId, Entry> marks) =>
        string.Join(' ', marks.OrderBy(m => m.Key.Value, StringComparer.Ordinal).Select(m => $"{m.Key}={m.Value.Number}"));

    [Fact]
    public void First_marks_stay_as_they_were_however_often_they_are_marked_anew()
    {
        var contest = Panel().Sheet(1, 1, "P", ("a", 50m), ("b", 30m));
        Assert.Null(One(contest).Sheet(_p, Contest.J(1))!.FirstMarks);
        Remark(("a", 45m));
        Remark(("b", 25m));
        Remark(("a", 40m), ("b", 20m));

        var sheet = One(contest).Sheet(_p, Contest.J(1))!;
        Assert.Equal(("a=50 b=30", "a=40 b=20"), (Told(sheet.FirstMarks!), Told(sheet.Marks)));
        Assert.Equal((2, 2), (sheet.Remarks![new("a")], sheet.Remarks[new("b")]));
        Assert.Equal(contest.Sequence, sheet.Version);
        Remark2(); // a judge who handed in nothing has nothing to mark anew
        Assert.Null(One(contest).Sheet(_p, Contest.J(2)));

        void Remark(params (string, decimal)[] marks) =>
            contest.Apply(new JudgementRemarked(Contest.E(1), _p, Contest.J(1), Contest.Marks(marks)));
        void Remark2() => contest.Apply(new JudgementRemarked(Contest.E(1), _p, Contest.J(2), Contest.Marks(("a", 1m))));
    }

    [Fact]
    public void A_correction_of_a_sheet_never_handed_in_is_its_first_version_in_the_judges_own_seat()
    {
        var contest = Panel().Sheet(1, 1, "P", ("a", 50m), ("b", 30m)).Apply(Corrected(Contest.J(2), 40m, 20m));
        var sheet = One(contest).Sheet(_p, Contest.J(2))!;

        Assert.Equal((2, false, false, 1), (sheet.Seat, sheet.Returned, sheet.Trainee, sheet.Corrections));
        Assert.Equal(70m, contest.Module(1).Figure);
        var record = Assert.Single(One(contest).Corrections);
        Assert.Equal((null, null, 60m), (record.Before, record.FigureBefore, record.FigureAfter));

        contest.Apply(Corrected(Contest.J(1), 60m, 40m));
        Assert.Equal((80m, 100m), (One(contest).Corrections[1].FigureBefore!.Value, One(contest).Corrections[1].FigureAfter!.Value));
        Assert.Equal(("a=50 b=30", "a=60 b=40"), (Told(One(contest).Corrections[1].Before!), Told(One(contest).Corrections[1].After!)));
    }

    [Fact]
    public void A_trainees_sheet_that_is_corrected_first_stays_a_trainees()
    {
        var contest = Panel(1).Apply(new JudgesAppointed([new(Contest.J(5), "影子", [new(Role.Judge, _dg, _p, 5, null, Trainee: true)])]));
        contest.Sheet(1, 1, "P", ("a", 50m), ("b", 30m)).Apply(Corrected(Contest.J(5), 10m, 10m));

        Assert.Equal((5, true), (One(contest).Sheet(_p, Contest.J(5))!.Seat, One(contest).Sheet(_p, Contest.J(5))!.Trainee));
        Assert.Equal(80m, contest.Module(1).Figure);
    }

    [Fact]
    public void A_correction_by_one_without_a_seat_or_of_a_module_that_is_gone_is_kept_and_counts_nowhere()
    {
        var contest = Panel(1).Sheet(1, 1, "P", ("a", 50m), ("b", 30m)).Apply(Corrected(new("former"), 10m, 10m));
        var sheet = One(contest).Sheet(_p, new("former"))!;
        Assert.Equal((0, false), (sheet.Seat, sheet.Trainee));

        contest.Apply(Corrected(Contest.J(1), 20m, 10m, "gone")).Apply(Corrected(Contest.J(1), 10m, 10m, "gone"));
        var record = One(contest).Corrections[^1];
        Assert.Equal((new ModuleId("gone"), null, null), (record.Module, record.FigureBefore, record.FigureAfter));
        Assert.Equal(("a=20 b=10", "a=10 b=10"), (Told(record.Before!), Told(record.After!)));
    }

    [Fact]
    public void A_third_persons_figure_settles_and_is_no_correction()
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.DoubleEntry)), entrants: 1)
            .Apply(new ModuleMarkEntered(Contest.E(1), _p, "K1", 80m)).Apply(new ModuleMarkEntered(Contest.E(1), _p, "K2", 81m))
            .Apply(new DoubleEntryResolved(Contest.E(1), _p, "K3", 80.5m, "看原卷"));
        Assert.Equal(new(80.5m, "K3", "看原卷", contest.Sequence, Correction: false), One(contest).Entries(_p)!.Settled);

        contest.Apply(new ModuleMarkCorrected(Contest.E(1), _p, 82m, "改判", "K3", "H1"));
        Assert.Equal(new(82m, "H1", "改判", contest.Sequence, Correction: true), One(contest).Entries(_p)!.Settled);
        Assert.Equal((80.5m, 82m), (One(contest).Corrections[0].FigureBefore!.Value, One(contest).Corrections[0].FigureAfter!.Value));
    }

    [Fact]
    public void A_signed_day_is_of_its_trade_and_locks_its_modules()
    {
        var contest = Panel();
        contest.Apply(new DaySigned(_dg, [_p, new("none")], Role.HeadJudge, "H1", "M0 0"));

        Assert.Equal((contest.Sequence, contest.State.At), (contest.Trade.Version, contest.Trade.At));
        Assert.True(contest.Trade.Module(_p)!.Locked);
    }

    [Fact]
    public void A_receipt_names_the_entry_and_there_is_none_without_one()
    {
        Assert.Null(new Stamp(7, Contest.Start, "J1", default).Receipt);
        var receipt = new Stamp(7, Contest.Start, "J1", new byte[] { 0x00, 0xab, 0x1f }).Receipt!;
        Assert.Equal((7, "00ab1f", Contest.Start), (receipt.Sequence, receipt.Hash, receipt.At));
    }

    [Fact]
    public void Who_asked_again_to_decode_is_the_last_who_did_and_named_once()
    {
        var contest = Panel();
        foreach (var by in new[] { "HeadJudge:H1", "Supervisor:S1", "HeadJudge:H1" })
        {
            contest.Apply(new DecodeRequested(_dg, 1, by));
        }

        Assert.Equal(["Supervisor:S1", "HeadJudge:H1"], contest.Trade.Publication.DecodeRequests[1]);
    }

    [Fact]
    public void The_phase_a_trade_is_in_is_no_step_back()
    {
        var contest = Panel().Apply(new CodedResultsSubmitted(_dg, "H1")).Apply(new PhaseChanged(_dg, Phase.Scoring));
        Assert.Equal("H1", contest.Trade.Publication.CodedResultsBy);
        contest.Apply(new PhaseChanged(_dg, Phase.Drawn, "重抽", "S1"));
        Assert.Null(contest.Trade.Publication.CodedResultsBy);
    }

    [Fact]
    public void One_who_comes_late_brings_an_organization_and_shows_at_once()
    {
        var contest = new Contest(entrants: 1);
        var before = contest.Public().Version;
        contest.Apply(new LateEntrantAdmitted(
            new(new("N1"), "后补", new("new"), _dg), [new(1, "A02", "9 号工位")], "补报", "A1", "K1", [new(new("new"), "新单位")]));

        Assert.Equal("新单位", contest.State.Organizations[new("new")].Name);
        Assert.Equal((before + 1, "A01 A02"), (contest.Public().Version, string.Join(' ', contest.Public().Rows.Select(r => r.Code))));
        Assert.Equal("9 号工位", contest.Trade.ByCode("A02")!.Station);
    }

    [Fact]
    public void Only_what_follows_from_others_or_from_several_runs_is_entangled()
    {
        var field = new FieldAspect(new("t"), "用时", 20m, "秒", FieldRule.Place, MetricDirection.Lower);
        Assert.Equal((false, false), Of(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m)) with { Panel = new() }));
        Assert.Equal((true, true), Of(Contest.Module("P", MarkingMethod.Judge, field)));
        Assert.Equal(
            (true, true), Of(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m)) with { Panel = new(Levelling: new()) }));
        Assert.Equal((true, false), Of(Contest.Module("P", MarkingMethod.Clerk) with { Attempts = new(2) }));
        Assert.Equal((true, false), Of(Contest.Module("P", MarkingMethod.Clerk) with { PerMember = new() }));

        static (bool Entangled, bool Crossed) Of(Module module)
        {
            var trade = new Contest(Contest.Only(module)).Trade;
            return (trade.HasEntangled, trade.Module(_p)!.Cross is not null);
        }
    }

    [Fact]
    public void A_copy_holds_who_declined_and_is_touched_by_what_concerns_it_only()
    {
        var contest = new Contest(Contest.Union() with { Advance = new("省赛", Top: 1) }, entrants: 2);
        contest.Apply(new AdvanceDeclined(_dg, Contest.E(2), "出国"));
        var fork = Fork.Of(contest.State, _dg);

        Assert.Equal([(Contest.E(2), "出国")], fork.Trades[_dg].Publication.Declined.Select(d => (d.Key, d.Value)));
        var version = fork.Trades[_dg].Version;
        fork.Apply(fork.Version + 1, Contest.Start, "system", new VisibilityChanged(new("qg"), Visibility.Hidden));
        Assert.Equal((version, version + 1), (fork.Trades[_dg].Version, fork.Version));
    }
}
