using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Ranking;

/// <summary>One line of a trade's order.</summary>
/// <param name="Rank">From 1, equal ranks shared (R-C2); null: listed, unranked (R-B8) or incomplete.</param>
/// <param name="Reason">Why this one stands after the one before, of the first 总分最高; null for the unranked.</param>
public sealed record Standing(EntrantResult Result, int? Rank, RankReason? Reason);

/// <summary>What decided between two neighbours (R-C1), as fact and in words that can be read out.</summary>
/// <param name="DecidedBy">Total, a step of the chain, the committee, or nothing: equal.</param>
/// <param name="Words">e.g. 总分同为 87.51，实操 88.00 高于 87.00.</param>
public sealed record RankReason(RankDecision DecidedBy, TieStep? Step, Saying Words);

public enum RankDecision { Total, Step, Committee, Equal }

/// <summary>A trade's order: ranked first, then listed.</summary>
/// <param name="OpenTies">Groups that a 不并列 trade must still decide (R-C2); each has two or more.</param>
public sealed record Standings(IReadOnlyList<Standing> Rows, IReadOnlyList<IReadOnlyList<EntrantId>> OpenTies);
