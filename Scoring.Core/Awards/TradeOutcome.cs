using Scoring.Core.Definition;
using Scoring.Core.Ranking;

namespace Scoring.Core.Awards;

/// <summary>Everything a trade's marks lead to at one moment: what teams are made of and what a correction is measured against.</summary>
/// <param name="Honours">Proposals at that moment (R-E5); null: not looked at.</param>
public sealed record TradeOutcome(Trade Trade, Standings Standings, AwardList Awards, HonourList? Honours = null);
