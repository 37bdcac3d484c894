using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Publication;

/// <summary>申诉 (R-D4): in writing, by the team leader, within the trade's hours after its contest. An open one blocks the final publication.</summary>
public static class FileAppeal
{
    private const int LongestText = 4000, LongestName = 50;

    /// <summary>Until when appeals are taken; null: the contest is not over yet, the clock has not started.</summary>
    public static DateTimeOffset? Deadline(TradeState trade) =>
        trade.Phase >= Phase.Review && trade.Publication.Reached.TryGetValue(Phase.Review, out var over)
            ? over.At.AddMinutes((int)(trade.Definition.AppealHours * 60m))
            : null;

    /// <param name="receivedAt">When the paper was handed in, as the clerk read it off the clock; not after <paramref name="now"/>.</param>
    public static Decision Decide(
        CompetitionState state, Actor by, TradeId trade, EntrantId entrant, string leader, string text, DateTimeOffset receivedAt, DateTimeOffset now) =>
        state.Trade(trade) is not { } found ? Asking.NoTrade(state)
        : Asking.Role(found, by, Role.Admin, Role.HeadJudge, Role.Supervisor, Role.Arbitrator) ?? Received(state, found, entrant, leader, text, receivedAt, now);

    /// <summary>The same from the portal, by whoever proved to be the entrant; one at a time.</summary>
    public static Decision DecideOwn(CompetitionState state, TradeId trade, EntrantId entrant, string leader, string text, DateTimeOffset now) =>
        state.Trade(trade) is not { } found ? Asking.NoTrade(state)
        : found.Publication.Appeals.Any(a => a.Filed.Entrant == entrant && a.Answer is null)
            ? new Decision.Refuse(Refusal.OpenAppeal, $"已有一份还没答复的申诉，请等仲裁答复；要补充材料请由领队当面递交")
        : Received(state, found, entrant, leader, text, now, now);

    private static Decision Received(
        CompetitionState state, TradeState trade, EntrantId entrant, string leader, string text, DateTimeOffset receivedAt, DateTimeOffset now)
    {
        if (Asking.Between(trade, Phase.Scoring, Phase.Publicity) is { } refused)
        {
            return refused;
        }

        if (trade.Entrants.All(e => e.Entrant.Id != entrant))
        {
            return Asking.NoEntrant;
        }

        return string.IsNullOrWhiteSpace(leader) ? new Decision.Refuse(Refusal.NoLeader, $"请填写提出申诉的领队姓名")
            : string.IsNullOrWhiteSpace(text) ? new Decision.Refuse(Refusal.NoText, $"请填写申诉内容")
            : leader.Length > LongestName ? new Decision.Refuse(Refusal.LongName, $"领队姓名最多 {LongestName} 字")
            : text.Length > LongestText ? new Decision.Refuse(Refusal.LongText, $"申诉内容最多 {LongestText} 字")
            : receivedAt > now ? new Decision.Refuse(Refusal.InFuture, $"收到时间不能晚于现在")
            : Deadline(trade) is { } deadline && receivedAt > deadline
                ? new Decision.Refuse(Refusal.TooLate, $"申诉时限是赛后 {trade.Definition.AppealHours.Plain()} 小时，这份申诉已过时限，不予受理")
            : Decision.Of(new AppealFiled(state.LastAppeal + 1, trade.Definition.Id, entrant, leader.Trim(), text.Trim(), receivedAt));
    }
}

/// <summary>The arbitrators answer; their answer is final (R-D4).</summary>
public static class AnswerAppeal
{
    public static Decision Decide(CompetitionState state, Actor by, TradeId trade, int number, bool upheld, string answer)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if (Asking.Role(found, by, Role.Arbitrator) is { } refused)
        {
            return refused;
        }

        return found.Publication.Appeals.FirstOrDefault(a => a.Filed.Number == number) switch
        {
            null => new Decision.Refuse(Refusal.NoSuchAppeal, $"没有第 {number} 号申诉"),
            { Answer: not null } => new Decision.Refuse(Refusal.AlreadyAnswered, $"这件申诉已有终裁，不能再改"),
            _ when string.IsNullOrWhiteSpace(answer) => new Decision.Refuse(Refusal.NoAnswer, $"请写明答复内容"),
            _ => Decision.Of(new AppealAnswered(number, trade, by.Id, upheld, answer.Trim())),
        };
    }
}
