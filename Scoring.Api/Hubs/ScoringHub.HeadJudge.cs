using Microsoft.AspNetCore.Authorization;
using Scoring.Api.Ledger;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using UseCases = Scoring.Core.Scoring;

namespace Scoring.Api.Hubs;

/// <summary>裁判长: sees the panel by code, returns, confirms, signs (R-B4, R-D5).</summary>
public sealed partial class ScoringHub : IHeadJudgeHub
{
    [Authorize(Policy = TabletRoles.HeadJudge)]
    public Task<TradeDesk> OpenTrade(TradeId trade) =>
        Task.FromResult(Look(TabletRoles.HeadJudge, trade, at => HeadJudgeDesk.Trade(at.State, at.Trade, at.By)));

    [Authorize(Policy = TabletRoles.HeadJudge)]
    public Task<PanelTable> OpenPanel(TradeId trade, ModuleId module) =>
        Task.FromResult(Look(TabletRoles.HeadJudge, trade, at => at.Trade.Module(module) is { } found ? HeadJudgeDesk.Panel(at.Trade, found) : null));

    [Authorize(Policy = TabletRoles.HeadJudge)]
    public Task<SheetComparison> OpenComparison(TradeId trade, ModuleId module, string code, int attempt) =>
        Task.FromResult(Look(TabletRoles.HeadJudge, trade, at =>
            at.Trade.Module(module) is { } found && at.Trade.ByCode(code) is { } entrant ? SheetComparisons.Of(at.Trade, found, entrant, attempt) : null));

    [Authorize(Policy = TabletRoles.HeadJudge)]
    public Task<CommandAnswer> ReturnSheet(ReturnCommand command) =>
        Carry(TabletRoles.HeadJudge, command.Id, Sent.Of(nameof(ReturnSheet), command), command.Trade, at => at.With(command.Code, e =>
            UseCases.Unseen.Sheet(at.State, e, command.Module, command.Judge, command.Seen, command.Attempt)
            ?? UseCases.ReturnSheet.Decide(at.State, at.By, e, command.Module, command.Judge, command.Reason, command.Attempt)));

    [Authorize(Policy = TabletRoles.HeadJudge)]
    public Task<CommandAnswer> ConfirmSpread(ConfirmCommand command) =>
        Carry(TabletRoles.HeadJudge, command.Id, Sent.Of(nameof(ConfirmSpread), command), command.Trade, at => at.With(command.Code, e =>
            UseCases.Unseen.Panel(at.State, e, command.Module, command.Seen, command.Attempt)
            ?? UseCases.ConfirmSpread.Decide(at.State, at.By, e, command.Module, command.Reason, command.Attempt)));

    [Authorize(Policy = TabletRoles.HeadJudge)]
    public Task<CommandAnswer> WithdrawViolation(WithdrawCommand command) => Carry(TabletRoles.HeadJudge, command.Id, Sent.Of(nameof(WithdrawViolation), command), command.Trade, at =>
        at.With(command.Code, e => UseCases.WithdrawViolation.Decide(at.State, at.By, e, command.Number, command.Reason)));

    [Authorize(Policy = TabletRoles.HeadJudge)]
    public Task<CommandAnswer> SignModule(SignCommand command) => Carry(TabletRoles.HeadJudge, command.Id, Sent.Of(nameof(SignModule), command), command.Trade, at =>
        command.Module is { } module
            ? Signature.Check(command.Signature) ?? UseCases.SignModule.Decide(at.State, at.By, command.Trade, module, command.Signature)
            : new Decision.Refuse(Refusal.NoSuchModule, $"找不到这个模块，请刷新后重选"));

    [Authorize(Policy = TabletRoles.HeadJudge)]
    public Task<CommandAnswer> SignDay(SignCommand command) => Carry(TabletRoles.HeadJudge, command.Id, Sent.Of(nameof(SignDay), command), command.Trade, at =>
        Signature.Check(command.Signature) ?? UseCases.SignDay.Decide(at.State, at.By, command.Trade, command.Signature));

    private static class Signature
    {
        private const int Longest = 200_000;

        public static Decision? Check(string? path) => string.IsNullOrWhiteSpace(path)
            ? new Decision.Refuse(Refusal.NoSignature, $"请先在框内手写签名")
            : path.Length > Longest ? new Decision.Refuse(Refusal.SignatureTooLong, $"签名数据太大，请清除后重签") : null;
    }
}
