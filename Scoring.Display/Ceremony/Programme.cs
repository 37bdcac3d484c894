using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Display.Ceremony;

/// <summary>
/// The steps of a ceremony: opening, then for every confirmed trade each award from the last to the first, announced and then revealed
/// (twelve names a picture at most), then closing. Pure: the same awards make the same steps.
/// </summary>
public sealed class Programme
{
    public const int MostNames = 12;

    private readonly List<(CeremonyScene Scene, CeremonyTrade? Trade, int Tier, int From, int Count)> _steps = [];

    public Programme(CompetitionId competition, IReadOnlyList<CeremonyTrade> trades)
    {
        Competition = competition;
        Trades = trades;
        _steps.Add((CeremonyScene.Opening, null, 0, 0, 0));
        foreach (var trade in trades.Where(t => t.Confirmed))
        {
            for (var tier = trade.Tiers.Count - 1; tier >= 0; tier--)
            {
                AddTier(trade, tier);
            }
        }

        _steps.Add((CeremonyScene.Closing, null, 0, 0, 0));
    }

    public CompetitionId Competition { get; }

    public IReadOnlyList<CeremonyTrade> Trades { get; }

    public int Steps => _steps.Count;

    /// <summary>What the hall sees at a step; null if there is no such step.</summary>
    public CeremonyPicture? At(int step, long version)
    {
        if (step < 0 || step >= _steps.Count)
        {
            return null;
        }

        var (scene, trade, tier, from, count) = _steps[step];
        return new CeremonyPicture(
            Competition, version, step, scene, trade?.Name ?? "", trade?.Tiers[tier].Name ?? "", tier,
            trade is null ? [] : [.. trade.Tiers.Reverse().Select(t => t.Name)],
            trade is null ? [] : [.. trade.Tiers[tier].Winners.Skip(from).Take(count)]);
    }

    /// <summary>The programme as the presenter's bar shows it.</summary>
    public IReadOnlyList<PresenterTrade> Overview() =>
    [
        .. Trades.Select(t => new PresenterTrade(t.Name, t.Confirmed,
        [
            .. _steps.Index().Where(s => s.Item.Trade == t && s.Item.Count == 0)
                .Select(s => new PresenterAward(t.Tiers[s.Item.Tier].Name, s.Index, t.Tiers[s.Item.Tier].Winners.Count)),
        ])),
    ];

    private void AddTier(CeremonyTrade trade, int tier)
    {
        var winners = trade.Tiers[tier].Winners.Count;
        if (winners == 0)
        {
            return;
        }

        var scene = winners == 1 ? CeremonyScene.Single : CeremonyScene.Tier;
        _steps.Add((scene, trade, tier, 0, 0));
        var pages = (winners + MostNames - 1) / MostNames;
        for (int page = 0, from = 0; page < pages; page++)
        {
            var count = (winners - from + pages - page - 1) / (pages - page); // even pages: 14 is 7 and 7, not 12 and 2
            _steps.Add((scene, trade, tier, from, count));
            from += count;
        }
    }
}
