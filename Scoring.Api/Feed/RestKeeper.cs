using Scoring.Api.Ledger;
using Scoring.Api.Shelf;

namespace Scoring.Api.Feed;

/// <summary>Closes contests that nobody asks for any more; whenever one is closed, what the shelf must know of it is written
/// down.</summary>
public sealed class RestKeeper : BackgroundService
{
    /// <summary>How long nobody has asked for a contest that is closed.</summary>
    public static readonly TimeSpan Unasked = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly Competitions competitions;
    private readonly TimeProvider time;

    public RestKeeper(Competitions competitions, ContestCards cards, History history, TimeProvider time)
    {
        (this.competitions, this.time) = (competitions, time);
        competitions.Closing += cards.Keep;
        competitions.Closing += history.Keep;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the server answers before the first contest is closed
        competitions.Rest(TimeSpan.Zero); // opened at the start only to be checked
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            competitions.Rest(Unasked);
        }
    }
}
