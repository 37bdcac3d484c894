using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Display.Ceremony;

/// <summary>
/// Where a ceremony's awards come from. By default what is already public: trades that are final and named. A host that holds confirmed
/// awards before they are public registers its own, and the hall gets each name only at its step.
/// </summary>
public sealed class CeremonySource(Func<CompetitionId, IReadOnlyList<CeremonyTrade>> awards)
{
    public CeremonySource(IResultsFeed feed)
        : this(id => Of(feed.State(id)))
    {
    }

    public IReadOnlyList<CeremonyTrade> Awards(CompetitionId competition) => awards(competition);

    private static IReadOnlyList<CeremonyTrade> Of(PublicState? state) =>
        [.. (state?.Boards ?? []).Select(b => b is { Final: true, View: Visibility.Named, Tiers.Count: > 0 }
            ? new CeremonyTrade(b.Trade, b.TradeName, true, [.. b.Tiers.Select((name, tier) => new CeremonyTier(name,
                [.. b.Rows.Where(r => r.Tier == tier && r.Status == EntrantStatus.Normal).Select(r => new CeremonyWinner(r.Name ?? r.Code, r.Organization ?? "", ShortName: r.ShortName, Members: r.Members))]))])
            : new CeremonyTrade(b.Trade, b.TradeName, false, []))];
}
