// From a mark sent to its board at every watcher, against a bare hub that commits and then sends a message of the same size to the group.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Core.Ledger;
using Scoring.Display.Upstream;
using Scoring.Testing;

namespace Scoring.Benchmarks;

internal sealed class MarkToScreen(string folder, int marks)
{
    /// <summary>Marks of the first module, totals that the second brings before the clock counts, and totals counted: a process that has just started still
    /// compiles what it runs.</summary>
    private const int First = Warm + Counted, Warm = 60, Counted = 60;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(20);
    private static readonly Venue Venue = new(Entrants: Warm + Counted, Judges: 1, Modules: 2, Aspects: 30);

    public async Task<IReadOnlyList<Row>> Run(int watchers)
    {
        var (own, bare) = (new ConcurrentBag<double>(), new ConcurrentBag<double>());
        for (var round = 0; round < Math.Max(1, marks / Counted); round++)
        {
            await Own(watchers, own);
            await Bare(watchers, bare);
        }

        var (a, b) = (new Times(own), new Times(bare));
        return
        [
            new($"mark to screen, {watchers} watching, p50", a.At(0.5), "ms", b.At(0.5), "<= 1.3"),
            new($"mark to screen, {watchers} watching, p99", a.At(0.99), "ms", b.At(0.99), "<= 1.3"),
        ];
    }

    // One judge: each sheet of the last module brings one entrant's total, so a board that counts n totals holds its first n marks.
    private static async Task Own(int watchers, ConcurrentBag<double> times)
    {
        await using var tablets = await Tablets.Start(Venue, 1);
        var sent = new long[First + Warm + Counted + 1];
        var last = new int[watchers];
        var screens = new List<HubConnection>();
        for (var w = 0; w < watchers; w++)
        {
            var (n, screen) = (w, HubConnections.To(new Uri(tablets.Server.Url + "/display/hub")));
            void Heard(BoardHead board)
            {
                var now = Stopwatch.GetTimestamp();
                for (var total = Math.Max(last[n], Warm) + 1; total <= board.Complete; total++)
                {
                    times.Add(Stopwatch.GetElapsedTime(sent[First + total], now).TotalMilliseconds);
                }

                last[n] = Math.Max(last[n], board.Complete);
            }

            screen.On<BoardHead>(nameof(IDisplayClient.Board), Heard);
            screen.On<BoardHead>(nameof(IDisplayClient.Rows), Heard); // a change says as much of the counts as a board
            await screen.StartAsync();
            await screen.InvokeAsync<PublicState?>(nameof(IDisplayHub.Watch), (CompetitionId?)Scoring.Testing.Venue.Id);
            screens.Add(screen);
        }

        var handed = new List<Task>();
        await Paced(First + Warm + Counted, n =>
        {
            sent[n] = Stopwatch.GetTimestamp();
            handed.Add(tablets.HandIn(0));
        });
        await Task.WhenAll(handed);
        await Wait.Until(() => last.All(n => n == Warm + Counted));
        await Task.WhenAll(screens.Select(s => s.DisposeAsync().AsTask()));
    }

    private async Task Bare(int watchers, ConcurrentBag<double> times)
    {
        using var limit = await BareProcess.Start(folder);
        const int count = First + Warm + Counted;
        var payload = System.Text.Encoding.UTF8.GetString(EventTypes.Write(Venue.Sheets().First().Event));
        var sent = new long[count + 1];
        var seen = 0;
        var screens = new List<HubConnection>();
        for (var w = 0; w < watchers; w++)
        {
            var screen = HubConnections.To(limit.Hub);
            screen.On<long, string>("Message", (n, _) =>
            {
                if (n > First + Warm)
                {
                    times.Add(Stopwatch.GetElapsedTime(sent[n]).TotalMilliseconds);
                }

                Interlocked.Increment(ref seen);
            });
            await screen.StartAsync();
            await screen.InvokeAsync("Join");
            screens.Add(screen);
        }

        await using var sender = HubConnections.To(limit.Hub);
        await sender.StartAsync();
        await sender.InvokeAsync("Prepare", BoardText(Venue));
        var handed = new List<Task>();
        await Paced(count, n =>
        {
            sent[n] = Stopwatch.GetTimestamp();
            handed.Add(sender.InvokeAsync<long>("CommitAndSend", payload));
        });
        await Task.WhenAll(handed);
        await Wait.Until(() => seen == count * watchers);
        await Task.WhenAll(screens.Select(s => s.DisposeAsync().AsTask()));
    }

    /// <summary>What a measuring watcher reads of a board; to make objects of all its rows would be the measurement's own work.</summary>
    internal sealed record BoardHead(int Complete);

    /// <summary>What a board of this venue is on the wire, three quarters marked.</summary>
    public static string BoardText(Venue venue)
    {
        var state = Core.Fold.Public.Folding.Begin();
        foreach (var e in venue.Events().Concat(venue.Sheets().SkipLast(venue.Entrants / 4).Select(s => s.Event)))
        {
            state.Apply(state.Version + 1, DateTimeOffset.UnixEpoch, Actor.System, e);
        }

        return JsonSerializer.Serialize(state.TradesInOrder[0].Public.Board(), ScoringJson.Options);
    }

    private static async Task Paced(int count, Action<int> act)
    {
        var started = Stopwatch.GetTimestamp();
        for (var n = 1; n <= count; n++)
        {
            while (Stopwatch.GetElapsedTime(started) < Every * n)
            {
                await Task.Delay(1);
            }

            act(n);
        }
    }
}
