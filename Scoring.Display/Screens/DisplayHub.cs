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
        if (watchers.Of(Context) is not { } watcher)
        {
            return Task.FromResult<PublicState?>(null);
        }

        // Joined before the state is read: what changes in between arrives twice, never not at all.
        watcher.Follows = competition is null;
        watcher.Competition = competition ?? feed.Competitions.FirstOrDefault()?.Id;
        watcher.StartAnew();
        var state = watcher.Competition is { } id ? feed.State(id) : null;
        return Task.FromResult(state is null ? null : state with { Ceremony = ceremonies.Picture(state.Competition.Id) ?? state.Ceremony, Cut = !feed.Connected });
    }

    public Task<ScreenState?> Attach(string screen)
    {
        var state = Follow(screen, mirrors: false);
        if (state is not null)
        {
            screens.Came();
        }

        return Task.FromResult(state);
    }

    public Task<ScreenState?> Mirror(string screen) => Task.FromResult(Follow(screen, mirrors: true));

    private ScreenState? Follow(string screen, bool mirrors)
    {
        if (!Screens.IsName(screen) || watchers.Of(Context) is not { } watcher)
        {
            return null;
        }

        (watcher.Screen, watcher.Mirrors) = (screen, mirrors);
        return screens.Of(screen);
    }
}
