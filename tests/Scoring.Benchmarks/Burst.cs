// A hundred marks at once, two hundred watchers: nobody is left on an old board, and far fewer messages than marks × watchers.
using System.Diagnostics;
using Microsoft.AspNetCore.SignalR.Client;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Display.Upstream;
using Scoring.Testing;

namespace Scoring.Benchmarks;

internal sealed class Burst
{
    private const int Warm = 100, Marks = 100, Watchers = 200;

    public async Task<IReadOnlyList<Row>> Run()
    {
        await using var tablets = await Tablets.Start(new Venue(Entrants: Warm + Marks, Judges: 1, Modules: 1, Aspects: 30), 1);
        await using var proxy = new CountingProxy(new Uri(tablets.Server.Url));
        var complete = new int[Watchers];
        var messages = 0;
        var screens = new List<HubConnection>();
        for (var w = 0; w < Watchers; w++)
        {
            var (n, screen) = (w, HubConnections.To(
                new Uri(proxy.Address, "/display/hub"), o => o.WebSocketConfiguration = s => s.DangerousDeflateOptions = new System.Net.WebSockets.WebSocketDeflateOptions()));
            void Heard(MarkToScreen.BoardHead board)
            {
                Interlocked.Increment(ref messages);
                complete[n] = Math.Max(complete[n], board.Complete);
            }

            screen.On<MarkToScreen.BoardHead>(nameof(IDisplayClient.Board), Heard);
            screen.On<MarkToScreen.BoardHead>(nameof(IDisplayClient.Rows), Heard); // a change says as much of the counts as a board
            await screen.StartAsync();
            await screen.InvokeAsync<PublicState?>(nameof(IDisplayHub.Watch), (CompetitionId?)Venue.Id);
            screens.Add(screen);
        }

        // As many before, one after another: a process that has just started compiles what it runs.
        for (var mark = 0; mark < Warm; mark++)
        {
            await tablets.HandIn(0);
        }

        await Wait.Until(() => complete.All(n => n == Warm));
        messages = 0;
        var down = proxy.Down;
        await Task.WhenAll(Enumerable.Range(0, Marks).Select(_ => tablets.HandIn(0)));
        var receipts = Stopwatch.GetTimestamp();
        await Task.Delay(500); // two rounds of boards
        var stale = complete.Count(n => n < Warm + Marks);
        await Wait.Until(() => complete.All(n => n == Warm + Marks));
        var all = Stopwatch.GetElapsedTime(receipts).TotalMilliseconds;
        var kilobytes = (proxy.Down - down) / 1024.0 / Watchers;
        await Task.WhenAll(screens.Select(s => s.DisposeAsync().AsTask()));
        return
        [
            new("burst: watchers on an old board after 500 ms", stale, "of 200", 0, "= 0", $"all up to date within {all:0} ms"),
            new("burst: kilobytes a watcher, as on the wire", kilobytes, "KB", 1.5 * Marks, "<= 0.5", $"{kilobytes * Watchers / 1024:0.0} MB for all {Watchers}"),
            new("burst: messages beside marks × watchers", messages, "messages", Marks * Watchers, "<= 0.5"),
        ];
    }
}
