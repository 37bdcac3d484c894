using System.Collections.Concurrent;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Phases;

namespace Scoring.Api.Screens;

/// <summary>Freezes the public view of a trade when its time comes (R-A3): an entry of the ledger like any other. A time that passed while the program was off is
/// made up for at the start.</summary>
public sealed partial class FreezeAtTime(ScreenRows rows, Competitions competitions, TimeProvider time, ILogger<FreezeAtTime> log) : BackgroundService
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(500);
    private readonly ConcurrentDictionary<(CompetitionId, TradeId), SetFreeze> set = new();

    public SetFreeze? Of(CompetitionId competition, TradeId trade) => set.GetValueOrDefault((competition, trade));

    public void Set(SetFreeze freeze)
    {
        rows.Keep(freeze);
        set[(freeze.Competition, freeze.Trade)] = freeze;
    }

    public void Cancel(CompetitionId competition, TradeId trade)
    {
        rows.Forget(competition, trade);
        set.TryRemove((competition, trade), out _);
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var freeze in rows.Freezes())
        {
            set[(freeze.Competition, freeze.Trade)] = freeze;
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(LooksEvery, time);
        while (await clock.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var freeze in set.Values.Where(f => f.At <= time.GetUtcNow()))
            {
                await Freeze(freeze, stoppingToken);
            }
        }
    }

    private async Task Freeze(SetFreeze freeze, CancellationToken cancel)
    {
        if (competitions.Find(freeze.Competition) is not { } open)
        {
            return;
        }

        var outcome = await open.Execute(
            Guid.NewGuid(), freeze.By.ToString(), state => ChangeVisibility.Decide(state, freeze.By, freeze.Trade, Visibility.Frozen), cancel);
        if (outcome is Outcome.NotStored failed)
        {
            LogNotStored(freeze.Trade.Value, failed.Message); // tried again at the next look
            return;
        }

        Cancel(freeze.Competition, freeze.Trade);
    }

    [LoggerMessage(EventId = 6101, Level = LogLevel.Error, Message = "The freeze of {Trade} was not stored: {Problem}")]
    private partial void LogNotStored(string trade, string problem);
}
