using Scoring.Api.Ledger;

namespace Scoring.Api.Shelf;

/// <summary>Closes contests that nobody asks for any more, and writes down at the end what the shelf must know at the next start.</summary>
public sealed class RestKeeper(Competitions competitions, ContestCards cards, TimeProvider time) : BackgroundService
{
    /// <summary>How long nobody has asked for a contest that is closed.</summary>
    public static readonly TimeSpan Unasked = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the server answers before the first contest is closed
        competitions.Rest(TimeSpan.Zero, cards.Keep); // opened at the start only to be checked
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                competitions.Rest(Unasked, cards.Keep);
            }
        }
        catch (OperationCanceledException)
        {
            foreach (var open in competitions.All.Where(c => !c.IsResting && c.Problem is null))
            {
                cards.Keep(open);
            }
        }
    }
}
