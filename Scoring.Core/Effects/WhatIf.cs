using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Teams;

namespace Scoring.Core.Effects;

/// <summary>What an entry would change if it were in the ledger (R-D2): totals, ranks, awards, certificates, proposals, teams. Nothing is touched.</summary>
public static class WhatIf
{
    /// <param name="trade">Whose results to compare; an entry concerns one trade.</param>
    /// <param name="e">A correction, a status, a violation, a new definition …</param>
    /// <returns>Null: there is no such trade, or the entry takes it away.</returns>
    public static AwardEffect? Effect(CompetitionState state, TradeId trade, LedgerEvent e)
    {
        if (state.Trade(trade) is not { } before)
        {
            return null;
        }

        var fork = Tried(state, trade, e);
        if (fork.Trade(trade) is not { } after)
        {
            return null;
        }

        var (was, will) = (TeamRankings.Of(state), TeamRankings.With(state, after));
        return AwardEffect.Between(
            Outcome(state, before), Outcome(fork, after),
            [.. before.Publication.Certificates.Where(c => c.RevokedBecause is null).Select(c => c.Certificate)])
            .With(TeamEffect.Between(was, will), [.. IssueTeamCertificates.Wrong(state, will).Except(IssueTeamCertificates.Wrong(state, was)).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Prizes of each tier before and after, where they differ: they follow from how many started (R-E3), and tell of nobody.</summary>
    public static IReadOnlyList<(string Tier, int Before, int After)> Quotas(CompetitionState state, TradeId trade, LedgerEvent e)
    {
        var fork = Tried(state, trade, e);
        IReadOnlyList<TierUse> Of(CompetitionState at) => at.Trade(trade)?.Awards().Tiers ?? [];
        var (before, after) = (Of(state), Of(fork));
        int In(IReadOnlyList<TierUse> tiers, string name) => tiers.FirstOrDefault(t => t.Name == name)?.Quota ?? 0;
        return
        [
            .. before.Concat(after).Select(t => t.Name).Distinct(StringComparer.Ordinal).Select(n => (n, In(before, n), In(after, n)))
                .Where(t => t.Item2 != t.Item3),
        ];
    }

    /// <summary>Who would go on (R-K11); null: the trade has no advance rule.</summary>
    public static AdvanceList? Advance(CompetitionState state, TradeId trade, LedgerEvent e)
    {
        return Tried(state, trade, e).Trade(trade)?.Advance();
    }

    /// <summary>Every team ranking as that entry of the trade would leave it.</summary>
    internal static IReadOnlyList<TeamStandings> Teams(CompetitionState state, TradeId trade, LedgerEvent e)
    {
        return TeamRankings.With(state, Tried(state, trade, e).Trade(trade));
    }

    private static CompetitionState Tried(CompetitionState state, TradeId trade, LedgerEvent e)
    {
        var fork = Fork.Of(state, trade);
        fork.Apply(state.Version + 1, state.At ?? default, Actor.System, e);
        return fork;
    }

    private static TradeOutcome Outcome(CompetitionState state, TradeState trade) => new(
        trade.Definition, trade.Standings(), trade.Awards(),
        HonourProposals.Propose(trade.Definition, trade.Standings(), id => state.Entrant(id)?.Entrant.Grade));
}
