using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Phases;

/// <summary>The committee orders a whole tied group of a 不并列 trade, with a reason (R-C2, R-J8).</summary>
public static class DecideTie
{
    public static Decision Decide(CompetitionState state, Actor by, TradeId trade, IReadOnlyList<EntrantId> order, string reason)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        return Asking.Role(found, by, Role.Admin, Role.HeadJudge, Role.Arbitrator) ?? Asking.Reason(reason)
            ?? Asking.Between(found, Phase.Scoring, Phase.Publicity)
            ?? (found.Standings().OpenTies.Any(tie => tie.Count == order.Count && tie.ToHashSet().SetEquals(order))
                ? Decision.Of(new TieDecided(trade, order, reason.Trim()))
                : new Decision.Refuse(Refusal.NoSuchTie, $"这几位选手不是一组待议定的并列，请刷新后重排整组"));
    }
}

/// <summary>The committee decides who of the equals at the end of a tier gets it, with a reason (R-E2 c).</summary>
public static class DecideBoundary
{
    /// <param name="fromNext">Places given beyond the tier's own come out of the next (R-L1).</param>
    public static Decision Decide(
        CompetitionState state, Actor by, TradeId trade, string tier, IReadOnlyList<EntrantId> chosen, string reason, bool fromNext = false)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        return Asking.Role(found, by, Role.Admin, Role.HeadJudge, Role.Arbitrator) ?? Asking.Reason(reason)
            ?? Asking.Between(found, Phase.Scoring, Phase.Publicity)
            ?? (found.Definition.Awards.Boundary != BoundaryPolicy.Decide
                ? new Decision.Refuse(Refusal.NotDecided, $"这里的末位并列按规则扩额，不由组委会议定")
                : found.Awards().Boundaries.FirstOrDefault(b => b.Tier == tier) is not { } tie
                    ? new Decision.Refuse(Refusal.NoSuchTie, $"{tier}末位没有并列")
                    : chosen.Count == 0 || chosen.Distinct().Count() != chosen.Count || !chosen.All(tie.Tied.Contains)
                        ? new Decision.Refuse(Refusal.BadChoice, $"请从{tier}末位并列的 {tie.Tied.Count} 人中选定")
                        : Decision.Of(new BoundaryDecided(trade, tier, chosen, reason.Trim(), tie.Tied, fromNext)));
    }
}

/// <summary>放弃晋级 (R-K11): recorded with a reason, and taken back with one; rank and award stay.</summary>
public static class DeclineAdvance
{
    public static Decision Decide(CompetitionState state, Actor by, TradeId trade, EntrantId entrant, string reason)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        var declined = found.Publication.Declined.ContainsKey(entrant);
        return Asking.Role(found, by, Role.Admin, Role.HeadJudge) ?? Asking.Reason(reason) ?? Asking.Between(found, Phase.Review, Phase.Final)
            ?? (found.Definition.Advance is null ? new Decision.Refuse(Refusal.NoAdvance, $"这个{state.TradeWord}没有设晋级") : null)
            ?? (declined || found.Advance()?.Entrants.Contains(entrant) == true || found.Advance()?.Reserves.Contains(entrant) == true ? null
                : new Decision.Refuse(Refusal.NotOnList, $"这位选手不在晋级或递补名单上，请刷新"))
            ?? Decision.Of(declined ? new AdvanceAccepted(trade, entrant, reason.Trim()) : new AdvanceDeclined(trade, entrant, reason.Trim()));
    }
}

/// <summary>The head judge has checked the awards: they stand as computed at this point of the ledger.</summary>
public static class ConfirmAwards
{
    public static Decision Decide(CompetitionState state, Actor by, TradeId trade)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        return Asking.Role(found, by, Role.HeadJudge) ?? Asking.Between(found, Phase.Review, Phase.Publicity)
            ?? (found.AwardsAreConfirmed ? new Decision.Refuse(Refusal.AlreadyConfirmed, $"奖项方案已经核对") : null)
            ?? (found.Awards().Untagged.Count > 0
                ? new Decision.Refuse(Refusal.NoTag, $"有 {found.Awards().Untagged.Count} 名选手没有标签“{found.Definition.Awards.CountBy}”，不能定奖，请先补上") : null)
            ?? (found.Awards().Open ? new Decision.Refuse(Refusal.Open, $"奖项末位有并列，先由组委会议定") : null)
            ?? Decision.Of(new AwardsConfirmed(trade, by.Id));
    }
}
