using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Console.Weighing;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Console.Judging;

/// <summary>Statuses (R-B8), times (R-B6) and violations (R-B7), by code.</summary>
[Authorize(Policy = Policies.Floor)]
public sealed class FloorModel(Desk desk) : TradePage(desk)
{
    public sealed record Row(
        string Code, string? Station, EntrantStatus Status, string? Reason, IReadOnlyList<decimal?> Times, IReadOnlyList<ViolationRecorded> Violations, IReadOnlyList<WithdrawnViolation> Withdrawn);

    protected override string PageName => "floor";

    public IReadOnlyList<Module> Timed { get; private set; } = [];

    public IReadOnlyList<Module> Judged { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IActionResult OnGet() => Show(trade => (Timed, Judged, Rows) = Of(trade));

    [Needs(Policies.Floor)]
    public Task<IActionResult> OnPostStatus(string code, EntrantStatus status, string? reason) =>
        Weigh(
            new WeighedStep($"{code} 记为{status.Chinese()}", $"{code} 记为{status.Chinese()}"),
            (state, _) => WithEntrant(state, code, e => ChangeStatus.Decide(state, Me.Actor, e, status, reason ?? "")));

    [Needs(Policies.Floor)]
    public Task<IActionResult> OnPostTime(string code, string module, string? used, string? extension, string? reason) =>
        Carry($"{code} 的用时已记录", state => Seconds(used) is { } seconds && (string.IsNullOrWhiteSpace(extension) ? 0 : Seconds(extension)) is { } more
            ? WithEntrant(state, code, e => RecordTime.Decide(state, Me.Actor, e, new ModuleId(module), seconds, more, null, reason))
            : new Decision.Refuse(Refusal.BadTime, $"时间请写成 时:分:秒，例如 1:36:20 或 0:01:01.25"));

    [Needs(Policies.Floor)]
    public Task<IActionResult> OnPostViolation(string code, string? what, ViolationOutcome outcome, string? module, string? deduction, string? percent = null)
    {
        var at = Desk.Now;
        return Weigh(new WeighedStep($"{code} 违规：{outcome.Chinese()}", $"{code} 的违规已记录"), (state, _) =>
        {
            decimal points = 0, part = 0;
            return Unreadable(deduction, out points) || Unreadable(percent, out part)
                ? new Decision.Refuse(Refusal.BadDeduction, $"扣分和百分比请填数字，例如 2 或 0.5")
                : WithEntrant(state, code, e => RecordViolation.Decide(
                    state, Me.Actor, e, string.IsNullOrEmpty(module) ? null : new ModuleId(module), Me.Name, what ?? "", outcome, points, at,
                    string.IsNullOrWhiteSpace(percent) ? null : part));
        });
    }

    /// <summary>What was held against someone turns out not to be so; the record and its withdrawal both stay.</summary>
    [Needs(Policies.HeadJudge)]
    public Task<IActionResult> OnPostWithdraw(string code, int number, string? reason) => Weigh(
        new WeighedStep($"撤销 {code} 的第 {number} 号违规", $"{code} 的违规已撤销"),
        (state, _) => WithEntrant(state, code, e => WithdrawViolation.Decide(state, Me.Actor, e, number, reason ?? "")));

    private Decision WithEntrant(CompetitionState state, string code, Func<EntrantId, Decision> decide) =>
        state.Trade(Trade)?.ByCode(code) is { } entrant ? decide(entrant.Entrant.Id) : new Decision.Refuse(Refusal.NoSuchEntrant, $"找不到代号 {code}，请刷新后重选");

    private static (IReadOnlyList<Module>, IReadOnlyList<Module>, IReadOnlyList<Row>) Of(TradeState trade)
    {
        var timed = trade.Modules.Where(m => m.Definition.Time is not null).Select(m => m.Definition).ToList();
        var rows = trade.Entrants.Where(e => e.Code is not null).InCodeOrder()
            .Select(e => new Row(
                e.Code!, e.Station, e.Status, e.StatusReason, [.. timed.Select(m => e.Entries(m.Id)?.Time?.NetSeconds)], [.. e.Violations], [.. e.WithdrawnViolations]))
            .ToList();
        return (timed, [.. trade.Modules.Where(m => m.MarkedBy == Role.Judge).Select(m => m.Definition)], rows);
    }

    private static bool Unreadable(string? text, out decimal figure)
    {
        figure = 0;
        return !string.IsNullOrWhiteSpace(text)
            && !decimal.TryParse(text.Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out figure);
    }

    private static decimal? Seconds(string? text) =>
        text?.Trim().Replace('：', ':').Split(':') is [var h, var m, var s]
        && int.TryParse(h, NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
        && int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes < 60
        && decimal.TryParse(s, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && seconds < 60 && decimal.Round(seconds, 2) == seconds && hours < 200
            ? (hours * 3600) + (minutes * 60) + seconds
            : null;
}
