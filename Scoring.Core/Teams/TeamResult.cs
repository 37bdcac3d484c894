using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Teams;

/// <summary>团体总分 of one ranking (R-F1).</summary>
/// <param name="Rows">Ranked first, best first; then those of whom nobody is ranked.</param>
/// <param name="Decimals">Of its sums: the largest of its trades, at least 2 (R-M1).</param>
public sealed record TeamStandings(string Name, IReadOnlyList<TeamResult> Rows, IReadOnlyList<PrizeWinner> Prize, int Decimals = 2);

/// <param name="Organization">Null: the team is a tag's value (R-K13), which is its name.</param>
/// <param name="Team">Name of the team within its organization; null: the organization is the team.</param>
/// <param name="Rank">From 1, equals share; null: none of its entrants is ranked in any trade.</param>
/// <param name="Total">Rounded once (R-J11), to the ranking's decimals.</param>
/// <param name="Shares">What each entrant brought, by trade, then rank; the unranked bring nothing (R-F2).</param>
/// <param name="Words">Why it stands after the one before; for the first, that its total is the highest.</param>
public sealed record TeamResult(
    OrganizationId? Organization, string? Team, int? Rank, decimal Total, IReadOnlyList<TeamShare> Shares, Saying Words);

/// <param name="Rank">In the trade; null: not ranked.</param>
/// <param name="Points">Total, rank points or award points; for showing rounded, the team's sum uses the exact figure.</param>
/// <param name="Counted">Among the best n; always true without such a limit, never for the unranked.</param>
public sealed record TeamShare(TradeId Trade, EntrantId Entrant, int? Rank, decimal Points, bool Counted);

/// <summary>Who gets 优秀组织奖 (R-F3).</summary>
/// <param name="Words">Why, e.g. 参赛 12 人，居第 1; 团体第 4 名; 组委会提名.</param>
public sealed record PrizeWinner(OrganizationId Organization, Saying Words);
