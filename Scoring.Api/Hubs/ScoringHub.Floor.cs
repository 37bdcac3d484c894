using Microsoft.AspNetCore.Authorization;
using Scoring.Api.Ledger;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using UseCases = Scoring.Core.Scoring;

namespace Scoring.Api.Hubs;

/// <summary>现场裁判: arrivals and clocks (R-B6).</summary>
public sealed partial class ScoringHub : IFloorHub
{
    [Authorize(Policy = TabletRoles.Floor)]
    public Task<FloorTable> OpenFloor(TradeId trade) =>
        Task.FromResult(Look(TabletRoles.Floor, trade, at => FloorDesk.Of(at.Trade, clock.GetUtcNow())));

    [Authorize(Policy = TabletRoles.Floor)]
    public Task<CommandAnswer> RecordArrival(ArrivalCommand command) => Carry(TabletRoles.Floor, command.Id, Sent.Of(nameof(RecordArrival), command), command.Trade, at =>
        at.With(command.Code, e => UseCases.RecordArrival.Decide(at.State, at.By, e, command.Present, Believed(command.At))));

    [Authorize(Policy = TabletRoles.Floor)]
    public Task<CommandAnswer> CallEntrants(CallCommand command) =>
        Carry(TabletRoles.Floor, command.Id, Sent.Of(nameof(CallEntrants), command), command.Trade, at =>
            UseCases.CallEntrants.Decide(at.State, at.By, command.Trade, command.Codes, Believed(command.At)));

    [Authorize(Policy = TabletRoles.Floor)]
    public Task<CommandAnswer> StartClock(ClockCommand command) => Carry(TabletRoles.Floor, command.Id, Sent.Of(nameof(StartClock), command), command.Trade, at =>
        at.With(command.Code, e => UseCases.StartClock.Decide(at.State, at.By, e, command.Module, Believed(command.At), command.Reason, command.Attempt)));

    [Authorize(Policy = TabletRoles.Floor)]
    public Task<CommandAnswer> StopClock(ClockCommand command) => Carry(TabletRoles.Floor, command.Id, Sent.Of(nameof(StopClock), command), command.Trade, at =>
        at.With(command.Code, e => UseCases.StopClock.Decide(at.State, at.By, e, command.Module, Believed(command.At), attempt: command.Attempt)));

    [Authorize(Policy = TabletRoles.Floor)]
    public Task<CommandAnswer> ExtendClock(ClockCommand command) => Carry(TabletRoles.Floor, command.Id, Sent.Of(nameof(ExtendClock), command), command.Trade, at =>
        at.With(command.Code, e => UseCases.ExtendClock.Decide(at.State, at.By, e, command.Module, command.Seconds, command.Reason, command.Attempt)));

    [Authorize(Policy = TabletRoles.Floor)]
    public Task<CommandAnswer> ResetClock(ClockCommand command) => Carry(TabletRoles.Floor, command.Id, Sent.Of(nameof(ResetClock), command), command.Trade, at =>
        at.With(command.Code, e => UseCases.ResetClock.Decide(at.State, at.By, e, command.Module, command.Reason, command.Attempt)));

    [Authorize(Policy = TabletRoles.Floor)]
    public Task<CommandAnswer> WaiveAttempt(WaiveCommand command) => Carry(TabletRoles.Floor, command.Id, Sent.Of(nameof(WaiveAttempt), command), command.Trade, at =>
        at.With(command.Code, e => UseCases.WaiveAttempt.Decide(at.State, at.By, e, command.Module, command.Attempt, command.Waived, command.Reason)));
}
