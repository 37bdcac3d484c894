using Microsoft.AspNetCore.Authorization;
using Scoring.Api.Storage;
using Scoring.Api.Ledger;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using UseCases = Scoring.Core.Scoring;

namespace Scoring.Api.Hubs;

/// <summary>录分员: figures by exam number, paper sheets by code (R-A4, R-B2).</summary>
public sealed partial class ScoringHub : IClerkHub
{
    [Authorize(Policy = TabletRoles.Clerk)]
    public Task<ClerkDesk> OpenClerkDesk(TradeId trade) =>
        Task.FromResult(Look(TabletRoles.Clerk, trade, at => ClerkDesks.Of(at.Trade, at.By.Id)));

    [Authorize(Policy = TabletRoles.Clerk)]
    public Task<MarkTable> OpenMarks(TradeId trade, ModuleId module) => Task.FromResult(Look(TabletRoles.Clerk, trade, at =>
        at.Trade.Module(module) is { MarkedBy: Core.People.Role.Clerk } found ? ClerkDesks.Marks(at.Trade, found, at.By.Id) : null));

    [Authorize(Policy = TabletRoles.Clerk)]
    public Task<CommandAnswer> EnterMark(MarkCommand command) => Carry(TabletRoles.Clerk, command.Id, Sent.Of(nameof(EnterMark), command), command.Trade, at =>
        at.State.Entrant(command.Entrant)?.Trade == at.Trade
            ? UseCases.EnterModuleMark.Decide(at.State, at.By, command.Entrant, command.Module, command.Mark, command.BasedOn, command.Attempt)
            : new Decision.Refuse(Refusal.NoSuchEntrant, $"这位选手不在本{at.State.TradeWord}，请刷新后重选"));

    [Authorize(Policy = TabletRoles.Clerk)]
    public Task<CommandAnswer> ResolveDoubleEntry(ResolveCommand command) => Carry(TabletRoles.Clerk, command.Id, Sent.Of(nameof(ResolveDoubleEntry), command), command.Trade, at =>
        at.State.Entrant(command.Entrant)?.Trade == at.Trade
            ? UseCases.ResolveDoubleEntry.Decide(at.State, at.By, command.Entrant, command.Module, command.Mark, command.Reason, command.Attempt)
            : new Decision.Refuse(Refusal.NoSuchEntrant, $"这位选手不在本{at.State.TradeWord}，请刷新后重选"));

    [Authorize(Policy = TabletRoles.Clerk)]
    public Task<PaperDesk> OpenPaper(TradeId trade, ModuleId module) => Task.FromResult(Look(TabletRoles.Clerk, trade, at =>
        at.Trade.Module(module) is { MarkedBy: Core.People.Role.Judge } found ? ClerkDesks.Paper(at.Trade, found) : null));

    [Authorize(Policy = TabletRoles.Clerk)]
    public Task<CommandAnswer> EnterPaperSheet(PaperCommand command) => Carry(TabletRoles.Clerk, command.Id, Sent.Of(nameof(EnterPaperSheet), command), command.Trade, at =>
        pictures.Has(Device.Competition, command.Picture)
            ? UseCases.EnterPaperSheet.Decide(
                at.State, at.By, command.Trade, command.Module, command.Code, command.Judge, command.Marks, command.Picture, command.BasedOn, command.Notes,
                command.Attempt)
            : new Decision.Refuse(Refusal.NoPicture, $"请先附上纸质评分表的照片或扫描件"));
}
