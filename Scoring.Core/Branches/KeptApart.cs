using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Branches;

/// <summary>While a trade is lent it is changed at its branch and nowhere else, and a branch changes nothing but its trades: so two
/// ledgers never say two things of one trade.</summary>
public static class KeptApart
{
    /// <summary>What a use case decided, unless it is not for this ledger to change.</summary>
    public static Decision Held(CompetitionState state, Decision decision) =>
        decision is Decision.Append { Event: var e } && Fault(state, e) is { } fault ? fault : decision;

    private static Decision.Refuse? Fault(CompetitionState state, LedgerEvent e) =>
        state.Branches.All.Count == 0 || e.Origin is not null || IsOfBranches(e) ? null
        : state.Branches.Here is { } here ? AtBranch(state, here, e)
        : AtMain(state, e);

    private static Decision.Refuse? AtMain(CompetitionState state, LedgerEvent e) =>
        ConcernedTrades.Of(state, e).Concat(e is JudgeDismissed left ? state.Judges.GetValueOrDefault(left.Judge)?.Seats.Select(s =>
            s.Trade) ?? [] : [])
            .Select(t => (Trade: t, Branch: state.Branches.Of(t))).FirstOrDefault(t => t.Branch is not null) is { Branch: { } branch,
                Trade: var trade }
            ? new(Refusal.NotYours, $"{state.Trade(trade)?.Definition.Name}现在在分会场“{branch.Name}”比赛，只能在那边的电脑上改")
            : null;

    private static Decision.Refuse? AtBranch(CompetitionState state, Branch here, LedgerEvent e)
    {
        var trades = ConcernedTrades.Of(state, e);
        return here.Standing != BranchStanding.Lent ? new(Refusal.Closed, $"这里是分会场“{here.Name}”，已经交回主会场，不能再改")
            : IsOfNobody(e) ? null
            : IsOfMain(e) || trades.Count == 0 ? new(Refusal.NotYours, $"这里是分会场“{here.Name}”，这一步要在主会场的电脑上做")
            : trades.All(here.Trades.Contains) ? null
            : new(Refusal.NotYours, $"这里是分会场“{here.Name}”，只能改分到这里的{state.TradeWord}");
    }

    private static bool IsOfBranches(LedgerEvent e) => e is TradesLent or BranchOpened or BranchClosed or TradesRecalled;

    /// <summary>Accounts and tablets of a laptop: no result follows from them.</summary>
    internal static bool IsOfNobody(LedgerEvent e) => e is AccountChanged or PairingCodeMade or TabletPaired or TabletUnpaired;

    /// <summary>Lists, judges' names and papers: one row of numbers for the whole contest.</summary>
    internal static bool IsOfMain(LedgerEvent e) => e is
        TradeRemoved or EntrantsRegistered or ImportUndone or CertificatesIssued or CertificateRevoked or CertificateCollected
        or LateEntrantAdmitted { Organizations.Count: > 0 } or EntrantCorrected { Organizations.Count: > 0 }
        or JudgesAppointed { Organizations.Count: > 0 } or JudgesAppointed { Source: not null } or TradesLent or TradesRecalled;
}
