using Microsoft.Playwright;
using Scoring.Api.Storage;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>Floor and head judge type 20 keys a second, whatever the line: no dialog waits, every word reaches its entrant.</summary>
public sealed class OfficialTypingTests
{
    private const int KeyEvery = 50, People = 6;

    private static readonly Judge _head = new(new("Z1"), "郭怀民", [new JudgeSeat(Role.HeadJudge, Venue.Trade)]);

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(1500)]
    public async Task Floor_times_violations_and_absences_typed_over_a_slow_line_are_all_in_and_each_with_its_entrant(int milliseconds)
    {
        await using var server = await ServerProcess.Start();
        await using var line = new SlowLine(server.Url, new(TimeSpan.Zero));
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(line.Url, 1180, 820);
        await page.PairWith(server.Code("化工仪表工", "现场裁判"), ".module");
        await page.GotoAsync("/judge/#/floor/hy/A");
        await page.Locator(".ft").First.WaitForAsync();
        line.Line = new(TimeSpan.FromMilliseconds(milliseconds));
        foreach (var n in Enumerable.Range(1, People))
        {
            await Open(page, n);
            await page.Key("开始").Last.ClickAsync();
            await Open(page, n);
            await page.Key("补时").ClickAsync();
            await page.Key("5 分").ClickAsync();
            await Reason(page, $"第 {n} 次停电");
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "补时" }).ClickAsync();
            await Open(page, n);
            await page.Key("记违规").ClickAsync();
            await Reason(page, $"{n} 号位没戴手套");
            await page.Key("记录：警告").ClickAsync();
        }

        await Open(page, People + 1);
        await page.Key("缺考").ClickAsync();
        await page.Locator(".choice").Nth(1).ClickAsync();
        await Reason(page, "三次点名未到");
        await page.GetByRole(AriaRole.Button, new() { Name = $"B{People + 1:00} 记为缺考" }).ClickAsync();

        await page.Locator(".chip", new() { HasText = "已同步" }).First.WaitForAsync();
        var events = Ledger(server);
        Assert.Equal(
            [.. Enumerable.Range(1, People).Select(n => $"第 {n} 次停电")],
            events.OfType<ClockExtended>().OrderBy(e => Code(events, e.Entrant), StringComparer.Ordinal).Select(e => e.Reason));
        Assert.Equal(
            [.. Enumerable.Range(1, People).Select(n => ($"B{n:00}", $"{n} 号位没戴手套"))],
            events.OfType<ViolationRecorded>().Select(e => (Code(events, e.Entrant), e.What)).Order());
        Assert.Equal(People, events.OfType<ClockStarted>().Select(e => e.Entrant).Distinct().Count());
        var absent = Assert.Single(events.OfType<StatusChanged>(), e => e.Reason == "三次点名未到");
        Assert.Equal($"B{People + 1:00}", Code(events, absent.Entrant));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(1500)]
    public async Task A_head_judge_goes_through_spreads_without_waiting(int milliseconds)
    {
        await using var day = await Day.Begin();
        await using var line = new SlowLine(day.Server.Url, new(TimeSpan.Zero));
        var page = await day.Chromium.Person(line.Url, 1180, 820);
        await page.PairWith(day.Codes[^1], ".desk");
        await page.GotoAsync("/judge/#/sheets/dg/M1/A001");
        await page.Locator(".act textarea").WaitForAsync();
        line.Line = new(TimeSpan.FromMilliseconds(milliseconds));
        foreach (var n in Enumerable.Range(1, People))
        {
            await page.Locator(".plate", new() { HasText = Venue.Code(n) }).First.WaitForAsync();
            if (n % 2 == 0)
            {
                await page.GetByRole(AriaRole.Radio, new() { Name = "确认有效，不退回" }).ClickAsync();
            }
            else
            {
                await page.GetByRole(AriaRole.Radio, new() { Name = "退回一份重评" }).ClickAsync();
                await page.GetByRole(AriaRole.Radio, new() { Name = "退回 2 号裁判重评", Exact = true }).Last.ClickAsync();
            }

            await Reason(page, $"{Venue.Code(n)} 已看录像");
            await page.Key(n % 2 == 0 ? "确认极差有效" : "退回 2 号裁判").ClickAsync();
            if (n < People)
            {
                await page.GotoAsync($"/judge/#/sheets/dg/M1/{Venue.Code(n + 1)}");
            }
        }

        await page.Locator(".chip", new() { HasText = "已同步" }).First.WaitForAsync();
        var events = Ledger(day.Server);
        Assert.Equal(
            ["A002 已看录像", "A004 已看录像", "A006 已看录像"],
            events.OfType<SpreadConfirmed>().Select(e => e.Reason).Order(StringComparer.Ordinal));
        Assert.All(events.OfType<SpreadConfirmed>(), e => Assert.StartsWith(Code(events, e.Entrant), e.Reason, StringComparison.Ordinal));
        Assert.Equal(3, events.OfType<SheetReturned>().Count(e => e.Judge == Venue.Judge(2)));
        Assert.All(events.OfType<SheetReturned>(), e => Assert.StartsWith(Code(events, e.Entrant), e.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_changed_before_a_decision_arrived_brings_its_entrant_back_and_a_reason_half_written_stays()
    {
        await using var day = await Day.Begin();
        var page = await day.Chromium.Person(day.Server.Url, 1180, 820);
        await page.PairWith(day.Codes[^1], ".desk");
        await page.GotoAsync("/judge/#/sheets/dg/M1/A001");
        await page.GetByRole(AriaRole.Radio, new() { Name = "确认有效，不退回" }).ClickAsync();
        await page.Context.SetOfflineAsync(true);
        await Reason(page, "已看录像");
        await page.Key("确认极差有效").ClickAsync();
        await page.Locator(".chip", new() { HasText = "待同步 1" }).First.WaitForAsync();
        await page.GetByText("已存本机，正在记入台账").WaitForAsync();

        // Meanwhile the other tablet of the head judge sends a sheet back, and it comes in anew.
        var twin = await day.Chromium.Twin(page, day.Server.Url);
        await twin.GotoAsync("/judge/#/sheets/dg/M1/A001");
        await twin.GetByRole(AriaRole.Radio, new() { Name = "退回一份重评" }).ClickAsync();
        await twin.GetByRole(AriaRole.Radio, new() { Name = "退回 2 号裁判重评", Exact = true }).Last.ClickAsync();
        await twin.Locator(".act textarea").FillAsync("漏评");
        await twin.Key("退回 2 号裁判").ClickAsync();
        await twin.GetByText("A001 的评分表已退回 2 号裁判").WaitForAsync();
        await twin.Locator(".act textarea").FillAsync("还在写");
        await day.Hand(1, "A001", 1);
        await twin.GetByText("您写理由时这些评分表有了变化").WaitForAsync();
        await Assertions.Expect(twin.Locator(".act textarea")).ToHaveValueAsync("还在写");

        await page.Context.SetOfflineAsync(false);
        await page.GetByText("其间小组的评分有了变化").WaitForAsync();
        await Chromium.Picture(page, "tablet-unseen");
        Assert.Empty(Ledger(day.Server).OfType<SpreadConfirmed>());
        await page.GotoAsync("/judge/#/panel/dg/M1");
        await page.Key("再看看").ClickAsync();
        await page.Locator(".jt").WaitForAsync();
        await Assertions.Expect(page.GetByText("其间小组的评分有了变化")).ToHaveCountAsync(0);
    }

    /// <summary>By the search: code, Enter.</summary>
    private static async Task Open(IPage page, int n)
    {
        await page.Locator(".finds").FillAsync("");
        await page.Locator(".finds").FocusAsync();
        await page.Keyboard.TypeAsync($"b{n:00}\n", new() { Delay = KeyEvery });
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
    }

    private static IReadOnlyList<LedgerEvent> Ledger(ServerProcess server)
    {
        using var ledger = SqliteFile.OpenForReading(Directory.EnumerateFiles(Path.Combine(server.Data, "competitions"), "*.db").Single());
        return [.. EventRow.ReadAll(ledger).Select(row => EventTypes.Read(row.Entry!))]; // not null: no row of a running server is damaged
    }

    private static string Code(IReadOnlyList<LedgerEvent> events, EntrantId entrant) =>
        events.OfType<CodesDrawn>().SelectMany(e => e.Codes).Last(c => c.Entrant == entrant).Code;

    /// <summary>Into the field for words, key by key.</summary>
    private static async Task Reason(IPage page, string words)
    {
        await page.Locator("textarea.area:visible").Last.ClickAsync();
        await page.Keyboard.TypeAsync(words, new() { Delay = KeyEvery });
    }

    private sealed class Day(ServerProcess server, Chromium chromium, IReadOnlyList<string> codes, IReadOnlyList<TabletClient> judges)
        : IAsyncDisposable
    {
        public ServerProcess Server => server;

        public Chromium Chromium => chromium;

        public IReadOnlyList<string> Codes => codes;

        /// <summary>Two judges far apart on everybody.</summary>
        public static async Task<Day> Begin()
        {
            IReadOnlyList<string> codes = [];
            var venue = new Venue(People, 2, 1, 4) { Officials = [_head] };
            var server = await ServerProcess.Start(demo: false, async data => codes = await venue.Prepare(data));
            var day = new Day(
                server, await Chromium.Start(), codes,
                [await TabletClient.Pair(server.Url, codes[0]), await TabletClient.Pair(server.Url, codes[1])]);
            foreach (var n in Enumerable.Range(1, People))
            {
                await day.Hand(0, Venue.Code(n), 25);
                await day.Hand(1, Venue.Code(n), 5);
            }

            return day;
        }

        public async Task Hand(int judge, string code, decimal mark)
        {
            var module = (await judges[judge].Open()).Modules[0];
            var card = module.Cards.Single(c => c.Code == code);
            var answer = await judges[judge].Submit(TabletClient.Sheet(module, card, _ => Entry.Of(mark)));
            Assert.Equal(SubmissionOutcome.Accepted, answer.Outcome);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var judge in judges)
            {
                await judge.DisposeAsync();
            }

            await chromium.DisposeAsync();
            await server.DisposeAsync();
        }
    }
}
