using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Display.Ceremony;

/// <summary>
/// The steps of a ceremony: opening, then every confirmed part from its last award to the first, announced and then revealed (twelve names or four organizations a picture at most, or
/// one by one), before that its frozen ranking opened row by row if it is to be; then closing. Pure: the same awards make the same steps.
/// </summary>
public sealed class Programme
{
    public const int MostNames = 12, MostOrganizations = 4; // on one picture: organizations stand one a line

    private readonly List<Step> steps = [];

    public Programme(CompetitionId competition, IReadOnlyList<CeremonyTrade> trades)
    {
        Competition = competition;
        Trades = trades;
        steps.Add(new Step(CeremonyScene.Opening));
        foreach (var trade in trades.Where(t => t.Confirmed))
        {
            if (trade is { Reveal: CeremonyReveal.Resolver, Frozen: { Rows.Count: > 0 } frozen })
            {
                steps.AddRange(new Resolver(frozen).Pictures.Select(p => new Step(CeremonyScene.Resolver, trade, Opened: p)));
            }

            for (var tier = trade.Tiers.Count - 1; tier >= 0; tier--)
            {
                AddTier(trade, tier);
            }
        }

        steps.Add(new Step(CeremonyScene.Closing));
    }

    private sealed record Step(CeremonyScene Scene, CeremonyTrade? Trade = null, int Tier = 0, int From = 0, int Count = 0, ResolverPicture? Opened = null)
    {
        public bool Announces => Count == 0 && Opened is null;
    }

    public CompetitionId Competition { get; }

    public IReadOnlyList<CeremonyTrade> Trades { get; }

    public int Steps => steps.Count;

    /// <summary>What the hall sees at a step; null if there is no such step.</summary>
    public CeremonyPicture? At(int step, long version)
    {
        if (step < 0 || step >= steps.Count)
        {
            return null;
        }

        var (scene, trade, tier, from, count, opened) = steps[step];
        var award = trade is null || opened is not null ? null : trade.Tiers[tier];
        return new CeremonyPicture(
            Competition, version, step, scene, trade?.Name ?? "", award?.Name ?? "", award?.Metal ?? tier,
            award is null ? [] : [.. trade!.Tiers.Reverse().Select(t => t.Name)], // an award is of a trade
            award is null ? [] : [.. award.Winners.Skip(from).Take(count)], opened, trade?.TradeWord);
    }

    /// <summary>The presenter's note on the part a step belongs to.</summary>
    public string? NoteAt(int step) => step >= 0 && step < steps.Count ? steps[step].Trade?.Note : null;

    /// <summary>The programme as the presenter's bar shows it.</summary>
    public IReadOnlyList<PresenterTrade> Overview() =>
    [
        .. Trades.Select(t => new PresenterTrade(t.Name, t.Confirmed,
        [
            .. steps.Index().Where(s => s.Item.Trade == t && (s.Item.Announces || s.Item.Opened?.Opened == 0))
                .Select(s => s.Item.Opened is { } opened
                    ? new PresenterAward("逐名揭晓", s.Index, opened.Rows.Count)
                    : new PresenterAward(t.Tiers[s.Item.Tier].Name, s.Index, t.Tiers[s.Item.Tier].Winners.Count)),
        ])),
    ];

    private void AddTier(CeremonyTrade trade, int tier)
    {
        var winners = trade.Tiers[tier].Winners.Count;
        if (winners == 0)
        {
            return;
        }

        var single = winners == 1 || trade.Reveal == CeremonyReveal.OneByOne;
        steps.Add(new Step(single ? CeremonyScene.Single : CeremonyScene.Tier, trade, tier));
        if (single)
        {
            for (var last = winners - 1; last >= 0; last--)
            {
                steps.Add(new Step(CeremonyScene.Single, trade, tier, last, 1));
            }

            return;
        }

        var most = trade.Tiers[tier].Winners[0].Kind == WinnerKind.Organization ? MostOrganizations : MostNames;
        var pages = (winners + most - 1) / most;
        for (int page = 0, from = 0; page < pages; page++)
        {
            var count = (winners - from + pages - page - 1) / (pages - page); // even pages: 14 is 7 and 7, not 12 and 2
            steps.Add(new Step(CeremonyScene.Tier, trade, tier, from, count));
            from += count;
        }
    }
}
