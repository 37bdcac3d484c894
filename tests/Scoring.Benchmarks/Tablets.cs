// Tablets on real connections, from this process to a server in another.
using System.Diagnostics;
using Scoring.Core.Contracts;
using Scoring.Testing;

namespace Scoring.Benchmarks;

/// <summary>The server with a venue in the middle of its scoring, and paired tablets that hand in its sheets.</summary>
internal sealed class Tablets : IAsyncDisposable
{
    private readonly List<TabletClient> open = [];
    private readonly int[] handed;

    private Tablets(Venue venue, ServerProcess server)
    {
        (Venue, Server) = (venue, server);
        handed = new int[venue.Judges];
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
    /// <param name="first">The first of these connections.</param>
    /// <returns>Per second.</returns>
    public async Task<double> Receipts(int connections, int sheets, int first = 0)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(n => Task.Run(async () =>
        {
            for (var i = n; i < sheets; i += connections)
            {
                await HandIn(first + n);
            }
        })));
        return sheets / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>The next sheet of the judge this connection belongs to.</summary>
    public async Task HandIn(int connection)
    {
        var judge = connection % Venue.Judges;
        var n = Interlocked.Increment(ref handed[judge]) - 1;
        var (module, entrant) = (n / Venue.Entrants + 1, n % Venue.Entrants + 1);
        if (module > Venue.Modules)
        {
            throw new InvalidOperationException("the venue is too small for this measurement");
        }

        var answer = await open[connection].Submit(Venue.Sheet(module, entrant, (entrant * 7 + module) % 40 / 100m));
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
