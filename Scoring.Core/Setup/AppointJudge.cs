using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Setup;

/// <summary>A judge or official with seats and recusals, first or again (R-A4, R-B2). Once a trade concerned is being scored it needs a reason.</summary>
public static class AppointJudge
{
    public static Decision Decide(CompetitionState state, Actor by, Judge judge, string? reason)
    {
        if (by.Role != Role.Admin)
        {
            return new Decision.Refuse(Refusal.WrongRole, $"裁判和席位只能由管理员来改");
        }

        var before = state.Judges.GetValueOrDefault(judge.Id);
        return (string.IsNullOrWhiteSpace(judge.Name) ? new Decision.Refuse(Refusal.NoName, $"请填写姓名") : null)
            ?? (Begun(state, judge, before) ? Asking.Reason(reason) : null)
            ?? judge.Seats.Select(s => Seat(state, judge, s)).FirstOrDefault(f => f is not null)
            ?? (judge.Seats.Distinct().Count() != judge.Seats.Count ? new Decision.Refuse(Refusal.SameSeat, $"同一个席位写了两遍") : null)
            ?? Decision.Of(new JudgesAppointed([judge], Reason: string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()));
    }

    // Trades where this person had a seat, or is to have one.
    private static bool Begun(CompetitionState state, Judge judge, Judge? before) =>
        judge.Seats.Concat(before?.Seats ?? []).Any(s => state.Trade(s.Trade) is { Phase: >= Phase.Scoring });

    private static Decision.Refuse? Seat(CompetitionState state, Judge judge, JudgeSeat seat)
    {
        if (state.Trade(seat.Trade) is not { } trade)
        {
            return Asking.NoTrade(state);
        }

        if (seat.Trainee && seat.Role != Role.Judge)
        {
            return new(Refusal.NoTrainee, $"只有评分裁判可以是影子裁判");
        }

        if (seat.Role is not (Role.Judge or Role.Clerk))
        {
            return seat.Module is null ? null : new(Refusal.NoModule, $"{RoleWords.Of(seat.Role)}管整个{state.TradeWord}，不选模块");
        }

        if (seat.Module is not { } module)
        {
            return seat.Role == Role.Clerk ? null : new(Refusal.NeedsModule, $"{trade.Definition.Name}的评分裁判要写明评哪个模块");
        }

        return trade.Module(module) is not { } found ? Asking.NoModule
            : found.MarkedBy != seat.Role ? new(Refusal.NotMarkedSo, $"{found.Definition.Name}由{RoleWords.Of(found.MarkedBy)}给分，不能安排{RoleWords.Of(seat.Role)}")
            : seat.Trainee ? null
            : seat.Role == Role.Judge && seat.Number < 1 ? new(Refusal.NeedsNumber, $"评分裁判要有席位号，从 1 起")
            : seat.Role == Role.Judge && found.Seats.FirstOrDefault(s => s.Number == seat.Number && s.Judge.Id != judge.Id) is { } taken
                ? new(Refusal.SeatTaken, $"{trade.Definition.Name}模块 {module} 的 {seat.Number} 号席位是{taken.Judge.Name}的")
                : null;
    }
}

/// <summary>A judge leaves; sheets already handed in stay in the ledger, but whoever is not on the panel does not count (R-J3).</summary>
public static class DismissJudge
{
    public static Decision Decide(CompetitionState state, Actor by, JudgeId judge, string reason) =>
        by.Role != Role.Admin ? new Decision.Refuse(Refusal.WrongRole, $"裁判和席位只能由管理员来改")
        : state.Judges.ContainsKey(judge) ? Asking.Reason(reason) ?? Decision.Of(new JudgeDismissed(judge, reason.Trim()))
        : new Decision.Refuse(Refusal.NoSuchJudge, $"找不到这位裁判，请刷新");
}
