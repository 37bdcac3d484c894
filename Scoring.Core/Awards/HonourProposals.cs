// Titles and grade promotions that the ranks give rise to (R-E5, R-J10). Proposed until approved.
using Scoring.Core.Definition;
using Scoring.Core.Ranking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Awards;

/// <param name="Title">As it would be approved: 技术能手; 晋升技师.</param>
/// <param name="FromGrade">现等级; null: not a promotion.</param>
/// <param name="ToGrade">One step up; null: not a promotion.</param>
/// <param name="Words">Why, e.g. 第 1 名，现等级高级工，理论、实操均达到 60.</param>
public sealed record HonourProposal(EntrantId Entrant, int Rank, string Title, string? FromGrade, string? ToGrade, Saying Words);

/// <summary>A promotion that the rank would give but something stands against.</summary>
/// <param name="Words">What, and what to do, e.g. 现等级未登记，不提出晋升；请在名册中补登后再看.</param>
public sealed record PromotionWithheld(EntrantId Entrant, int Rank, string Title, Saying Words);

public sealed record HonourList(IReadOnlyList<HonourProposal> Proposals, IReadOnlyList<PromotionWithheld> Withheld);

public static class HonourProposals
{
    private const decimal BothParts = 60m;

    /// <summary>In the order of the trade's rules, then of the standings. Equal ranks are proposed together.</summary>
    /// <param name="gradeOf">The recorded 现等级 of an entrant; null: none.</param>
    public static HonourList Propose(Trade trade, Standings standings, Func<EntrantId, string?> gradeOf)
    {
        var proposals = new List<HonourProposal>();
        var withheld = new List<PromotionWithheld>();
        foreach (var rule in trade.Honours ?? [])
        {
            foreach (var row in standings.Rows.Where(row => row.Rank >= rule.RankFrom && row.Rank <= rule.RankTo))
            {
                var entrant = row.Result.Entrant;
                var rank = row.Rank!.Value; // the comparison above is false without one
                if (!rule.Promotion)
                {
                    proposals.Add(new HonourProposal(entrant, rank, rule.Title, null, null, $"第 {rank} 名"));
                    continue;
                }

                var ladder = new GradeLadder(rule.Grades);
                var recorded = gradeOf(entrant);
                if (PassMarks.Below(trade, row.Result, BothParts) is { } below)
                {
                    withheld.Add(new PromotionWithheld(entrant, rank, GradeLadder.TitleWithout(rule.Title), $"{below}，不提出晋升"));
                }
                else if (ladder.StepFrom(recorded) is { } step)
                {
                    proposals.Add(new HonourProposal(
                        entrant, rank, GradeLadder.TitleOf(rule.Title, step.To), step.From, step.To, $"第 {rank} 名，现等级{step.From}{Reached(trade)}"));
                }
                else
                {
                    withheld.Add(new PromotionWithheld(entrant, rank, GradeLadder.TitleWithout(rule.Title), ladder.WhyNoStep(recorded)));
                }
            }
        }

        return new HonourList(proposals, withheld);
    }

    private static Saying? Reached(Trade trade)
    {
        var parts = PassMarks.Parts(trade).Select(part => part.Name).ToList();
        return parts.Count == 0 ? null : (Saying)$"，{Saying.Join("、", parts)}{(parts.Count > 1 ? (Saying)$"均" : null)}达到 60";
    }
}
