using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Display.Screens;

/// <summary>What screens and phones connect to: public and read-only, and the server alone decides what a connection hears.</summary>
[AllowAnonymous]
public sealed class DisplayHub(IResultsFeed feed, Watchers watchers) : Hub<IDisplayClient>, IDisplayHub
{
    public Task<PublicState?> Watch(CompetitionId? competition)
    {
        var id = competition ?? feed.Competitions.FirstOrDefault()?.Id;
        if (id is null || !feed.Competitions.Any(c => c.Id == id))
        {
            return Task.FromResult<PublicState?>(null);
        }

        // Joined before the state is read: what changes in between arrives twice, never not at all.
        watchers.Join(Context, id.Value);
        return Task.FromResult(feed.State(id.Value));
    }
}
