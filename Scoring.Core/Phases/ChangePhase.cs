using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Sayings;
using Scoring.Core.Scoring;

namespace Scoring.Core.Phases;

/// <summary>One step of a trade's phases (R-A5): forward when nothing lacks, back with a reason and a second person.</summary>
public static class ChangePhase
{
    /// <param name="now">Server time, for what has to wait until a day.</param>
    /// <param name="second">Who signs a step back beside <paramref name="by"/>.</param>
    public static Decision Decide(
        CompetitionState state, Actor by, TradeId trade, Phase to, DateTimeOffset? now = null, string? reason = null, Actor? second = null)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        var allowed = found.Phase < Phase.Scoring || to == Phase.Archived
            ? Asking.Role(found, by, Role.Admin, Role.HeadJudge)
            : Asking.Role(found, by, Role.HeadJudge);
        if ((allowed ?? Step(found, to)) is { } refused)
        {
            return refused;
        }

        return to > found.Phase ? Forward(found, to, now, reason) : Back(found, by, to, reason, second);
    }

    private static Decision.Refuse? Step(TradeState trade, Phase to) => to == trade.Phase
        ? new(Refusal.SamePhase, $"{trade.Definition.Name}已经是“{PhaseWords.Of(to)}”")
        : Math.Abs(to - trade.Phase) > 1
            ? new(Refusal.OneStep,
                $"一次只能走一步；“{PhaseWords.Of(trade.Phase)}”的下一步是“{PhaseWords.Of(trade.Phase + Math.Sign(to - trade.Phase))}”")
            : null;

    private static Decision Forward(TradeState trade, Phase to, DateTimeOffset? now, string? reason)
    {
        var needs = PhaseSteps.Needs(trade, to, now).Where(n => !n.Met).ToList();
        return needs.Count == 0
            ? Decision.Of(new PhaseChanged(trade.Definition.Id, to, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()))
            : new Decision.Refuse(Refusal.Lacks,
                $"进入“{PhaseWords.Of(to)}”还差 {needs.Count} 项：{Saying.Join("；", needs.Select(n => n.Words))}");
    }

    private static Decision Back(TradeState trade, Actor by, Phase to, string? reason, Actor? second) =>
        Asking.Reason(reason) ?? Asking.Second(trade, by, second, Role.HeadJudge, Role.Supervisor, Role.Admin)
        ?? Decision.Of(new PhaseChanged(trade.Definition.Id, to, reason!.Trim(), second!.Id)); // checked in the line before
}

/// <summary>What the public sees of a trade until it is named by its phase (R-A3).</summary>
public static class ChangeVisibility
{
    public static Decision Decide(CompetitionState state, Actor by, TradeId trade, Visibility visibility)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        return Asking.Role(found, by, Role.Admin, Role.HeadJudge)
            ?? (found.Visibility == visibility ? new Decision.Refuse(Refusal.NoChange, $"公众看到的已经是这样") : null)
            ?? (visibility == Visibility.Named && !found.IsDecoded ? new Decision.Refuse(Refusal.NotDecoded, $"还没有解密，不能公开姓名") : null)
            ?? Decision.Of(new VisibilityChanged(trade, visibility));
    }
}
