using Microsoft.AspNetCore.SignalR;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Display.Ceremony;

/// <summary>The presenter's keys. Mapped with the host's policy; never anonymous.</summary>
public sealed class PresenterHub(IResultsFeed feed, Ceremonies ceremonies) : Hub<IPresenterClient>, IPresenterHub
{
    public async Task<PresenterView?> Open(CompetitionId? competition)
    {
        var competitions = feed.Competitions;
        if ((competition ?? competitions.FirstOrDefault()?.Id) is not { } id || !competitions.Any(c => c.Id == id))
        {
            return null;
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, id.Value);
        return ceremonies.View(id);
    }

    public Task<PresenterView?> Forward(CompetitionId competition, int from) => Move(competition, from, from + 1);

    public Task<PresenterView?> Back(CompetitionId competition, int from) => Move(competition, from, from - 1);

    public Task<PresenterView?> Go(CompetitionId competition, int step) =>
        ceremonies.Picture(competition) is { } now ? Move(competition, now.Step, step) : Task.FromResult<PresenterView?>(null);

    private async Task<PresenterView?> Move(CompetitionId competition, int from, int step)
    {
        if (!feed.Competitions.Any(c => c.Id == competition))
        {
            return null;
        }

        var view = ceremonies.Move(competition, from, step);
        await Clients.OthersInGroup(competition.Value).View(view);
        return view;
    }
}
