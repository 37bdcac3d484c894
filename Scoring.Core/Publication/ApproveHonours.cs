using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Publication;

/// <summary>Proposed titles and grade promotions become approved ones (R-E5). The list given is the whole: who is left out is not approved.</summary>
public static class ApproveHonours
{
    /// <summary>What the trade's rules propose as it stands now.</summary>
    public static HonourList Proposed(TradeState trade) =>
        HonourProposals.Propose(trade.Definition, trade.Standings(), id => trade.Competition.Entrant(id)?.Entrant.Grade);

    public static Decision Decide(CompetitionState state, Actor by, TradeId trade, IReadOnlyList<ApprovedHonour> honours)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if ((Asking.Role(found, by, Role.Admin, Role.HeadJudge) ?? Asking.Between(found, Phase.Publicity, Phase.Final)) is { } refused)
        {
            return refused;
        }

        var proposed = Proposed(found).Proposals.Select(p => new ApprovedHonour(p.Entrant, p.Title)).ToHashSet();
        var chosen = honours.Distinct().ToList();
        return chosen.Find(h => !proposed.Contains(h)) is { } stranger
            ? new Decision.Refuse(Refusal.NotProposed, $"“{stranger.Title}”不在现在的提名里，请刷新后重选")
            : found.Publication.HonoursBy is not null && found.Publication.Honours.ToHashSet().SetEquals(chosen)
                ? new Decision.Refuse(Refusal.NoChange, $"批准的名单没有变动")
                : Decision.Of(new HonoursApproved(trade, chosen, by.Id));
    }
}
