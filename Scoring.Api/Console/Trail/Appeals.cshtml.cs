using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.Publication;

namespace Scoring.Api.Console.Trail;

/// <summary>申诉 (R-D4): the register with its countdown; an open one blocks the final publication.</summary>
[Authorize(Policy = Policies.Appeals)]
public sealed class AppealsModel(Desk desk) : ContestPage(desk)
{
    public sealed record Row(
        int Number, TradeId Trade, string TradeName, string Code, string Leader, string Text, string Received, string Since, bool? Upheld, string? Answer);

    public sealed record Window(TradeId Trade, string Name, string? Until, string Left, bool Open);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Window> Windows { get; private set; } = [];

    public void OnGet()
    {
        var now = Desk.Now;
        (Rows, Windows) = Open.Read(state => (
            (IReadOnlyList<Row>)[.. state.TradesInOrder.SelectMany(t => t.Publication.Appeals.Select(a => RowOf(t, a, now))).OrderBy(r => r.Answer is not null).ThenBy(r => r.Number)],
            (IReadOnlyList<Window>)[.. state.TradesInOrder.Where(t => t.Phase is >= Phase.Scoring and < Phase.Final).Select(t => WindowOf(t, now))]));
    }

    [Needs(Policies.Appeals)]
    public Task<IActionResult> OnPostFile(string trade, string? code, string? leader, string? text, string? received)
    {
        var now = Desk.Now;
        var id = new TradeId(trade);
        return Carry("申诉已登记", state =>
            !Me.HoldsFor(id) ? new Decision.Refuse(Refusal.NotYours, $"您不负责这个{TradeWord}")
            : state.Trade(id)?.ByCode(code ?? "") is not { } entrant ? new Decision.Refuse(Refusal.NoSuchEntrant, $"找不到这个代号，请核对")
            : !TimeOnly.TryParseExact(received, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                ? new Decision.Refuse(Refusal.BadTime, $"收到时间请写成 14:30 的样子")
            : FileAppeal.Decide(state, Me.Actor, id, entrant.Entrant.Id, leader ?? "", text ?? "", Today(at, now), now));
    }

    [Needs(Policies.Arbitrate)]
    public Task<IActionResult> OnPostAnswer(string trade, int number, bool upheld, string? answer) =>
        Carry($"第 {number} 号申诉已答复", state => Me.HoldsFor(new TradeId(trade))
            ? AnswerAppeal.Decide(state, Me.Actor, new TradeId(trade), number, upheld, answer ?? "")
            : new Decision.Refuse(Refusal.NotYours, $"您不负责这个{TradeWord}"));

    private DateTimeOffset Today(TimeOnly at, DateTimeOffset now)
    {
        var local = Desk.Local(now);
        return new DateTimeOffset(DateOnly.FromDateTime(local.DateTime).ToDateTime(at), local.Offset).ToUniversalTime();
    }

    private Row RowOf(TradeState trade, AppealState appeal, DateTimeOffset now) => new(
        appeal.Filed.Number, trade.Definition.Id, trade.Definition.Name, trade.Competition.Entrant(appeal.Filed.Entrant)?.Code ?? "", appeal.Filed.ByLeader,
        appeal.Filed.Text, Desk.Local(appeal.Filed.ReceivedAt).Moment(), Wording.Ago(now - appeal.Filed.ReceivedAt), appeal.Answer?.Upheld, appeal.Answer?.Answer);

    private Window WindowOf(TradeState trade, DateTimeOffset now) => FileAppeal.Deadline(trade) is not { } deadline
        ? new Window(trade.Definition.Id, trade.Definition.Name, null, $"赛后 {trade.Definition.AppealHours.Plain()} 小时内", true)
        : new Window(
            trade.Definition.Id, trade.Definition.Name, Desk.Local(deadline).Moment(), deadline > now ? $"还剩 {Wording.Ago(deadline - now)}" : "已截止", deadline > now);
}
