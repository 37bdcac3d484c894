// From a mark sent to its board at every watcher, against a bare hub that commits and then sends a message of the same size to the group.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Display.Upstream;
using Scoring.Testing;

namespace Scoring.Benchmarks;

internal sealed class MarkToScreen(string folder, int marks)
{
    private const int Entrants = 60;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(20);

    public async Task<IReadOnlyList<Row>> Run(int watchers)
    {
        var rounds = Math.Max(1, marks / Entrants);
        var (own, bare) = (new ConcurrentBag<double>(), new ConcurrentBag<double>());
        for (var round = 0; round < rounds; round++)
        {
            await Own(watchers, own);
        }

        await Bare(watchers, rounds * Entrants, bare);
        var (a, b) = (new Times(own), new Times(bare));
        return
        [
            new($"mark to screen, {watchers} watching, p50", a.At(0.5), "ms", b.At(0.5), "<= 1.3"),
            new($"mark to screen, {watchers} watching, p99", a.At(0.99), "ms", b.At(0.99), "<= 1.3"),
        ];
    }

    // One judge, one module: each sheet brings one entrant's total, so a board that counts n totals holds the first n marks.
    private static async Task Own(int watchers, ConcurrentBag<double> times)
    {
        await using var tablets = await Tablets.Start(new Venue(Entrants, Judges: 1, Modules: 1, Aspects: 30), 1);
        var sent = new long[Entrants + 1];
        var last = new int[watchers];
        var screens = new List<HubConnection>();
        for (var w = 0; w < watchers; w++)
        {
            var (n, screen) = (w, HubConnections.To(new Uri(tablets.Server.Url + "/display/hub")));
            screen.On<Board>(nameof(IDisplayClient.Board), board =>
            {
                var now = Stopwatch.GetTimestamp();
                for (var mark = last[n] + 1; mark <= board.Complete; mark++)
                {
                    times.Add(Stopwatch.GetElapsedTime(sent[mark], now).TotalMilliseconds);
                }

                last[n] = Math.Max(last[n], board.Complete);
            });
            await screen.StartAsync();
            await screen.InvokeAsync<PublicState?>(nameof(IDisplayHub.Watch), (CompetitionId?)Venue.Id);
            screens.Add(screen);
        }

        var handed = new List<Task>();
        await Paced(Entrants, n =>
        {
            sent[n] = Stopwatch.GetTimestamp();
            handed.Add(tablets.HandIn(0));
        });
        await Task.WhenAll(handed);
        await Wait.Until(() => last.All(n => n == Entrants));
        await Task.WhenAll(screens.Select(s => s.DisposeAsync().AsTask()));
    }

    private async Task Bare(int watchers, int count, ConcurrentBag<double> times)
    {
        using var limit = await BareProcess.Start(folder);
        var venue = new Venue(Entrants, Judges: 1, Modules: 1, Aspects: 30);
        var payload = System.Text.Encoding.UTF8.GetString(EventTypes.Write(venue.Sheets().First().Event));
        var sent = new long[count + 1];
        var seen = 0;
        var screens = new List<HubConnection>();
        for (var w = 0; w < watchers; w++)
        {
            var screen = HubConnections.To(limit.Hub);
            screen.On<long, string>("Message", (n, _) =>
            {
                times.Add(Stopwatch.GetElapsedTime(sent[n]).TotalMilliseconds);
                Interlocked.Increment(ref seen);
            });
            await screen.StartAsync();
            await screen.InvokeAsync("Join");
            screens.Add(screen);
        }

        await using var sender = HubConnections.To(limit.Hub);
        await sender.StartAsync();
        await sender.InvokeAsync("Prepare", BoardText(venue));
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

    /// <summary>What a board of this venue is on the wire, half marked.</summary>
    public static string BoardText(Venue venue)
    {
        var state = new Core.Fold.CompetitionState();
        foreach (var e in venue.Events().Concat(venue.Sheets().Take(venue.Entrants / 2).Select(s => s.Event)))
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
