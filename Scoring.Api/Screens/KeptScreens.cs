using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Display.Ceremony;

namespace Scoring.Api.Screens;

/// <summary>Brings screens and ceremonies back before the first screen connects, and keeps every change of them.</summary>
public sealed class KeptScreens(ScreenRows rows, Display.Screens.Screens screens, Ceremonies ceremonies, Competitions competitions) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        screens.Restore(rows.Screens());
        foreach (var (competition, step, version, startedAt) in rows.Ceremonies().Where(c => competitions.Find(c.Competition) is not null))
        {
            ceremonies.Resume(competition, step, version, startedAt);
        }

        screens.Changed += rows.Keep;
        screens.Forgotten += rows.Forget;
        ceremonies.Changed += rows.Keep;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
