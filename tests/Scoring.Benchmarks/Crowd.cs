// Thousands watch one board: processor per delivered board and memory per connection, against bare group sends of the same bytes.
using System.Diagnostics;
using Microsoft.AspNetCore.SignalR.Client;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Display.Upstream;
using Scoring.Testing;

namespace Scoring.Benchmarks;

internal sealed class Crowd(string folder, int watchers)
{
    private const int Boards = 20;
    private static readonly Venue Venue = new(Entrants: 60, Judges: 1, Modules: 1, Aspects: 30);

    public async Task<IReadOnlyList<Row>> Run()
    {
        var own = await Own();
        var bare = await Bare();
        return
        [
            new($"{watchers} watchers, processor per delivered board", own.Micro, "µs", bare.Micro, "<= 1.3"),
            new($"{watchers} watchers, memory per connection", own.Kilobytes, "KB", bare.Kilobytes, ""),
        ];
    }

    private async Task<(double Micro, double Kilobytes)> Own()
    {
        await using var tablets = await Tablets.Start(Venue, 1);
        var received = 0;
        return await Measure(tablets.Server.Process, async n =>
        {
            var screen = HubConnections.To(new Uri(tablets.Server.Url + "/display/hub"));
            screen.On<System.Text.Json.JsonElement>(nameof(IDisplayClient.Board), _ => Interlocked.Increment(ref received));
            screen.On<System.Text.Json.JsonElement>(nameof(IDisplayClient.Rows), _ => Interlocked.Increment(ref received));
            await screen.StartAsync();
            await screen.InvokeAsync<System.Text.Json.JsonElement>(nameof(IDisplayHub.Watch), (CompetitionId?)Scoring.Testing.Venue.Id);
            return screen;
        }, () => tablets.HandIn(0), () => Volatile.Read(ref received));
    }

    private async Task<(double Micro, double Kilobytes)> Bare()
    {
        using var limit = await BareProcess.Start(folder);
        var received = 0;
        await using var sender = HubConnections.To(limit.Hub);
        await sender.StartAsync();
        await sender.InvokeAsync("Prepare", MarkToScreen.BoardText(Venue));
        return await Measure(limit.Process, async n =>
        {
            var screen = HubConnections.To(limit.Hub);
            screen.On<long, string>("Message", (_, _) => Interlocked.Increment(ref received));
            await screen.StartAsync();
            await screen.InvokeAsync("Join");
            return screen;
        }, () => sender.InvokeAsync("Blast", 1), () => Volatile.Read(ref received));
    }

    private async Task<(double Micro, double Kilobytes)> Measure(Process server, Func<int, Task<HubConnection>> connect, Func<Task> change, Func<int> received)
    {
        var before = Usage.Megabytes(server);
        var screens = new List<HubConnection>();
        foreach (var group in Enumerable.Range(0, watchers).Chunk(50))
        {
            screens.AddRange(await Task.WhenAll(group.Select(connect)));
        }

        var kilobytes = (Usage.Megabytes(server) - before) * 1024 / watchers;
        var (start, usage) = (received(), new Usage(server));
        for (var board = 1; board <= Boards; board++)
        {
            await change();
            var all = start + (board * watchers);
            await Wait.Until(() => received() >= all, TimeSpan.FromSeconds(120));
        }

        var micro = usage.Processor.TotalMicroseconds / (Boards * watchers);
        await Task.WhenAll(screens.Select(s => s.DisposeAsync().AsTask()));
        return (micro, kilobytes);
    }
}
