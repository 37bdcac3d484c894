using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Branches;

/// <summary>分出工种: some trades go to a branch's laptop, and nobody changes them here until they are back.</summary>
public static class LendTrades
{
    public const int LongestName = 40;

    /// <param name="key">Public key of what the branch will send, SubjectPublicKeyInfo in base64.</param>
    public static Decision Decide(CompetitionState state, Actor by, string? name, IReadOnlyList<TradeId> trades, string key)
    {
        var called = name?.Trim() ?? "";
        return BranchAsking.Main(state, by)
            ?? (called.Length == 0 ? new(Refusal.NoName, $"请填写分会场的名字，例如“东区车间”")
            : called.Length > LongestName ? new(Refusal.LongName, $"分会场的名字最多 {LongestName} 个字")
            : state.Branches.All.Any(b => b.Name == called && b.Standing == BranchStanding.Lent)
                ? new(Refusal.DuplicateName, $"已经有一个分会场叫“{called}”，请换一个名字")
            : trades.Count == 0 ? new(Refusal.NothingNew, $"请勾选这个分会场比的{state.TradeWord}") : (Decision.Refuse?)null)
            ?? trades.Select(t => Fault(state, t)).FirstOrDefault(f => f is not null)
            ?? Decision.Of(new TradesLent(state.Branches.All.Count + 1, called, [.. trades.Distinct()], key));
    }

    private static Decision.Refuse? Fault(CompetitionState state, TradeId id) =>
        state.Trade(id) is not { } trade ? Asking.NoTrade(state)
        : state.Branches.Of(id) is { } there ? new(Refusal.Taken, $"{trade.Definition.Name}已经分给了分会场“{there.Name}”")
        : Asking.Between(trade, Phase.Setup, Phase.Scoring);
}

/// <summary>收回: the branch's laptop is lost or will not come back, and the trades go on here with what it had sent.</summary>
public static class RecallTrades
{
    public static Decision Decide(CompetitionState state, Actor by, int branch, string? reason) =>
        BranchAsking.Main(state, by)
        ?? BranchAsking.Lent(state, branch)
        ?? Asking.Reason(reason)
        ?? Decision.Of(new TradesRecalled(branch, state.Branches.Find(branch)!.Trades, reason!.Trim())); // both asked in the lines before
}

/// <summary>A branch's laptop begins, with the ledger it was given and nothing more.</summary>
public static class OpenBranch
{
    public static Decision Decide(CompetitionState state, int branch) =>
        BranchAsking.Lent(state, branch)
        ?? (state.Branches.Here is not null || state.Branches.Find(branch)!.Lent.Sequence != state.Version
            ? new Decision.Refuse(Refusal.MovedOn, $"这本台账不是分出去时的样子，不能作为分会场打开")
            : Decision.Of(new BranchOpened(branch)));
}

/// <summary>交回: a branch is done.</summary>
public static class CloseBranch
{
    public static Decision Decide(CompetitionState state, Actor by) =>
        by.Role != Role.Admin ? new Decision.Refuse(Refusal.WrongRole, $"交回只能由管理员来做")
        : state.Branches.Here is not { } here ? new Decision.Refuse(Refusal.NothingNew, $"这里是主会场，没有要交回的")
        : here.Standing != BranchStanding.Lent ? new Decision.Refuse(Refusal.AlreadyReturned, $"已经交回过了")
        : Decision.Of(new BranchClosed(here.Number));
}

internal static class BranchAsking
{
    public static Decision.Refuse? Main(CompetitionState state, Actor by) =>
        by.Role != Role.Admin ? new(Refusal.WrongRole, $"分会场只能由管理员来管")
        : state.Branches.Here is not null ? new(Refusal.NotYours, $"这里是分会场，分出和收回只能在主会场的电脑上做") : null;

    public static Decision.Refuse? Lent(CompetitionState state, int branch) =>
        state.Branches.Find(branch) is not { } found ? new(Refusal.NothingNew, $"找不到这个分会场，请刷新")
        : found.Standing switch
        {
            BranchStanding.Returned => new(Refusal.AlreadyReturned, $"分会场“{found.Name}”已经交回"),
            BranchStanding.Recalled => new(Refusal.AlreadyReturned, $"分会场“{found.Name}”的{state.TradeWord}已经收回到主会场，它后来的记录不再收"),
            _ => null,
        };
}
