using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Setup;

/// <summary>In which order the trades stand on every list, screen and paper. It changes no result, so it may be changed at any
/// time.</summary>
public static class OrderTrades
{
    /// <param name="order">Every trade once.</param>
    public static Decision Decide(CompetitionState state, Actor by, IReadOnlyList<TradeId> order)
    {
        if (by.Role != Role.Admin)
        {
            return new Decision.Refuse(Refusal.WrongRole, $"{state.TradeWord}的先后由管理员来定");
        }

        if (state.Competition is not { } contest)
        {
            return new Decision.Refuse(Refusal.NoCompetition, $"还没有比赛，请先新建");
        }

        var now = state.TradesInOrder.Select(t => t.Definition.Id).ToList();
        return order.Count != now.Count || order.Except(now).Any() || order.Distinct().Count() != order.Count
            ? new Decision.Refuse(Refusal.Trades, $"{state.TradeWord}有增减，请刷新后重排")
            : order.SequenceEqual(now) ? new Decision.Refuse(Refusal.NoChange, $"先后没有变")
            : Decision.Of(new CompetitionDefined(contest with { TradeOrder = order }));
    }
}
