using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Screens;

/// <summary>定时封榜: of one trade or all, at a time on the venue's clock.</summary>
public sealed partial class ScreensModel
{
    public sealed record TradeChoice(TradeId Id, string Name, SetFreeze? Freeze, bool Frozen);

    public IReadOnlyList<TradeChoice> Trades => field ??= Open.Read(state => state.TradesInOrder.Select(t => new TradeChoice(
        t.Definition.Id, t.Definition.Name, freezes.Of(Open.Id, t.Definition.Id), t.Public.Shown == Visibility.Frozen)).ToList());

    /// <summary>A freeze set for a time that is over: whether it shall be at once; of no trade: of all. Null: nothing is asked.</summary>
    public (TradeId? Trade, DateTime At)? Asked { get; private set; }

    public string When(SetFreeze freeze) => Desk.Local(freeze.At).Moment();

    [Needs(Policies.Publish)]
    public IActionResult OnPostFreeze(string? trade, DateTime? at, bool past)
    {
        TradeId? only = string.IsNullOrEmpty(trade) ? null : new TradeId(trade);
        var ids = Open.Read(state => state.TradesInOrder.Select(t => t.Definition.Id).ToList())
            .Where(id => (only is null || id == only) && (Me.Role == Core.People.Role.Admin || Me.HoldsFor(id))).ToList();
        if (ids.Count == 0)
        {
            return Told($"请选自己负责的{TradeWord}。", bad: true);
        }

        if (at is not { } local)
        {
            ids.ForEach(id => freezes.Cancel(Open.Id, id));
            return Told("已取消定时封榜");
        }

        var utc = TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), time.LocalTimeZone);
        if (utc < Desk.Now.UtcDateTime && !past)
        {
            Asked = (only, local);
            return Page();
        }

        ids.ForEach(id => freezes.Set(new SetFreeze(Open.Id, id, new DateTimeOffset(utc, TimeSpan.Zero), Me.Actor)));
        return Told($"定时封榜已设定{(ids.Count == 1 ? "" : $"（{ids.Count} 个{TradeWord}）")}：到点后观众只看到那一刻的排名，裁判照常评分。");
    }
}
