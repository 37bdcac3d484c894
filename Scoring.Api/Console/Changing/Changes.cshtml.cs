using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Console.Weighing;
using Scoring.Api.Personal;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Draw;
using Scoring.Core.Effects;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Console.Changing;

/// <summary>换人与退赛: the place, its codes and order stay, the person changes; who does not come is noted. By name, without codes (R-A1).</summary>
[Authorize(Policy = Policies.Draw)]
public sealed class ChangesModel(Desk desk, PersonalSeal seal, SecondPerson second) : TradePage(desk)
{
    public sealed record Row(EntrantId Id, string? ExamNumber, string Name, string? Organization, EntrantStatus Status, string? Reason);

    public sealed record Trail(long Sequence, string When, string Who, string What, string Reason);

    protected override string PageName => "changes";

    public string TradeName { get; private set; } = "";

    public Phase Phase { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Trail> Past { get; private set; } = [];

    public bool MaySubstitute => Phase <= Phase.Scoring && Me.May(Policies.Draw, Trade);

    public bool MayWithdraw => Phase < Phase.Scoring && Me.May(Policies.Draw, Trade);

    /// <summary>Who comes once 评分 has begun has a way of their own.</summary>
    public bool MayAdmit => Phase == Phase.Scoring && Me.May(Policies.Draw, Trade);

    public IReadOnlyList<string> Organizations { get; private set; } = [];

    public IActionResult OnGet() => Show(Load);

    [Needs(Policies.Draw)]
    public Task<IActionResult> OnPostSubstitute(string entrant, string? name, string? gender, string? idNumber, string? phone, string? grade, string? reason)
    {
        var clean = NameText.Clean(name ?? "");
        var document = string.IsNullOrWhiteSpace(idNumber) ? null : DocumentNumber.Read(null, idNumber);
        return Carry($"已换为 {clean.Text}", state =>
            state.Entrant(new EntrantId(entrant)) is not { } old || old.Trade?.Definition.Id != Trade ? new Decision.Refuse(Refusal.NoSuchEntrant, $"找不到这位选手，请刷新")
            : clean.Fault is { } odd ? new Decision.Refuse(Refusal.BadName, $"{odd}")
            : document?.Fault is { } wrong ? new Decision.Refuse(Refusal.BadDocument, $"{wrong}")
            : SubstituteEntrant.Decide(state, Me.Actor, old.Entrant.Id, old.Entrant with
            {
                Name = clean.Text, Gender = Blank(gender), Grade = Blank(grade),
                Sealed = seal.Seal(Open.Id, new PersonalData(document?.Type, document?.Number, Blank(phone)).ToJson()),
            }, reason ?? ""));
    }

    /// <summary>弃赛 before scoring; afterwards the floor judge and the head judge note it by code.</summary>
    [Needs(Policies.Draw)]
    public Task<IActionResult> OnPostWithdraw(string entrant, bool back, string? reason) => Carry(back ? "已恢复参赛" : "已登记退赛", state =>
        state.Entrant(new EntrantId(entrant)) is { } found && found.Trade?.Definition.Id == Trade
            ? ChangeStatus.Decide(state, Me.Actor, found.Entrant.Id, back ? EntrantStatus.Normal : EntrantStatus.Withdrawn, reason ?? "")
            : new Decision.Refuse(Refusal.NoSuchEntrant, $"找不到这位选手，请刷新"));

    [Needs(Policies.Draw)]
    public Task<IActionResult> OnPostAdmit(LateForm form, string? reason) => Weigh(
        new WeighedStep(
            $"补报 {form.Name?.Trim()}", "已补报，请到“抽签”打印码单", Always: true, Open.Read(state => Changes(state, form)),
            new SecondNeed(second, "管理员和加密裁判各签一次", Role.CodingOfficer, Role.Admin), PathFor(Trade)),
        (state, signed) => Admitted(state, signed, form, reason));

    private Decision Admitted(CompetitionState state, Actor signed, LateForm form, string? reason)
    {
        var (person, organizations, fault) = form.Read(state, Trade, personal => seal.Seal(Open.Id, personal.ToJson()));
        return person is null ? new Decision.Refuse(Refusal.BadForm, $"{fault}") // one of the two
            : AdmitLate.Decide(state, Me.Actor, signed, person, form.Station, reason ?? "", organizations);
    }

    private List<WeighedChange> Changes(CompetitionState state, LateForm form)
    {
        if (state.Trade(Trade) is not { } trade || form.Read(state, Trade, _ => "").Person is not { } person)
        {
            return [];
        }

        var codes = AdmitLate.NextCodes(trade);
        var judges = trade.Modules.Where(m => m.MarkedBy == Role.Judge).SelectMany(m => m.Seats).Select(s => s.Judge.Id).Distinct().Count();
        return
        [
            new("参赛人数", $"{trade.Entrants.Count} 人", $"{trade.Entrants.Count + 1} 人"),
            .. codes.Count == 0 ? [] : (WeighedChange[])[new("代号", "无", "下一个空号，码单由加密裁判打印；其他人的代号不变")],
            .. judges == 0 ? [] : (WeighedChange[])[new("平板", "", $"{judges} 位裁判各多一份要评的")],
            .. WhatIf.Quotas(state, Trade, new LateEntrantAdmitted(person, codes, "", "", ""))
                .Select(q => new WeighedChange($"{q.Tier}名额", $"{q.Before}", $"{q.After}")),
        ];
    }

    // Whoever draws codes knows whose they are: no rank and no award stands here (R-A1).
    protected override EffectView? Effect(CompetitionState state, LedgerEvent e) =>
        new("只加这一位选手：谁的代号、工位和已有的评分都不动", true, false, [], [], [], [], 2); // no total is shown

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private void Load(TradeState trade)
    {
        (TradeName, Phase) = (trade.Definition.Name, trade.Phase);
        Organizations = [.. trade.Competition.Organizations.Values.Select(o => o.Name).Order(ReadingOrder.Names)];
        Rows =
        [
            .. trade.Entrants.OrderBy(e => e.Entrant.ExamNumber ?? "", ReadingOrder.Names).ThenBy(e => e.Index).Select(e => new Row(
                e.Entrant.Id, e.Entrant.ExamNumber, e.Entrant.Name, trade.Competition.Organizations.GetValueOrDefault(e.Entrant.Organization)?.Name,
                Phase < Phase.Scoring || trade.IsDecoded ? e.Status : EntrantStatus.Normal, Phase < Phase.Scoring || trade.IsDecoded ? e.StatusReason : null)),
        ];
        var started = trade.IsDecoded || Phase < Phase.Scoring ? long.MaxValue : trade.Publication.Reached.TryGetValue(Phase.Scoring, out var at) ? at.Sequence : long.MaxValue;
        Past =
        [
            .. trade.Entrants.SelectMany(e => e.Substitutions.Select(s => Line(trade, s.Stamp, $"{s.Before.Name} 换为 {s.After.Name}", s.Reason))
                .Concat(e.Statuses.Where(s => s.Stamp.Sequence < started).Select(s => Line(trade, s.Stamp, $"{e.Entrant.Name}：{s.From.Chinese()} → {s.To.Chinese()}", s.Reason))))
                .OrderByDescending(l => l.Sequence),
        ];
    }

    private Trail Line(TradeState trade, Stamp stamp, string what, string reason)
    {
        var id = stamp.Actor.Split(':', 2)[^1];
        return new Trail(stamp.Sequence, Desk.Local(stamp.At).Moment(), trade.Competition.Judges.GetValueOrDefault(new JudgeId(id))?.Name ?? id, what, reason);
    }
}
