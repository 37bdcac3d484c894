using System.Diagnostics;
using Scoring.Core.Boards;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Screens;

/// <summary>How a screen fares over a long day: frames, heap, timers. Times are printed, not asserted: they are the machine's.</summary>
public sealed class SmoothnessTests(ITestOutputHelper output)
{
    private const string CountFrames =
        "() => { window.frames_ = []; let last = performance.now(); (function look(now) { if (now) { window.frames_.push(now - last); last = now; } requestAnimationFrame(look); })(); }";

    private const string CountTimers = """
        (() => {
          const open = window.openTimers = new Set();
          const [set, clear, every, stop] = [window.setTimeout, window.clearTimeout, window.setInterval, window.clearInterval];
          window.setTimeout = (f, ms, ...a) => { const id = set(() => { open.delete(id); f(...a); }, ms); open.add(id); return id; };
          window.clearTimeout = (id) => { open.delete(id); clear(id); };
          window.setInterval = (f, ms, ...a) => { const id = every(f, ms, ...a); open.add(id); return id; };
          window.clearInterval = (id) => { open.delete(id); stop(id); };
        })();
        """;

    private static bool Long => Environment.GetEnvironmentVariable("SCORING_TEST_ALL") is "1";

    [Fact]
    public async Task Sixty_updates_a_second_end_on_the_newest_board_and_the_frames_are_counted()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(Shuffled(1));
        await using var screen = await ScreenPage.Open(display, "#/trade/dg");
        await screen.Rest();
        await screen.Page.EvaluateAsync(CountFrames);
        var seconds = Long ? 60 : 10;
        var (clock, version) = (Stopwatch.StartNew(), 1L);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(1000.0 / 60));
        while (clock.Elapsed.TotalSeconds < seconds && await pace.WaitForNextTickAsync())
        {
            for (var due = (long)(clock.Elapsed.TotalSeconds * 60); version < due;)
            {
                display.Feed.Set(Shuffled(++version));
            }
        }

        var frames = (await screen.Page.EvaluateAsync<double[]>("() => window.frames_.slice(5)")).Order().ToArray();
        double At(double part) => frames[(int)(part * (frames.Length - 1))];
        output.WriteLine($"{version / clock.Elapsed.TotalSeconds:F0} updates a second for {seconds} s: {frames.Length} frames, p50 {At(0.5):F1} ms, p95 {At(0.95):F1} ms, p99 {At(0.99):F1} ms, longest {frames[^1]:F0} ms, {Environment.ProcessorCount} cores, no GPU");
        Assert.NotEmpty(frames);
        await screen.Rest();
        await screen.Page.WaitForFunctionAsync($"() => document.querySelector('.row[data-key=A12] .total').textContent === '{Shuffled(version).Rows.Single(r => r.Key == "A12").Total}'");
    }

    [Fact]
    public async Task Heap_and_timers_of_a_screen_stay_flat()
    {
        const int Trades = 50;
        var (rounds, updates) = Long ? (10, 10_000) : (3, 1_500);
        await using var display = await TestDisplay.Start();
        foreach (var trade in Enumerable.Range(0, Trades))
        {
            display.Feed.Set(TestBoards.Board($"t{trade}", marked: 0) with { Complete = 0 });
        }

        display.Feed.Set(Shuffled(1));
        await using var wall = await ScreenPage.Open(display, "#/wall", prepare: CountTimers);
        await using var ranking = await ScreenPage.Open(display, "#/trade/dg", prepare: CountTimers);
        await wall.Page.Locator(".cell").First.WaitForAsync();
        await ranking.Rest();
        var (heaps, timers, version) = (new List<double[]>(), new List<int[]>(), 1000L);
        for (var round = 0; round < rounds; round++)
        {
            for (var update = 0; update < updates; update++)
            {
                version++;
                display.Feed.Set(update % 5 == 0 ? Shuffled(version) : TestBoards.Board($"t{update % Trades}", marked: 0, version: version) with { Complete = (int)(version % 22) });
                if (update % 100 == 0)
                {
                    await Task.Delay(20); // as much as the screens can show: more would only be coalesced
                }
            }

            display.Feed.Set(Shuffled(++version));
            var total = Shuffled(version).Rows.Single(r => r.Key == "A12").Total;
            await ranking.Page.WaitForFunctionAsync($"() => document.querySelector('.row[data-key=A12] .total').textContent === '{total}'");
            await ranking.Rest();
            heaps.Add([await Heap(wall), await Heap(ranking)]);
            timers.Add([await wall.Page.EvaluateAsync<int>("() => openTimers.size"), await ranking.Page.EvaluateAsync<int>("() => openTimers.size")]);
        }

        output.WriteLine($"{rounds * updates:N0} updates; heap MB wall/ranking: {string.Join(" ", heaps.Select(h => $"{h[0]:F1}/{h[1]:F1}"))}; timers: {string.Join(" ", timers.Select(t => $"{t[0]}/{t[1]}"))}");
        for (var page = 0; page < 2; page++)
        {
            Assert.True(heaps[^1][page] < heaps[0][page] * 1.5 + 4, $"heap grew from {heaps[0][page]:F1} to {heaps[^1][page]:F1} MB");
            Assert.True(timers[^1][page] <= timers[0][page] + 3, $"timers grew from {timers[0][page]} to {timers[^1][page]}");
        }
    }

    private static async Task<double> Heap(ScreenPage screen)
    {
        var devtools = await screen.Page.Context.NewCDPSessionAsync(screen.Page);
        await devtools.SendAsync("HeapProfiler.collectGarbage");
        var usage = await devtools.SendAsync("Runtime.getHeapUsage");
        await devtools.DetachAsync();
        return usage!.Value.GetProperty("usedSize").GetDouble() / 1048576;
    }

    /// <summary>A board whose order is another one at every version.</summary>
    private static Board Shuffled(long version)
    {
        string[] keys = ["A12", "A03", "A07", "A18", "A21", "A09", "A15", "A02", "A20", "A05", "A14", "A11"];
        return TestBoards.Board(marked: 12, version: version, practical: keys.Select((k, i) => (k, 70 + (i * 7 + version * 3) % 29 + i * 0.01m)).ToDictionary(p => p.k, p => p.Item2));
    }
}
