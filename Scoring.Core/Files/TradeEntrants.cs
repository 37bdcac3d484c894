using Scoring.Core.Checking;
using Scoring.Core.Definition;

namespace Scoring.Core.Files;

/// <summary>Whether decisions of a trade name that trade's entrants (R-A1).</summary>
internal sealed class TradeEntrants(Trade trade, FileIds ids, Findings findings)
{
    private readonly HashSet<string> own = [.. ids.EntrantIdsIn(trade.Id)];

    public void Known(string path, EntrantId entrant)
    {
        if (ids.Entrants.TryGetValue(entrant.Value, out var found) && found.Trade != trade.Id && ids.Trades.ContainsKey(found.Trade.Value))
        {
            findings.Error(
                path, Findings.Quote(entrant.Value),
                $"是{findings.TradeWord} {found.Trade} 的选手，这里只能写{findings.TradeWord} {trade.Id} 的选手");
        }
        else if (found is null)
        {
            findings.Known(path, entrant.Value, own, $"选手");
        }
    }

    /// <summary>Each of a list, and each once.</summary>
    public void Each(string path, IReadOnlyList<EntrantId> entrants)
    {
        findings.Unique(entrants, e => e.Value, i => $"{path}[{i}]", $"选手");
        foreach (var (index, entrant) in entrants.Index())
        {
            Known($"{path}[{index}]", entrant);
        }
    }
}
