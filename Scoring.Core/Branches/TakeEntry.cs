using System.Text.Json;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Scoring;

namespace Scoring.Core.Branches;

/// <summary>One entry of a branch becomes one of the main ledger: the same event of the same person, with its place in the branch's
/// chain.</summary>
public static class TakeEntry
{
    /// <param name="entry">As the branch stored it; its id and actor are to be those of the entry made of this.</param>
    public static Decision Decide(CompetitionState state, int branch, LedgerEntry entry)
    {
        if (state.Branches.Here is not null)
        {
            return new Decision.Refuse(Refusal.NotYours, $"这里是分会场，交回的文件要在主会场的电脑上收");
        }

        if (BranchAsking.Lent(state, branch) is { } refused)
        {
            return refused;
        }

        var lent = state.Branches.Find(branch)!; // asked in the line before
        if (entry.Sequence != lent.Last.Sequence + 1 || !Chain.Holds(entry, Convert.FromHexString(lent.Last.Hash)))
        {
            return new Decision.Refuse(Refusal.DoesNotAddUp, $"第 {entry.Sequence} 条接不上已经收到的第 {lent.Last.Sequence} 条");
        }

        if (Read(entry) is not { } e)
        {
            return new Decision.Refuse(Refusal.BadForm, $"第 {entry.Sequence} 条由另一个版本的程序写成，收不进来。请把两台电脑更新到同一版本，再交一次");
        }

        var origin = new BranchEntry(branch, entry.Sequence, entry.At, Convert.ToHexStringLower(entry.Hash.Span));
        var taken = e with { Origin = origin };
        return !IsOf(state, e, lent) ? new Decision.Refuse(Refusal.OtherTrade, $"第 {entry.Sequence} 条不是分到“{lent.Name}”的{state.TradeWord}的")
            : DecidedAgain.Why(state, entry.Actor, taken) is { } why ? new Decision.Refuse(Refusal.BadForm, $"第 {entry.Sequence} 条：{why}")
            : Decision.Of(taken);
    }

    private static bool IsOf(CompetitionState state, LedgerEvent e, Branch lent) =>
        (e is BranchOpened opened && opened.Branch == lent.Number) || (e is BranchClosed closed && closed.Branch == lent.Number)
        || (!KeptApart.IsOfMain(e)
            && (KeptApart.IsOfNobody(e) || (ConcernedTrades.Of(state, e) is { Count: > 0 } trades && trades.All(lent.Trades.Contains))));

    // Null: it would not be written down again as the very same bytes, and its hash could not be recomputed.
    private static LedgerEvent? Read(LedgerEntry entry)
    {
        try
        {
            var e = EventTypes.Read(entry);
            return e.Origin is null && EventTypes.Write(e).AsSpan().SequenceEqual(entry.Payload.Span) ? e : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
