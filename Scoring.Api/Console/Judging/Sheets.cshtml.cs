using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Console.Progress;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Console.Judging;

/// <summary>评分核对: every judge's sheet total of a module side by side; the head judge returns, confirms and signs.</summary>
[Authorize(Policy = Policies.SeeResults)]
public sealed class SheetsModel(Desk desk, SecondPerson second) : TradePage(desk)
{
    protected override string PageName => "sheets";

    [BindProperty(SupportsGet = true, Name = "module")]
    public string? ModuleKey { get; set; }

    public SheetTable? Table { get; private set; }

    public bool Corrects => Table is { Phase: >= Phase.Review and <= Phase.Final } or { Phase: Phase.Scoring, Locked: true } && Me.May(Policies.Sign, Trade);

    public bool Acts => Me.May(Policies.HeadJudge, Trade);

    public IActionResult OnGet() => Show(trade => Table = SheetTable.Of(trade, ModuleKey));

    [Needs(Policies.HeadJudge)]
    public Task<IActionResult> OnPostReturn(string code, string judge, string? reason, int? attempt) =>
        Carry($"已退回 {code}", state => WithEntrant(state, code, e => ReturnSheet.Decide(state, Me.Actor, e, Module, new JudgeId(judge), reason ?? "", attempt)));

    [Needs(Policies.HeadJudge)]
    public Task<IActionResult> OnPostConfirm(string code, string? reason, int? attempt) =>
        Carry($"已确认 {code}", state => WithEntrant(state, code, e => ConfirmSpread.Decide(state, Me.Actor, e, Module, reason ?? "", attempt)));

    [Needs(Policies.HeadJudge)]
    public Task<IActionResult> OnPostSign() => Carry("已签字，模块锁定", state => SignModule.Decide(state, Me.Actor, Trade, Module));

    /// <summary>A signed module is opened again by head judge and supervisor together (R-D5).</summary>
    [Needs(Policies.Sign)]
    public async Task<IActionResult> OnPostReopen(string? reason, string? secondLogin, string? secondPassword)
    {
        var other = Me.Role == Role.HeadJudge ? Role.Supervisor : Role.HeadJudge;
        var (signed, fault) = await second.Check(Me, Open, secondLogin, secondPassword, Trade, other);
        var (head, supervisor) = Me.Role == Role.HeadJudge ? (Me.Actor, signed) : (signed, Me.Actor);
        return await Carry("模块已解锁，裁判可以改动退回的评分表", state => head is null || supervisor is null
            ? new Decision.Refuse(Refusal.Second, $"{fault ?? "请第二人签名"}")
            : ReopenModule.Decide(state, Trade, Module, head, supervisor, reason ?? ""));
    }

    private ModuleId Module => new(ModuleKey ?? "");

    private Decision WithEntrant(CompetitionState state, string code, Func<EntrantId, Decision> decide) =>
        state.Trade(Trade)?.ByCode(code) is { } entrant ? decide(entrant.Entrant.Id) : new Decision.Refuse(Refusal.NoSuchEntrant, $"找不到代号 {code}，请刷新后重选");
}
