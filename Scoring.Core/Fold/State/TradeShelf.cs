using Scoring.Core.Definition;

namespace Scoring.Core.Fold.State;

/// <summary>The trades of a contest, by id and in the order in which everything lists them.</summary>
internal sealed class TradeShelf
{
    private readonly Dictionary<TradeId, TradeState> byId = [];
    private readonly List<TradeState> defined = [];
    private IReadOnlyList<TradeId>? order;

    public IReadOnlyDictionary<TradeId, TradeState> ById => byId;

    /// <summary>In the contest's own order, else as defined; those not named follow.</summary>
    public IReadOnlyList<TradeState> InOrder { get; private set; } = [];

    public TradeState Add(TradeState trade)
    {
        byId.Add(trade.Definition.Id, trade);
        defined.Add(trade);
        Arrange(order);
        return trade;
    }

    /// <returns>Null: there is none of this id.</returns>
    public TradeState? Remove(TradeId id)
    {
        if (byId.Remove(id, out var trade))
        {
            defined.Remove(trade);
            Arrange(order);
        }

        return trade;
    }

    /// <param name="by">The contest's own order; null: as defined.</param>
    public void Arrange(IReadOnlyList<TradeId>? by)
    {
        order = by;
        InOrder = by is null ? [.. defined] : [.. defined.OrderBy(t => by.TakeWhile(id => id != t.Definition.Id).Count())];
    }
}
