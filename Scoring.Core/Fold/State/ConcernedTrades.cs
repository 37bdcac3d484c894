using Scoring.Core.Definition;
using Scoring.Core.Ledger;

namespace Scoring.Core.Fold.State;

/// <summary>Which of a contest's trades an event concerns, by what the event says of itself.</summary>
public static class ConcernedTrades
{
    /// <summary>Each once; empty: the contest as a whole. An entrant who was removed or substituted since is still found.</summary>
    public static IReadOnlyList<TradeId> Of(CompetitionState state, LedgerEvent e)
    {
        var named = (e as IOfTrades)?.Trades ?? [];
        var entrants = ((e as IOfEntrants)?.Entrants ?? []).Select(id => state.Known(id)?.Entrant.Trade).OfType<TradeId>();
        var papers = e is IOfCertificate paper
            ? state.TradesInOrder.Where(t => t.Publication.Certificates.Any(c => c.Certificate.Facts.Number == paper.Number)).Select(t => t.Definition.Id)
            : [];
        return [.. named.Concat(entrants).Concat(papers).Distinct()];
    }
}
