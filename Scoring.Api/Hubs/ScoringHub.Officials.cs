using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.People;
using UseCases = Scoring.Core.Scoring;

namespace Scoring.Api.Hubs;

/// <summary>What head judges and floor judges both do, and how every command of an official is carried out.</summary>
public sealed partial class ScoringHub : IOfficialHub
{
    /// <summary>What an official's command is decided on.</summary>
    private sealed record AtDesk(CompetitionState State, Actor By, Judge Person, TradeState Trade)
    {
        public Decision With(string code, Func<EntrantId, Decision> decide) => Trade.ByCode(code) is { } entrant
            ? decide(entrant.Entrant.Id)
            : new Decision.Refuse(Refusal.NoSuchEntrant, $"找不到代号 {code}，请刷新后重选");
    }

    [Authorize(Policy = TabletRoles.Floor)]
    public Task<CommandAnswer> ChangeStatus(StatusCommand command) =>
        Carry(TabletRoles.Floor, command.Id, Sent.Of(nameof(ChangeStatus), command), command.Trade, at => at.With(command.Code, e =>
            UseCases.Unseen.Status(at.State, e, command.Seen) ?? UseCases.ChangeStatus.Decide(at.State, at.By, e, command.Status, command.Reason)));

    [Authorize(Policy = TabletRoles.Floor)]
    public Task<CommandAnswer> RecordViolation(ViolationCommand command) => Carry(TabletRoles.Floor, command.Id, Sent.Of(nameof(RecordViolation), command), command.Trade, at =>
        at.With(command.Code, e => UseCases.RecordViolation.Decide(
            at.State, at.By, e, command.Module, at.Person.Name, command.What, command.Outcome, command.Deduction, Believed(command.At))));

    private T Look<T>(string policy, TradeId trade, Func<AtDesk, T?> look) where T : class
    {
        var device = Device;
        devices.Contact(device.Id);
        return competitions.Find(device.Competition)?.Read(state => Held(state, policy, device, trade) is { } office ? look(office) : null)
            ?? throw new HubException("找不到这一页，或您在这里没有这个职务。请返回后重选。");
    }

    private async Task<CommandAnswer> Carry(string policy, Guid id, Sent sent, TradeId trade, Func<AtDesk, Decision> decide)
    {
        var device = Device;
        devices.Contact(device.Id);
        if (competitions.Find(device.Competition) is not { } competition)
        {
            return new(CommandOutcome.Retry, null, "这场比赛暂时打不开，请稍候再试。");
        }

        if (competition.Read(state => Held(state, policy, device, trade)?.By.ToString()) is not { } actor)
        {
            return new(CommandOutcome.Refused, null, "您在这里没有这个职务，请找控制台。");
        }

        var outcome = await competition.Execute(
            id, actor,
            state => Held(state, policy, device, trade) is { } office ? decide(office) : new Decision.Refuse(Refusal.WrongRole, $"您在这里没有这个职务，请找控制台。"),
            Context.ConnectionAborted, sent, device.Via);
        if (outcome is not Outcome.NotStored)
        {
            devices.Answered(device.Id);
        }

        return outcome switch
        {
            Outcome.Accepted accepted => new(CommandOutcome.Accepted, accepted.Receipt),
            Outcome.Refused refused => new(CommandOutcome.Refused, null, refused.Why.Message.ToString(), refused.Why.Fields?.ToDictionary(f => f.Key, f => f.Value.ToString())),
            Outcome.NotStored not => new(CommandOutcome.Retry, null, not.Message),
            _ => throw new InvalidOperationException($"no such outcome: {outcome}"),
        };
    }

    private static AtDesk? Held(CompetitionState state, string policy, Device device, TradeId trade) =>
        state.Judges.GetValueOrDefault(device.Judge) is { } judge && state.Trade(trade) is { } found && TabletRoles.Held(policy, judge, trade) is { } role
            ? new AtDesk(state, new Actor(role, judge.Id.Value), judge, found)
            : null;

    /// <summary>A tablet tells when it was tapped; it may have been cut off since, but it cannot be from the future.</summary>
    private DateTimeOffset Believed(DateTimeOffset? tapped) => clock.GetUtcNow() is var now && tapped is { } at && at < now ? at.ToUniversalTime() : now;
}
