using System.Globalization;
using Microsoft.Playwright;
using Scoring.Api.Storage;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>A clerk types 20 keys a second, whatever the line: every mark reaches its person, in the order it was typed.</summary>
public sealed class ClerkTypingTests
{
    private const int KeyEvery = 50, People = 12;

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(1500)]
    public async Task Quick_keys_over_a_slow_line_lose_and_misplace_nothing(int milliseconds)
    {
        await using var server = await ServerProcess.Start();
        await using var line = new SlowLine(server.Url, new(TimeSpan.Zero));
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(line.Url, 1024, 768);
        await Open(page, server);
        line.Line = new(TimeSpan.FromMilliseconds(milliseconds));
        foreach (var n in Enumerable.Range(1, People))
        {
            await page.Keyboard.TypeAsync($"{n:000}\n{Mark(n)}\n", new() { Delay = KeyEvery });
        }

        await page.Locator(".chip", new() { HasText = "已同步" }).First.WaitForAsync();
        Assert.Equal([.. Enumerable.Range(1, People).Select(n => ($"{n:000}", Mark(n)))], Entered(server));
    }

    [Fact]
    public async Task Keys_go_on_without_a_network_and_through_a_reload()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1024, 768);
        await Open(page, server);
        await page.Context.SetOfflineAsync(true);
        await page.Keyboard.TypeAsync($"001\n{Mark(1)}\n\n{Mark(2)}\n\n{Mark(3)}\n", new() { Delay = KeyEvery });
        await page.Locator(".chip", new() { HasText = "待同步 3" }).First.WaitForAsync();
        Assert.Empty(Entered(server));
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        await page.Locator(".chip", new() { HasText = "已同步" }).First.WaitForAsync();
        Assert.Equal([("001", Mark(1)), ("002", Mark(2)), ("003", Mark(3))], Entered(server));
    }

    [Fact]
    public async Task A_number_in_the_marks_field_is_nobodys_mark_and_a_refused_mark_brings_its_person_back()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1024, 768);
        await Open(page, server);
        // A wrong number, and the hand goes on: nothing of it becomes a mark.
        await page.Keyboard.TypeAsync("0999\n70\n002\n71\n", new() { Delay = KeyEvery });
        await page.GetByText("没有准考证号").WaitForAsync();
        Assert.Empty(Entered(server));
        await page.ReloadAsync();
        await page.Locator(".kform .tin:focus").WaitForAsync();
        await page.Keyboard.TypeAsync("001\n002\n", new() { Delay = KeyEvery });
        await page.GetByText("002 像是准考证号").WaitForAsync();
        await page.Keyboard.TypeAsync("71\n", new() { Delay = KeyEvery });
        await page.GetByText("00271 像是准考证号").WaitForAsync();
        Assert.Empty(Entered(server));

        // A second tablet of the same clerk has entered the first person meanwhile, unseen here: what stands on the older version is refused.
        await page.ReloadAsync();
        await page.Locator(".kform .tin:focus").WaitForAsync();
        await page.Context.SetOfflineAsync(true);
        await page.Keyboard.TypeAsync($"001\n{Mark(1)}\n\n{Mark(2)}\n", new() { Delay = KeyEvery });
        await page.Locator(".chip", new() { HasText = "待同步 2" }).First.WaitForAsync();
        var twin = await chromium.Twin(page, server.Url);
        await twin.GotoAsync("/judge/#/marks/hy/LL");
        await twin.Locator(".kform .tin:focus").WaitForAsync();
        await twin.Keyboard.TypeAsync("001\n55\n");
        await twin.Locator(".chip", new() { HasText = "已同步" }).First.WaitForAsync();
        await twin.GetByText("YDBHY001 已录 55").WaitForAsync();
        await page.Context.SetOfflineAsync(false);
        await page.GetByText($"YDBHY001 的 {Mark(1)} 没有录进去").WaitForAsync();
        await page.Locator(".chip", new() { HasText = "待处理 1" }).First.WaitForAsync();
        await Chromium.Picture(page, "tablet-mark-refused");
        await page.Key("重录 YDBHY001").ClickAsync();
        await Assertions.Expect(page.Locator(".kform .tin:focus")).ToHaveValueAsync(Mark(1));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".chip", new() { HasText = "已同步" }).First.WaitForAsync();
        Assert.Equal([("001", "55"), ("002", Mark(2)), ("001", Mark(1))], Entered(server));
    }

    [Theory]
    [InlineData(844, 390)]
    [InlineData(640, 400)]
    [InlineData(360, 640)]
    [InlineData(800, 1280)]
    [InlineData(1280, 800)]
    public async Task Fields_and_table_are_there_on_any_glass(int width, int height)
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, width, height, touch: true);
        await Open(page, server);
        await Assertions.Expect(page.Locator(".kform .tin").Last).ToBeInViewportAsync(new() { Ratio = 1 });
        await Reach.Check(page, ".kform");
        if (width > 600)
        {
            await Assertions.Expect(page.Locator(".ktab tbody tr").First).ToBeInViewportAsync(new() { Ratio = 1 });
        }

        await Chromium.Picture(page, $"tablet-theory-{width}");
    }

    private static string Mark(int n) => (60 + n + 0.5m).ToString(CultureInfo.InvariantCulture);

    private static async Task Open(IPage page, ServerProcess server)
    {
        await page.PairWith(server.Code("化工仪表工", "录入员"), ".module");
        await page.GotoAsync("/judge/#/marks/hy/LL");
        await page.Locator(".kform .tin:focus").WaitForAsync();
    }

    /// <summary>Number's end and mark, in the ledger's order. The demonstration numbers people as it lists them.</summary>
    private static (string Number, string Mark)[] Entered(ServerProcess server)
    {
        using var ledger = SqliteFile.OpenForReading(Directory.EnumerateFiles(Path.Combine(server.Data, "competitions"), "*.db").Single());
        // Not null: no row of a running server is damaged.
        return [.. EventRow.ReadAll(ledger).Select(row => EventTypes.Read(row.Entry!)).OfType<ModuleMarkEntered>()
            .Select(m => ("0" + m.Entrant.Value[2..], m.Mark.ToString(CultureInfo.InvariantCulture)))];
    }
}
