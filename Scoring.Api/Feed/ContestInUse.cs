using Scoring.Api.Ledger;
using Scoring.Api.Shelf;
using Scoring.Core.Ledger.Events;
using Scoring.Display.Screens;
using Scoring.Display;

namespace Scoring.Api.Feed;

/// <summary>One contest at a time: when another comes into use, screens and phones without a contest of their own turn to it at once, and clocks to its zone.</summary>
public sealed class ContestInUse(Competitions competitions, Watchers watchers, TimeProvider time) : IHostedService
{
    private IDisposable? commits;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        competitions.CurrentChanged += Turn;
        commits = Commits.Listen(competitions, (competition, entries) =>
        {
            if (competition == competitions.Current && entries.Any(e => e.Event is CompetitionDefined))
            {
                Turn(competition);
            }
        });
        Turn(competitions.Current);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        competitions.CurrentChanged -= Turn;
        commits?.Dispose();
        return Task.CompletedTask;
    }

    private void Turn(OpenCompetition? current)
    {
        var (zone, card) = current?.Read(state => (state.Competition?.TimeZone, CompetitionCards.Of(state))) ?? default;
        (time as ContestClock)?.Use(zone);
        if (card is not null)
        {
            watchers.Use(card);
        }
    }
}
