using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Scoring;

/// <summary>A judge hands in one sheet, first or after a return (R-B2, R-B5). Afterwards only a return or a reasoned correction changes it.</summary>
public static class SubmitSheet
{
    private const int LongestNote = 500;
    private const int LongestSignature = 200_000;

    public static Decision Decide(CompetitionState state, JudgeId judge, SheetSubmission submission)
    {
        if (Find(state, judge, submission) is not { } place)
        {
            return new Decision.Refuse(Refusal.NoSuchEntrant, $"名单里没有代号 {submission.Code}，请刷新名单后重选");
        }

        var (trade, module, entrant) = place;
        var current = Entries(module, entrant, submission)?.Sheet(judge);
        if (current is { Returned: false } && Agreement.Remark(module, entrant, current, submission) is { } remarked)
        {
            return Closed.Why(trade, module) ?? Closed.Why(entrant) ?? Decision.Of(remarked);
        }

        return Closed.Why(trade, module) ?? Closed.Why(entrant)
            ?? Conflict(entrant, current, submission) ?? TakenByAnother(module, entrant, submission, judge)
            ?? CheckMarks(module, submission) ?? CheckSignatures(submission)
            ?? Decision.Of(new SheetSubmitted(
                entrant.Entrant.Id, module.Definition.Id, judge, submission.Marks, submission.BasedOn, submission.Notes, submission.Signature,
                submission.DeviceTime, submission.Attempt is > 1 ? submission.Attempt : null, Given(submission.EntrantSignature),
                submission.EntrantSignature is null ? Given(submission.EntrantRefused) : null));
    }

    private static ModuleEntries? Entries(ModuleState module, EntrantState entrant, SheetSubmission submission) =>
        entrant.Entries(module.Definition.Id)?.Attempt(submission.Attempt ?? 1);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // A recused judge is answered as if the entrant were not there (R-A4).
    private static (TradeState Trade, ModuleState Module, EntrantState Entrant)? Find(CompetitionState state, JudgeId judge, SheetSubmission submission) =>
        state.Trade(submission.Trade) is { } trade
        && trade.Module(submission.Module) is { } module
        && module.Seat(judge) is { } seat
        && trade.ByCode(submission.Code) is { } entrant
        && !seat.Judge.IsRecusedFrom(entrant.Entrant)
        && module.InGroup(seat, entrant)
        && submission.Attempt is not < 1 && (submission.Attempt ?? 1) <= module.Definition.EntriesOf(entrant.Entrant.Names.Count)
            ? (trade, module, entrant)
            : null;

    private static Decision.Refuse? Conflict(EntrantState entrant, SheetState? current, SheetSubmission submission)
    {
        if (submission.BasedOn != (current?.Version ?? 0))
        {
            return new(Refusal.SheetConflict, $"{entrant.Code} 的评分表已有另一个版本，请对照两个版本后再交");
        }

        return current is { Returned: false }
            ? new(Refusal.AlreadySubmitted, $"{entrant.Code} 已经交卷。如需修改，请裁判长退回这份评分表")
            : null;
    }

    private static Decision.Refuse? TakenByAnother(ModuleState module, EntrantState entrant, SheetSubmission submission, JudgeId judge)
    {
        if (module.Definition.Marking != MarkingMethod.Judge || module.Seat(judge) is { Trainee: true })
        {
            return null;
        }

        var other = Entries(module, entrant, submission)?.Sheets
            .FirstOrDefault(s => s.Judge != judge && s is { Returned: false, Trainee: false });
        return other is null ? null : new(Refusal.AlreadyMarked, $"{entrant.Code} 已由 {other.Seat} 号裁判评分，不能再评");
    }

    private static Decision.Refuse? CheckMarks(ModuleState module, SheetSubmission submission)
    {
        var faults = SheetFaults.Of(module, submission.Marks);
        foreach (var id in submission.Notes?.Keys ?? [])
        {
            if (module.Sheet.Aspect(id) is null)
            {
                faults[id.Value] = $"评分表里没有这个评分点，请刷新后重填";
            }
        }

        foreach (var (id, note) in submission.Notes ?? new Dictionary<AspectId, string>())
        {
            if (note.Length > LongestNote)
            {
                faults.TryAdd(id.Value, $"备注最多 {LongestNote} 字");
            }
        }

        if (module.Sheet.Aspects.Count == 0)
        {
            return new(Refusal.NoSheet, $"这个模块没有评分表，由录入员录入成绩");
        }

        return faults.Count == 0 ? null : new(Refusal.BadMarks, $"有 {faults.Count} 个评分点需要处理，改好后再交", faults);
    }

    // Whether the entrant signed blocks nothing (R-K18).
    private static Decision.Refuse? CheckSignatures(SheetSubmission submission) =>
        submission.Signature?.Length > LongestSignature || submission.EntrantSignature?.Length > LongestSignature
            ? new(Refusal.SignatureTooLong, $"签名数据太大，请清除后重签")
            : submission.EntrantRefused?.Length > LongestNote ? new(Refusal.LongReason, $"选手不签字的原因最多 {LongestNote} 字") : null;
}
