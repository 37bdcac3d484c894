// How long a judge waits for the receipt at a steady 500 sheets a second, against a bare hub that answers after the same durable commit.
using System.Diagnostics;
using Microsoft.AspNetCore.SignalR.Client;
using Scoring.Core.Ledger;
using Scoring.Display.Upstream;
using Scoring.Testing;

namespace Scoring.Benchmarks;

internal sealed class ReceiptTime(string folder, int seconds)
{
    private const int PerSecond = 500;
    private const int Connections = 32;

    public async Task<IReadOnlyList<Row>> Run()
    {
        var venue = new Venue(Entrants: PerSecond * (seconds + 2) / 8 + Connections, Judges: 8, Modules: 1, Aspects: 30);
        Times own, bare;
        await using (var tablets = await Tablets.Start(venue, Connections))
        {
            await Offer(PerSecond, PerSecond, Connections, tablets.HandIn);
            own = await Offer(PerSecond, PerSecond * seconds, Connections, tablets.HandIn);
        }

        using (var limit = await BareProcess.Start(folder))
        {
            var payload = System.Text.Encoding.UTF8.GetString(EventTypes.Write(venue.Sheets().First().Event));
            var hubs = new List<HubConnection>();
            for (var i = 0; i < Connections; i++)
            {
                hubs.Add(HubConnections.To(limit.Hub));
                await hubs[i].StartAsync();
            }

            Task Send(int n) => hubs[n].InvokeAsync<long>("Commit", payload);
            await Offer(PerSecond, PerSecond, Connections, Send);
            bare = await Offer(PerSecond, PerSecond * seconds, Connections, Send);
            foreach (var hub in hubs)
            {
                await hub.DisposeAsync();
            }
        }

        return
        [
            new("receipt time at 500/s, p50", own.At(0.5), "ms", bare.At(0.5), "<= 1.5"),
            new("receipt time at 500/s, p99", own.At(0.99), "ms", bare.At(0.99), "<= 2"),
        ];
    }

    // Timed from when each was due, not from when it was sent: a server that stalls makes everybody behind it wait.
    internal static async Task<Times> Offer(int perSecond, int count, int connections, Func<int, Task> send)
    {
        var times = new double[count];
        var pending = new Task[count];
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            var due = i * 1000.0 / perSecond;
            while (Stopwatch.GetElapsedTime(started).TotalMilliseconds is var now && now < due)
            {
                await Task.Delay(1);
            }

            var n = i;
            pending[i] = Task.Run(async () =>
            {
                await send(n % connections);
                times[n] = Stopwatch.GetElapsedTime(started).TotalMilliseconds - due;
            });
        }

        await Task.WhenAll(pending);
        return new(times);
    }
}
