using Microsoft.AspNetCore.Authorization;
using Scoring.Api.Lists;
using Scoring.Api.Security;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Console.Payouts;

/// <summary>奖金发放 (R-K12): what published prizes and approved honours pay, by person, organization and prize; and what others would, not
/// yet public.</summary>
[Authorize(Policy = Policies.SeeResults)]
[ShowsPeople("奖金发放")]
public sealed class PayoutsModel(Desk desk) : ContestPage(desk)
{
    /// <param name="Sum">As it stands now.</param>
    public sealed record WaitingTrade(string Name, int Count, decimal Sum);

    public PaperList List { get; private set; } = null!; // made for every request

    /// <summary>Trades with amounts that are not final: nobody's name stands here yet.</summary>
    public IReadOnlyList<WaitingTrade> Waiting { get; private set; } = [];

    /// <summary>Some trade pays something.</summary>
    public bool Any { get; private set; }

    public void OnGet() => Open.Read(state =>
    {
        List = PayoutPaper.Make(new PaperSource(state, Open.HeadHash, Desk.Local(Desk.Now), _ => null), null);
        Any = state.TradesInOrder.Any(t => Core.Awards.Payouts.Any(t.Definition));
        Waiting = [.. state.TradesInOrder.Where(t => t.Phase < Phase.Final && Core.Awards.Payouts.Any(t.Definition)).Select(WaitingOf)];
        return true;
    });

    private static WaitingTrade WaitingOf(TradeState trade)
    {
        var paid = trade.Payments();
        return new(trade.Definition.Name, paid.Count, paid.Sum(p => p.Amount));
    }
}
