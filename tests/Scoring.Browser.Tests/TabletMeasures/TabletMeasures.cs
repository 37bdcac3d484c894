using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Browser.Tests.TabletChaos;
using Scoring.Testing;

namespace Scoring.Browser.Tests.TabletMeasures;

/// <summary>
/// How light and quick the tablet is, with the processor slowed six times. Prints figures and judges nothing but the size, which does not depend on the machine:
/// SCORING_MEASURE=1 dotnet test tests/Scoring.Browser.Tests --filter TabletMeasures --logger "console;verbosity=detailed"
/// </summary>
[Collection(Alone.Name)]
public sealed class TabletMeasures(ITestOutputHelper output)
{
    private const int Slower = 6;

    private static void OnlyWhenAsked() =>
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SCORING_MEASURE") == "1", "set SCORING_MEASURE=1 to measure");

    [Fact]
    public async Task The_first_load_beside_a_bare_page()
    {
        OnlyWhenAsked();
        using var bare = await BarePage.Build();
        var venue = new Venue(Entrants: 24, Judges: 1, Modules: 1, Aspects: 12);
        IReadOnlyList<string> codes = [];
        await using var server = await ServerProcess.Start(demo: false, async data => codes = await venue.Prepare(data));
        await using var chromium = await Chromium.Start();
        var paired = await chromium.Person(server.Url, 1180, 820, touch: true);
        await new TabletAt(paired).Pair(codes[0]);
        var (ours, theirs) = (new List<Load>(), new List<Load>());
        for (var turn = 0; turn < 15; turn++)
        {
            ours.Add(await FirstLoad(chromium, paired, server.Url, "/judge/", venue.Entrants));
            theirs.Add(await FirstLoad(chromium, paired, server.Url, "/judge/bare/index.html", venue.Entrants));
        }

        var (us, them) = (Median(ours.Select(l => l.Time)), Median(theirs.Select(l => l.Time)));
        Say($"first load, gzip: {ours[0].Bytes / 1000:0.0} KB, bare page {theirs[0].Bytes / 1000:0.0} KB (aim: at most 80 KB)");
        Say($"first load until the list of {venue.Entrants} shows, processor slowed {Slower} times: {us:0} ms, bare page {them:0} ms, {us / them:0.00} times (aim: at most 1.5)");
        Assert.True(ours[0].Bytes < 80_000, $"{ours[0].Bytes} bytes");
    }

    [Fact]
    public async Task A_tap_in_a_sheet_of_60_aspects()
    {
        OnlyWhenAsked();
        var venue = new Venue(Entrants: 4, Judges: 1, Modules: 1, Aspects: 60);
        IReadOnlyList<string> codes = [];
        await using var server = await ServerProcess.Start(demo: false, async data => codes = await venue.Prepare(data));
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1180, 820, touch: true);
        await new TabletAt(page).Pair(codes[0]);
        await page.Locator(".ent").First.ClickAsync();
        await page.Locator("dialog .btn.primary").ClickAsync();
        await page.Locator(".asp.on").WaitForAsync();
        await Slow(page);
        await page.EvaluateAsync(Taps);
        for (var aspect = 0; aspect < 55; aspect++)
        {
            await page.Locator(".keys button", new() { HasText = "1" }).First.TapAsync();
            await page.Locator(".keys .go").TapAsync();
        }

