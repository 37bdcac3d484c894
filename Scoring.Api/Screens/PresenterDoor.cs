using Microsoft.AspNetCore.SignalR;
using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Api.Screens;

/// <summary>
/// Asks at every call of the presenter what the policy asked when the socket opened, and more: is this person still signed in, and may they lead the ceremony of this very
/// contest, and is it the one in use? It names the winners of every trade in it, so a head judge of some of the trades may not.
/// </summary>
public sealed class PresenterDoor(ConsoleSessions sessions, Competitions competitions, ConfirmedAwards awards, IResultsFeed feed) : IHubFilter
{
    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        sessions.Came(context.Context.ConnectionId, context.Context.User!, context.Context.Abort); // the policy asked for somebody
        await next(context);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        sessions.Went(context.Context.ConnectionId);
        return next(context, exception);
    }

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext context, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (sessions.Of(context.Context.User) is not { } account || !Policies.Allows(Policies.Publish, account.Role))
        {
            context.Context.Abort();
            throw new HubException("您的登录已失效，请重新登录。");
        }

        // A method that does not say which contest it is about is nobody's to call.
        var named = context.HubMethod.GetParameters().Any(p => (Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType) == typeof(CompetitionId));
        var asked = context.HubMethodArguments.OfType<CompetitionId>().Select(c => (CompetitionId?)c).FirstOrDefault() ?? feed.Competitions.FirstOrDefault()?.Id;
        if (!named || (asked is { } competition && !MayLead(account, competition)))
        {
            throw new HubException("您没有主持这场比赛颁奖的权限，请找管理员。");
        }

        return await next(context);
    }

    private bool MayLead(Account account, CompetitionId competition) =>
        competitions.Find(competition) is not { } open
        || (account.Competition is null ? account.Role == Role.Admin : account.Competition == open.Id)
        && (account.Role == Role.Admin || competitions.Current == open)
        && awards.Of(open.Id).All(award => account.HoldsFor(award.Trade));
}
