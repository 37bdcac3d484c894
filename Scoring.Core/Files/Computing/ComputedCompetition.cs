// What compute answers: every figure with the words that explain it.
using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Ranking;
using Scoring.Core.Sayings;
using Scoring.Core.Teams;

namespace Scoring.Core.Files.Computing;

/// <summary>A competition file computed: standings, awards and their reasons, trade by trade.</summary>
/// <param name="Organizations">What the ids of teams stand for.</param>
/// <param name="Teams">Team rankings and their prizes, as the competition defines them (R-F1, R-F3).</param>
public sealed record ComputedCompetition(
    CompetitionId Id, string Name, IReadOnlyList<ComputedTrade> Trades, IReadOnlyList<Organization> Organizations, IReadOnlyList<TeamStandings> Teams);

/// <param name="Started">All but absent and withdrawn (R-J9).</param>
/// <param name="Ranked">With a total and a rank.</param>
/// <param name="Open">What still keeps the results from being final, in words; empty: nothing.</param>
/// <param name="Entrants">In the order of the standings; unranked ones last.</param>
/// <param name="Tiers">Award tiers as they apply (R-E1, R-E3).</param>
/// <param name="Boundaries">Ties at the end of a tier, with what each choice leads to (R-E2).</param>
/// <param name="Advance">Null: the trade has no advance rule (R-C3).</param>
/// <param name="Honours">Titles and promotions as proposed (R-E5); null: the trade has no rules for them.</param>
/// <param name="Decimals">Of components and totals (R-K2).</param>
/// <param name="Singles">单项奖 (R-K12); null: the trade has none.</param>
/// <param name="Unofficial">Totals on the 700 scale, each labelled unofficial (R-G4); null: a trade without medals.</param>
public sealed record ComputedTrade(
    TradeId Trade,
    string Name,
    Phase Phase,
    int Started,
    int Ranked,
    IReadOnlyList<Saying> Open,
    IReadOnlyList<ComputedEntrant> Entrants,
    IReadOnlyList<TierUse> Tiers,
    IReadOnlyList<BoundaryTie> Boundaries,
    AdvanceList? Advance,
    HonourList? Honours,
    IReadOnlyList<UnofficialScore>? Unofficial,
    int Decimals = 2,
    IReadOnlyList<SingleList>? Singles = null)
{
    private Dictionary<EntrantId, string>? names;

    internal string NameOf(EntrantId id) => (names ??= Entrants.ToDictionary(e => e.Entrant, e => e.Name))[id];
}

/// <summary>One entrant, from the aspects to the award.</summary>
/// <param name="Rank">Null: listed, unranked.</param>
/// <param name="RankReason">Why after the one before (R-C1); null: unranked.</param>
/// <param name="Award">Tier; null: none.</param>
/// <param name="AwardReason">Why that tier or none; null: unranked.</param>
/// <param name="Result">Every figure: aspects → sheets → panel → module → component → total.</param>
/// <param name="Explanation">The same as sentences, in that order.</param>
public sealed record ComputedEntrant(
    EntrantId Entrant,
    string? Code,
    string Name,
    string Organization,
    int? Rank,
    RankReason? RankReason,
    string? Award,
    Saying? AwardReason,
    EntrantResult Result,
    IReadOnlyList<Saying> Explanation);
