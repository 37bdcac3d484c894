using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Display.Ceremony;

namespace Scoring.Display.Screens;

/// <summary>What screens and phones connect to: public and read-only, and the server alone decides what a connection hears.</summary>
[AllowAnonymous]
public sealed class DisplayHub(IResultsFeed feed, Watchers watchers, Screens screens, Ceremonies ceremonies) : Hub<IDisplayClient>, IDisplayHub
{
    public override Task OnConnectedAsync()
    {
        watchers.Add(Context);
        if (!feed.Connected)
        {
            watchers.Of(Context)?.OfferLink(connected: false);
        }

        return base.OnConnectedAsync();
    }

    public Task<PublicState?> Watch(CompetitionId? competition)
    {
        var competitions = feed.Competitions;
        var id = competition ?? competitions.FirstOrDefault()?.Id;
        if (id is null || watchers.Of(Context) is not { } watcher || !competitions.Any(c => c.Id == id))
        {
            return Task.FromResult<PublicState?>(null);
        }

        // Joined before the state is read: what changes in between arrives twice, never not at all.
        watcher.Competition = id;
        watcher.StartAnew();
        var state = feed.State(id.Value);
        return Task.FromResult(state is null ? null : state with { Ceremony = ceremonies.Picture(id.Value) ?? state.Ceremony, Cut = !feed.Connected });
    }

    public Task<ScreenState?> Attach(string screen)
    {
        if (!Screens.IsName(screen) || watchers.Of(Context) is not { } watcher)
        {
            return Task.FromResult<ScreenState?>(null);
        }

        watcher.Screen = screen;
        screens.Came();
        return Task.FromResult<ScreenState?>(screens.Of(screen));
    }
}