        for (var aspect = 1; aspect < 12; aspect++)
        {
            await page.Locator(".asp .tx").Nth(aspect).TapAsync();
        }

        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 200)))");
        Report("digit", await page.EvaluateAsync<double[]>("() => window.taps.filter(t => t.on === 'digit').map(t => t.ms)"));
        Report("下一项", await page.EvaluateAsync<double[]>("() => window.taps.filter(t => t.on === 'next').map(t => t.ms)"));
        Report("a row", await page.EvaluateAsync<double[]>("() => window.taps.filter(t => t.on === 'row').map(t => t.ms)"));

        void Report(string what, double[] all) =>
            Say($"tap on {what} until painted, 60 aspects, processor slowed {Slower} times: median {Median(all):0} ms, 95 % {Part(all, 0.95):0} ms, longest {all.Max():0} ms, {all.Length} taps (aim: 50 ms)");
    }

    [Fact]
    public async Task Scrolling_a_list_of_300()
    {
        OnlyWhenAsked();
        var venue = new Venue(Entrants: 300, Judges: 1, Modules: 1, Aspects: 60);
        IReadOnlyList<string> codes = [];
        await using var server = await ServerProcess.Start(demo: false, async data => codes = await venue.Prepare(data));
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1180, 820, touch: true);
        await new TabletAt(page).Pair(codes[0]);
        await Slow(page);
        await page.EvaluateAsync("""
            () => { window.frames_ = []; let last = performance.now();
              const frame = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(frame); }; requestAnimationFrame(frame); }
            """);
        var session = await page.Context.NewCDPSessionAsync(page);
        for (var turn = 0; turn < 4; turn++)
        {
            await session.SendAsync("Input.synthesizeScrollGesture", new Dictionary<string, object>
            {
                ["x"] = 400, ["y"] = 500, ["yDistance"] = turn % 2 == 0 ? -4000 : 4000, ["speed"] = 2500, ["gestureSourceType"] = "touch",
            });
        }

        var frames = await page.EvaluateAsync<double[]>("() => window.frames_.slice(5)");
        Say($"scrolling 300 entrants, processor slowed {Slower} times: {frames.Length} frames, median {Median(frames):0} ms, 95 % {Part(frames, 0.95):0} ms, longest {frames.Max():0} ms, over 50 ms: {frames.Count(f => f > 50)}");
    }

    private sealed record Load(double Bytes, double Time);

    private static async Task<Load> FirstLoad(Chromium chromium, IPage paired, string url, string path, int cards)
    {
        var page = await chromium.Person(url, 1180, 820, touch: true);
        await page.Context.AddCookiesAsync((await paired.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Accept-Encoding"] = "gzip" });
        await Slow(page);
        await page.AddInitScriptAsync($$"""
            new MutationObserver((_, self) => { if (document.querySelectorAll('.ent').length >= {{cards}}) { self.disconnect();
              requestAnimationFrame(() => setTimeout(() => { window.shown = performance.now(); })); } }).observe(document, { childList: true, subtree: true });
            """);
        await page.GotoAsync(path);
        await page.WaitForFunctionAsync("() => window.shown > 0");
        // What the page itself names: later pages come when there is nothing better to do.
        var load = await page.EvaluateAsync<JsonElement>("""
            async () => { const html = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
              const named = new Set([...html.querySelectorAll('script[src],link[rel=stylesheet],link[rel=modulepreload]')].map(e => new URL(e.getAttribute('src') ?? e.getAttribute('href'), location).href));
              const bytes = performance.getEntriesByType('resource').filter(r => named.has(r.name)).reduce((s, r) => s + r.encodedBodySize, 0);
              return [bytes + performance.getEntriesByType('navigation')[0].encodedBodySize, window.shown]; }
            """);
        await page.Context.CloseAsync();
        return new(load[0].GetDouble(), load[1].GetDouble());
    }

    // From the finger's touch to the next frame on the glass, as the browser itself measures it (in steps of 8 ms).
    private const string Taps = """
        () => { window.taps = [];
          const kind = (e) => e?.closest?.('.keys .go') ? 'next' : e?.closest?.('.keys') ? 'digit' : e?.closest?.('.asp') ? 'row' : null;
          const best = new Map();
          new PerformanceObserver((list) => { for (const e of list.getEntries()) {
            if (!e.interactionId || !kind(e.target)) continue;
            const t = best.get(e.interactionId);
            if (!t) { const n = { on: kind(e.target), ms: e.duration }; best.set(e.interactionId, n); window.taps.push(n); } else t.ms = Math.max(t.ms, e.duration);
          } }).observe({ type: 'event', durationThreshold: 16, buffered: false }); }
        """;

    private static async Task Slow(IPage page) =>
        await (await page.Context.NewCDPSessionAsync(page)).SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = Slower });

    private static double Median(IEnumerable<double> all) => Part(all, 0.5);

    private static double Part(IEnumerable<double> all, double part)
    {
        var sorted = all.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[(int)Math.Ceiling(sorted.Count * part) - 1];
    }

    private void Say(FormattableString line)
    {
        var text = line.ToString(CultureInfo.InvariantCulture);
        output.WriteLine(text);
        System.Console.WriteLine(text);
    }

    private sealed class TabletAt(IPage page)
    {
        public async Task Pair(string code)
        {
            await page.GotoAsync("/judge/#pair=" + code);
            await page.Locator(".ent").First.WaitForAsync();
        }
    }
}
