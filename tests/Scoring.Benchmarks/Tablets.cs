// Tablets on real connections, from this process to a server in another.
using System.Collections.Concurrent;
using System.Diagnostics;
using Scoring.Core.Contracts;
using Scoring.Testing;

namespace Scoring.Benchmarks;

/// <summary>The server with a venue in the middle of its scoring, and paired tablets that hand in its sheets.</summary>
internal sealed class Tablets : IAsyncDisposable
{
    private readonly List<TabletClient> open = [];
    private readonly ConcurrentQueue<(int Judge, SheetSubmission Sheet)>[] todo;

    private Tablets(Venue venue, ServerProcess server)
    {
        (Venue, Server) = (venue, server);
        todo = [.. Enumerable.Range(1, venue.Judges).Select(judge => new ConcurrentQueue<(int, SheetSubmission)>(
            from module in Enumerable.Range(1, venue.Modules)
            from entrant in Enumerable.Range(1, venue.Entrants)
            select (judge, venue.Sheet(module, entrant, (entrant * 7 + module) % 40 / 100m))))];
    }

    public Venue Venue { get; }

    public ServerProcess Server { get; }

    public static async Task<Tablets> Start(Venue venue, int connections)
    {
        IReadOnlyList<string> codes = [];
        var server = await ServerProcess.Start(demo: false, async data => codes = await venue.Prepare(data));
        var tablets = new Tablets(venue, server);
        foreach (var code in codes)
        {
            tablets.open.Add(await TabletClient.Pair(server.Url, code));
        }

        // More connections than judges are more tabs of the same tablets.
        while (tablets.open.Count < connections)
        {
            tablets.open.Add(await tablets.open[tablets.open.Count % venue.Judges].Again());
        }

        return tablets;
    }

    /// <summary>Sheets handed in one after another on each connection, each waiting for its receipt.</summary>
    /// <returns>Per second.</returns>
    public async Task<double> Receipts(int connections, int sheets)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(n => Task.Run(async () =>
        {
            for (var i = n; i < sheets; i += connections)
            {
                await HandIn(n);
            }
        })));
        return sheets / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>The next sheet of the judge this connection belongs to.</summary>
    public async Task HandIn(int connection)
    {
        var judge = connection % Venue.Judges;
        if (!todo[judge].TryDequeue(out var next))
        {
            throw new InvalidOperationException("the venue is too small for this measurement");
        }

        var answer = await open[connection].Submit(next.Sheet);
        if (answer.Outcome != SubmissionOutcome.Accepted)
        {
            throw new InvalidOperationException($"{answer.Outcome}: {answer.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var tablet in open)
        {
            await tablet.DisposeAsync();
        }

        await Server.DisposeAsync();
    }
}
