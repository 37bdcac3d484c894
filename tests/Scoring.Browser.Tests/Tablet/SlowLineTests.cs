using System.Diagnostics;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Contracts;
using Scoring.Core.Marking;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>50 kbit/s, two seconds there and back, every third packet lost: the list comes, and what waits is in before it is asked for.</summary>
public sealed class SlowLineTests(ITestOutputHelper output)
{
    private const int Entrants = 300, Handed = 91, Aspects = 60, LargestList = 25_000;

    private static readonly Venue _venue = new(Entrants, Judges: 1, Modules: 1, Aspects);
    private static readonly Line _bad = new(TimeSpan.FromSeconds(1), BytesPerSecond: 50_000 / 8, Loss: 0.3);

    [Fact]
    public async Task The_first_list_of_300_entrants_is_small_and_the_next_one_is_only_what_changed()
    {
        await using var day = await Day.Begin();
        var whole = await day.List();
        output.WriteLine($"first list: {day.Bytes} bytes, {Entrants} entrants, {Handed} handed in");
        Assert.True(whole is { Whole: true, Cards.Count: Entrants });
        Assert.True(day.Bytes < LargestList, $"the list is {day.Bytes} bytes");

        var same = await day.List(whole.Tag);
        Assert.True(same is { Whole: false, Cards.Count: 0 });
        Assert.True(day.Bytes < 3_000, $"nothing is {day.Bytes} bytes");

        var tablet = await day.Tablet();
        var module = (await tablet.Open()).Modules[0];
        var card = module.Cards.Last();
        Assert.Equal(SubmissionOutcome.Accepted, (await tablet.Submit(TabletClient.Sheet(module, card, _ => Entry.Of(0.5m)))).Outcome);
        var changed = await day.List(whole.Tag);
        Assert.Equal(card.Code, Assert.Single(changed.Cards).Code);
        Assert.False(changed.Whole);
    }

    [Fact]
    public async Task A_list_of_everybody_handed_in_is_small_too()
    {
        await using var day = await Day.Begin(Entrants);
        var whole = await day.List();
        output.WriteLine($"everybody handed in: {day.Bytes} bytes");
        Assert.All(whole.Cards, c => Assert.Equal(CardState.Submitted, c.State));
        Assert.True(day.Bytes < LargestList, $"the list is {day.Bytes} bytes");
    }

    [Fact]
    public async Task Over_a_bad_line_the_list_comes_and_a_sheet_that_waited_goes_first()
    {
        await using var day = await Day.Begin();
        await using var line = new SlowLine(day.Server.Url, new(TimeSpan.Zero));
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(line.Url, 1180, 820);
        await page.GotoAsync("/judge/#pair=" + day.Code);
        var code = Venue.Code(Entrants);
        await page.Locator(".ent", new() { HasText = code }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"一致，评 {code}" }).ClickAsync();
        await page.Locator(".asp.on").WaitForAsync();
        for (var n = 0; n < Aspects; n++)
        {
            await page.Keyboard.TypeAsync("1");
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await page.Stored(code, Aspects);
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync($"/judge/#/handin/dg/M1/{code}");
        await page.GetByRole(AriaRole.Button, new() { Name = "不便手写，以座位号确认" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"交卷 {code}" }).ClickAsync();
        await page.Locator(".chip", new() { HasText = "待同步 1" }).First.WaitForAsync();

        var order = new System.Collections.Concurrent.ConcurrentQueue<string>();
        page.Request += (_, asked) => order.Enqueue(new Uri(asked.Url).AbsolutePath);
        page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => order.Enqueue(frame.Text?.Contains("SubmitSheet", StringComparison.Ordinal) == true ? "sheet" : "");
        line.Line = _bad;
        var watch = Stopwatch.StartNew();
        await page.Context.SetOfflineAsync(false);
        await page.Locator(".chip", new() { HasText = "已同步" }).First.WaitForAsync();
        output.WriteLine($"what waited is in after {watch.Elapsed.TotalSeconds:0.0} s");
        await page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some((r) => r.name.includes('/judge/api/cards/'))");
        var asked = order.ToList();
        Assert.True(asked.IndexOf("sheet") is >= 0 and var sent && sent < asked.LastIndexOf("/judge/api/session"), string.Join(' ', asked));

        // Another tablet of the same judge comes in over the line for the first time: app, list, sheet.
        var second = await chromium.Twin(page, line.Url);
        watch.Restart();
        await second.GotoAsync("/judge/#/list/dg/M1");
        await second.Locator(".ent").First.WaitForAsync();
        output.WriteLine($"a new tablet shows its list after {watch.Elapsed.TotalSeconds:0.0} s");
        await second.Tile(code, "已交");
        await Assertions.Expect(second.Locator(".ent")).ToHaveCountAsync(Entrants);
    }

    /// <summary>A judge's day on which so many sheets are in.</summary>
    private sealed class Day(ServerProcess server, string code) : IAsyncDisposable
    {
        private readonly HttpClient _http = new() { BaseAddress = new Uri(server.Url) };
        private TabletClient? _tablet;

        public ServerProcess Server => server;

        public string Code => code;

        /// <summary>Of the last list, as it came over the wire.</summary>
        public long Bytes { get; private set; }

        public static async Task<Day> Begin(int handed = Handed)
        {
            IReadOnlyList<string> codes = [];
            var server = await ServerProcess.Start(demo: false, async data => codes = await _venue.Prepare(data, handed));
            return new(server, codes[0]);
        }

        public async Task<TabletClient> Tablet() => _tablet ??= await TabletClient.Pair(server.Url, code);

        public async Task<TabletCards> List(string? has = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/judge/api/cards/dg/M1");
            request.Headers.Add("Cookie", (await Tablet()).Cookie);
            request.Headers.Add("Accept-Encoding", "gzip");
            if (has is not null)
            {
                request.Headers.Add("Tablet-Has", has);
            }

            using var answer = await _http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            Assert.Equal("gzip", answer.Content.Headers.ContentEncoding.Single());
            var packed = await answer.Content.ReadAsByteArrayAsync();
            Bytes = packed.Length + answer.Headers.ToString().Length + answer.Content.Headers.ToString().Length;
            await using var open = new System.IO.Compression.GZipStream(new MemoryStream(packed), System.IO.Compression.CompressionMode.Decompress);
            return (await System.Text.Json.JsonSerializer.DeserializeAsync<TabletCards>(open, Scoring.Core.Json.ScoringJson.Options))!; // not null: a list
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await (_tablet?.DisposeAsync() ?? ValueTask.CompletedTask);
            await server.DisposeAsync();
        }
    }
}
