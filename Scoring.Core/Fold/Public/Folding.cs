using Scoring.Core.Fold.Results;
using Scoring.Core.Fold.State;

namespace Scoring.Core.Fold.Public;

/// <summary>Where every fold begins: the state with the rooms above it in place.</summary>
public static class Folding
{
    /// <summary>A competition whose ledger is still empty.</summary>
    public static CompetitionState Begin() => new(trade => new TradeResults(trade), trade => new PublicChanges(trade));
}
