using System.Globalization;
using Scoring.Api.Storage;
using Scoring.Api.Verify;
using Scoring.Browser.Tests.MainStory;
using Scoring.Browser.Tests.Tablet;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Testing;

namespace Scoring.Browser.Tests.TabletChaos;

/// <summary>
/// Ten tablets mark while the network flaps, tabs are closed and the server is killed. SCORING_TEST_ALL=1 marks 200 sheets a tablet, else 6;
/// SCORING_SEED repeats a run's hazards.
/// </summary>
[Collection(Alone.Name)]
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int Tablets = 10;

    private static bool Full => Environment.GetEnvironmentVariable("SCORING_TEST_ALL") == "1";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_happens_the_ledger_holds_what_was_typed_once_and_every_tablet_says_so(bool https)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("SCORING_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        var repeat = $"SCORING_SEED={seed} repeats it";
        output.WriteLine($"{(https ? "https" : "http")}, seed {seed}");
        var venue = new Venue(Entrants: Full ? 200 : 6, Judges: Tablets, Modules: 1, Aspects: 4);
        IReadOnlyList<string> codes = [];
        await using var server = await ServerProcess.Start(demo: false, async data => codes = await venue.Prepare(data), https);
        using var trusted = https ? await TrustedVenue.Of(server) : null;
        // Over http under a name, as in the hall: no secure context, no service worker.
        await using var chromium = await Chromium.Start(trusted?.Home, "--host-resolver-rules=MAP venue.test 127.0.0.1");
        var url = https ? server.HttpsUrl : $"http://venue.test:{new Uri(server.Url).Port}";

        var handed = 0;
        var steps = new Steps();
        var tablets = codes.Select((_, n) =>
            new ChaosTablet(chromium, url, offlineShell: https, n + 1, venue, seed, steps, () => Interlocked.Increment(ref handed))).ToList();
        try
        {
            using var finished = new CancellationTokenSource();
            var day = Day();
            // A step that fails and a server that does not come back are told at once, as is a tablet that stands still for ever.
            await await Task.WhenAny(day, steps.StoodStill(() => Task.WhenAll(tablets.Select(t => t.Says())), finished.Token));
            await finished.CancelAsync();

            async Task Day()
            {
                await Task.WhenAll(tablets.Zip(codes, (tablet, code) => tablet.Pair(code)));
                using var marked = new CancellationTokenSource();
                var kills = KillAndRestart(server, seed, () => handed, Tablets * venue.Entrants, marked.Token);
                var marking = AllOrFirstFailure(tablets.Select(t => t.MarkAll()));
                await await Task.WhenAny(marking, kills);
                await marking;
                await marked.CancelAsync();
                output.WriteLine($"server killed {await kills} times; {string.Join("; ", tablets.Select(t => t.Story))}");
                await AllOrFirstFailure(tablets.Select(t => t.AllSynced()));
            }
        }
        catch (Exception failure)
        {
            foreach (var tablet in tablets)
            {
                output.WriteLine(tablet.Story);
            }

            throw new InvalidOperationException($"{repeat}: {failure.Message}", failure);
        }

        server.Kill();
        var file = Path.Combine(server.Data, "competitions", Venue.Id.Value + ".db");
        Assert.True(VerifyLedger.Run(file).Intact, repeat);
        using var store = SqliteLedger.Open(file);
        var ledger = store.ReadAll().Select(EventTypes.Read).OfType<SheetSubmitted>()
            .Select(s => $"{s.Judge} {s.Entrant} {string.Join(' ', s.Marks.OrderBy(m => m.Key.Value, StringComparer.Ordinal).Select(m => m.Value))}");
        var typed = tablets.SelectMany(t => Enumerable.Range(1, venue.Entrants).Select(e =>
            $"{Venue.Judge(t.Number)} E{e} {string.Join(' ', t.Figures(e).Select(f => Entry.Of(decimal.Parse(f, CultureInfo.InvariantCulture))))}"));
        Assert.Equal(typed.Order(StringComparer.Ordinal), ledger.Order(StringComparer.Ordinal));
    }

    private static async Task AllOrFirstFailure(IEnumerable<Task> tasks)
    {
        await foreach (var ended in Task.WhenEach(tasks))
        {
            await ended;
        }
    }

    /// <summary>Every so many sheets the server dies in the middle of its work and is started again a little later.</summary>
    private static async Task<int> KillAndRestart(ServerProcess server, int seed, Func<int> handed, int all, CancellationToken finished)
    {
        var random = new Random(seed);
        var kills = 0;
        for (var at = random.Next(all / 12, all / 5); at < all - all / 10; at += random.Next(all / 5, all / 3))
        {
            while (handed() < at)
            {
                if (finished.IsCancellationRequested)
                {
                    return kills;
                }

                await Task.Delay(20, CancellationToken.None);
            }

            server.Kill();
            kills++;
            await Task.Delay(random.Next(0, 4_000), CancellationToken.None);
            await server.Run();
        }

        return kills;
    }
}
