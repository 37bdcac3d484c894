using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Tests.Scoring;

public sealed class SubmitSheetTests
{
    private static SheetSubmission Of(int entrant, long basedOn = 0, params (string Aspect, decimal Mark)[] marks) =>
        new(new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]), Contest.TradeId, new("P"), Contest.Code(entrant), basedOn, Contest.Marks(marks));

    private static Decision.Refuse Refused(Contest contest, SheetSubmission submission, int judge = 1) =>
        Assert.IsType<Decision.Refuse>(SubmitSheet.Decide(contest.State, Contest.J(judge), submission));

    [Fact]
    public void A_complete_sheet_is_accepted_and_counts()
    {
        var contest = new Contest(entrants: 1).Theory(1, 80m);

        var accepted = Assert.IsType<Decision.Append>(SubmitSheet.Decide(contest.State, Contest.J(1), Of(1, 0, ("a", 87.5m))));
        contest.Apply(accepted.Event);

        Assert.Equal(85.25m, contest.Result(1).Total);
    }

    [Fact]
    public void A_handed_in_sheet_changes_only_after_a_return()
    {
        var contest = new Contest(entrants: 1).Sheet(1, 80m);
        var version = contest.Sequence;

        Assert.Equal(Refusal.SheetConflict, Refused(contest, Of(1, 0, ("a", 90m))).Code);
        Assert.Equal(Refusal.AlreadySubmitted, Refused(contest, Of(1, version, ("a", 90m))).Code);
        contest.Apply(new SheetReturned(Contest.E(1), new("P"), Contest.J(1), "漏评"));
        Assert.Equal(Refusal.SheetConflict, Refused(contest, Of(1, version, ("a", 90m))).Code);
        Assert.IsType<Decision.Append>(SubmitSheet.Decide(contest.State, Contest.J(1), Of(1, contest.Sequence, ("a", 90m))));
    }

    [Fact]
    public void Marks_at_fault_are_named_one_by_one()
    {
        var trade = Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 60m, 0.5m), Contest.Points("b", 40m, 0.5m)));
        var contest = new Contest(trade, entrants: 1);

        var refused = Refused(contest, Of(1, 0, ("a", 60.5m), ("z", 1m)));

        Assert.Equal("须在 0 到 60 之间", refused.Fields!["a"].ToString());
        Assert.Equal("还没有评分", refused.Fields["b"].ToString());
        Assert.Equal("评分表里没有这个评分点，请刷新后重填", refused.Fields["z"].ToString());
    }

    [Fact]
    public void Notes_belong_to_aspects_and_like_the_signature_have_a_limit()
    {
        var contest = new Contest(entrants: 1);
        SheetSubmission Noted(string aspect, int length) => Of(1, 0, ("a", 90m)) with { Notes = new Dictionary<AspectId, string> { [new(aspect)] = new('注', length) } };

        Assert.Equal("评分表里没有这个评分点，请刷新后重填", Refused(contest, Noted("z", 1)).Fields!["z"].ToString());
        Assert.Equal("备注最多 500 字", Refused(contest, Noted("a", 501)).Fields!["a"].ToString());
        Assert.IsType<Decision.Append>(SubmitSheet.Decide(contest.State, Contest.J(1), Noted("a", 500)));
        Assert.Equal(Refusal.SignatureTooLong, Refused(contest, Of(1, 0, ("a", 90m)) with { Signature = new('M', 200_001) }).Code);
        var signed = Assert.IsType<Decision.Append>(SubmitSheet.Decide(contest.State, Contest.J(1), Of(1, 0, ("a", 90m)) with { Signature = new('M', 200_000) }));
        Assert.Equal(200_000, Assert.IsType<SheetSubmitted>(signed.Event).Signature!.Length);
    }

    [Fact]
    public void One_who_was_marked_by_another_judge_is_not_marked_again_until_that_sheet_is_returned()
    {
        var contest = new Contest(entrants: 1, judges: 2).Sheet(1, 80m);
        Assert.Equal("A01 已由 1 号裁判评分，不能再评", Refused(contest, Of(1, 0, ("a", 101m)), judge: 2).Message.ToString());

        contest.Apply(new SheetReturned(Contest.E(1), new("P"), Contest.J(1), "漏评"));
        Assert.IsType<Decision.Append>(SubmitSheet.Decide(contest.State, Contest.J(2), Of(1, 0, ("a", 90m))));
        var panel = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m))), entrants: 1, judges: 2).Sheet(1, 80m);
        Assert.IsType<Decision.Append>(SubmitSheet.Decide(panel.State, Contest.J(2), Of(1, 0, ("a", 90m))));
    }

    [Fact]
    public void A_module_without_a_sheet_takes_none()
    {
        var contest = new Contest(Contest.Only(new Module(new("P"), "P", 100m, MarkingMethod.Judge, [])), entrants: 1);

        Assert.Equal(Refusal.NoSheet, Refused(contest, Of(1)).Code);
    }

    [Fact]
    public void Strangers_recused_judges_and_unknown_codes_get_the_same_answer()
    {
        var contest = new Contest(entrants: 1, judges: 2);
        var stranger = Refused(contest, Of(1, 0, ("a", 90m)), judge: 9);
        contest.Apply(new JudgesAppointed([new Judge(Contest.J(2), "裁判2", [new(Role.Judge, Contest.TradeId, new("P"), 2)], RecusedFrom: [Contest.E(1)])]));

        Assert.Equal(stranger, Refused(contest, Of(1, 0, ("a", 90m)), judge: 2));
        Assert.Equal(Refusal.NoSuchEntrant, Refused(contest, Of(7, 0, ("a", 90m))).Code);
    }

    [Fact]
    public void Nothing_is_taken_before_scoring_after_it_when_signed_or_from_an_absent_one()
    {
        Assert.Equal(Refusal.Closed, Refused(new Contest(entrants: 1, phase: Phase.Drawn), Of(1, 0, ("a", 90m))).Code);
        Assert.Equal(Refusal.Closed, Refused(new Contest(entrants: 1).Apply(new PhaseChanged(Contest.TradeId, Phase.Review)), Of(1, 0, ("a", 90m))).Code);
        Assert.Equal(Refusal.Locked, Refused(
            new Contest(entrants: 1).Apply(new ModuleSigned(Contest.TradeId, new("P"), Role.HeadJudge, "H1")), Of(1, 0, ("a", 90m))).Code);
        Assert.Equal(Refusal.NotNormal, Refused(new Contest(entrants: 1).Status(1, EntrantStatus.Absent), Of(1, 0, ("a", 90m))).Code);
    }

    [Fact]
    public void Judgements_are_taken_as_they_come_and_marked_anew_where_they_differ_by_more_than_one() // R-L6
    {
        var judgement = new JudgementAspect(new("a"), "外观", 9m, ["差", "达标", "良", "优"]);
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Panel, judgement, Contest.Points("b", 91m))), entrants: 1, judges: 3);
        contest.Sheet(1, 1, "P", ("a", 1m), ("b", 80m)).Sheet(1, 3, "P", ("a", 2m), ("b", 80m));
        contest.Accept<SheetSubmitted>(SubmitSheet.Decide(contest.State, Contest.J(2), Of(1, 0, ("a", 3m), ("b", 80m))));

        Assert.Equal(["a 待合议：裁判评分相差超过 1，须各自重评"], contest.Module(1).Missing.Select(s => s.ToString()));
        Assert.Equal([new AspectId("a")], Agreement.Open(contest.Trade.Module(new("P"))!, contest.State.Entrant(Contest.E(1))!));

        // Anything else on the sheet still needs a return.
        var version = contest.State.Entrant(Contest.E(1))!.Sheet(new("P"), Contest.J(2))!.Version;
        Assert.Equal(Refusal.AlreadySubmitted, Refused(contest, Of(1, version, ("a", 2m), ("b", 79m)), judge: 2).Code);
        Assert.Equal(Refusal.SheetConflict, Refused(contest, Of(1, version - 1, ("a", 2m), ("b", 80m)), judge: 2).Code);
        var remarked = contest.Accept<JudgementRemarked>(SubmitSheet.Decide(contest.State, Contest.J(2), Of(1, version, ("a", 2m), ("b", 80m))));

        Assert.Equal([new AspectId("a")], remarked.Marks.Keys);
        Assert.Equal(Entry.Of(3m), contest.State.Entrant(Contest.E(1))!.Sheet(new("P"), Contest.J(2))!.FirstMarks![new("a")]);
        Assert.Equal(85.00m, contest.Module(1).Figure); // 80 + 9 × 5 ÷ 9
        Assert.Equal(Refusal.AlreadySubmitted, Refused(contest, Of(1, contest.State.Entrant(Contest.E(1))!.Sheet(new("P"), Contest.J(2))!.Version, ("a", 1m), ("b", 80m)), judge: 2).Code);
    }
}
