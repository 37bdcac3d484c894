using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;

namespace Scoring.Api.Console;

/// <summary>A page about one trade; without one in its path it opens the first this person holds a role for.</summary>
public abstract class TradePage(Desk desk) : WeighingPage(desk)
{
    [BindProperty(SupportsGet = true, Name = "trade")]
    public string? TradeKey { get; set; }

    public TradeId Trade => new(TradeKey ?? "");

    protected sealed override TradeId Weighed => Trade;

    public IReadOnlyList<TradeChoice> Trades => Open.Read(state => state.TradesInOrder
        .Select(t => new TradeChoice(t.Definition.Id, t.Definition.Name)).ToList());

    /// <summary>Path of this page for another trade.</summary>
    public string PathFor(TradeId trade) => $"/console/{Open.Id}/{PageName}/{trade}";

    protected abstract string PageName { get; }

    /// <summary>This page with what is read of the trade, or where to go instead. A contest without trades has nothing to read: the page says so.</summary>
    protected IActionResult Show(Action<TradeState> read) => Show((_, trade) => read(trade));

    /// <inheritdoc cref="Show(Action{TradeState})"/>
    protected IActionResult Show(Action<CompetitionState, TradeState> read)
    {
        if (Elsewhere() is { } elsewhere)
        {
            return elsewhere;
        }

        Open.Read(state =>
        {
            if (TradeKey is not null && state.Trade(Trade) is { } trade)
            {
                read(state, trade);
            }

            return true;
        });
        return Page();
    }

    /// <summary>Null when the trade in the path exists; otherwise where to go instead.</summary>
    protected IActionResult? Elsewhere()
    {
        var trades = Trades;
        if (TradeKey is not null)
        {
            return trades.Any(t => t.Id == Trade) ? null : NotFound();
        }

        var first = trades.FirstOrDefault(t => Me.HoldsFor(t.Id)) ?? (trades.Count > 0 ? trades[0] : null);
        return first is null ? null : LocalRedirect(PathFor(first.Id));
    }

    // A role is held per trade (R-A4): the head judge of one trade acts on no other.
    protected override bool MayHandle(MethodInfo? handler) =>
        base.MayHandle(handler) && (HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method) || Me.HoldsFor(Trade));
}

public sealed record TradeChoice(TradeId Id, string Name);
