using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Scoring.Api.Ledger;
using Scoring.Api.Screens;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Console;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Display.Ceremony;

namespace Scoring.Browser.Tests.Screens;

/// <summary>Ledger, console, a display of its own and screens in Chromium together.</summary>
public sealed class WholeHallTests(ITestOutputHelper output)
{
    private static readonly CompetitionId Contest = new("yindubei-2026");

    [Fact]
    public async Task A_screen_stays_and_goes_on_through_restarts_of_itself_of_the_display_and_of_the_api_at_any_step()
    {
        await using var host = await ConsoleHost.Start();
        await Confirm(await host.LoadMarked());
        await using var display = new OwnDisplay(host.Address, host.App.Services.GetRequiredService<DisplayKeys>().Create("大厅"));
        await display.Start();
        Ceremonies Ceremonies() => host.App.Services.GetRequiredService<Ceremonies>();
        host.App.Services.GetRequiredService<Display.Screens.Screens>().Show(["主屏"], new Scene(SceneKind.Ceremony));
        var steps = Ceremonies().View(Contest).Steps;
        await using var screen = await ScreenPage.Open(display.Address, "#/screen/主屏");
        await using var phone = await ScreenPage.Open(host.Address, "#/ceremony", 390, 844);
        await At(screen, 0);
        for (var step = 1; step < steps; step++)
        {
            Ceremonies().Move(Contest, step - 1, step);
            await At(screen, step);
            await At(phone, step);
            switch (step % 3)
            {
                case 0:
                    await screen.Page.ReloadAsync();
                    break;
                case 1:
                    await display.Stop();
                    await At(screen, step); // nobody there: it stays
                    await display.Start();
                    break;
                default:
                    await host.Restart();
                    break;
            }

            await At(screen, step);
        }

        output.WriteLine($"{steps} steps, one restart after each");
    }

    [Fact]
    public async Task A_display_that_starts_with_no_api_shows_the_last_board_and_its_time_in_amber()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadMarked();
        await using var display = new OwnDisplay(host.Address, host.App.Services.GetRequiredService<DisplayKeys>().Create("大厅"));
        await display.Start();
        await using (var before = await ScreenPage.Open(display.Address, "#/trade/dg"))
        {
            await before.Page.Locator(".row[data-key]").First.WaitForAsync();
        }

        await display.Stop();
        await host.Restart(async () =>
        {
            await display.Start(connected: false);
            await using var screen = await ScreenPage.Open(display.Address, "#/trade/dg");
            await screen.Page.Locator(".row[data-key]").First.WaitForAsync();
            await screen.Page.GetByText("连接中断，自动重连").WaitForAsync();
            Assert.Matches("数据截至 \\d\\d:\\d\\d", await screen.Page.GetByText("数据截至").InnerTextAsync());
            await screen.Picture("alone-cut-off");
        });
        await using var healed = await ScreenPage.Open(display.Address, "#/trade/dg");
        await healed.Page.GetByText("连接正常").WaitForAsync();
    }

    [Fact]
    public async Task Every_byte_a_browser_gets_before_the_reveal_holds_none_of_the_hidden_names_or_totals()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        await ConsoleHost.Do(open, Actor.System, new VisibilityChanged(MarkedContest.Dg, Visibility.Frozen));
        var people = open.Read(state => state.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Entrant).ToList());

        // Behind the freeze: other theory marks for everyone, so that every total is another one.
        var theory = open.Read(state => state.Trade(MarkedContest.Dg)!.Modules.First(m => m.MarkedBy == Role.Clerk).Definition.Id);
        foreach (var (entrant, place) in people.Select((e, i) => (e.Id, i)))
        {
            await ConsoleHost.Do(open, "clerk:test", new ModuleMarkEntered(entrant, theory, "test", 61.13m + place * 1.37m));
        }

        await Confirm(open);
        host.App.Services.GetRequiredService<CeremonyPlans>().Set(Contest, [new PlannedPart("dg", CeremonyReveal.Resolver)]);
        var finals = open.Read(state => state.Trade(MarkedContest.Dg)!.Entrants.ToDictionary(
            e => e.Entrant.Name, e => e.Result.Total!.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal));
        var ceremonies = host.App.Services.GetRequiredService<Ceremonies>();
        ceremonies.View(Contest);

        await using var display = new OwnDisplay(host.Address, host.App.Services.GetRequiredService<DisplayKeys>().Create("大厅"));
        await display.Start();
        await using var direct = await ScreenPage.Blank();
        await using var distant = await ScreenPage.Blank();
        var heard = new[] { Listen(direct.Page), Listen(distant.Page) };
        foreach (var path in new[] { "#/trade/dg", "#/wall", "#/schedule", "#/organizations", "#/teams", "#/ceremony" })
        {
            await direct.Page.GotoAsync(new Uri(host.Address, "/display/" + path).ToString());
            await distant.Page.GotoAsync(new Uri(display.Address, "/display/" + path).ToString());
            await direct.Page.Locator(".stage .link, .ceremony").First.WaitForAsync();
            await distant.Page.Locator(".stage .link, .ceremony").First.WaitForAsync();
        }

        // Before the ceremony: no name at all, and no total from behind the freeze.
        foreach (var bytes in heard)
        {
            Assert.Contains("\"dg\"", bytes.ToString(), StringComparison.Ordinal);
            Assert.All(people, e => Assert.DoesNotContain(e.Name, bytes.ToString(), StringComparison.Ordinal));
            Assert.All(finals.Values.Where(t => t.Contains('.')), total => Assert.DoesNotContain(total, bytes.ToString(), StringComparison.Ordinal));
        }

        // Row by row: a total is in no byte before its row is opened, and is there after.
        var step = 1;
        ceremonies.Move(Contest, 0, step);
        for (var picture = ceremonies.Picture(Contest)!.Resolver; picture?.Focus is { } focus; picture = ceremonies.Picture(Contest)!.Resolver)
        {
            var name = picture.Rows.Single(r => r.Key == focus).Name;
            await At(direct, step);
            await At(distant, step);
            Assert.All(heard, bytes => Assert.DoesNotContain($"\"total\":{finals[name]}", bytes.ToString(), StringComparison.Ordinal));
            ceremonies.Move(Contest, step, ++step);
            await At(direct, step);
            await At(distant, step);
            Assert.All(heard, bytes => Assert.Contains($"\"total\":{finals[name]}", bytes.ToString(), StringComparison.Ordinal));
        }

        output.WriteLine($"{people.Count} names, {heard.Sum(h => h.Length):N0} characters heard by two browsers");
    }

    private static Task At(ScreenPage screen, int step) => screen.Page.Locator($".ceremony[data-step='{step}']").WaitForAsync();

    /// <summary>Everything that reaches the page: answers and socket frames.</summary>
    private static Heard Listen(IPage page)
    {
        var heard = new Heard();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => heard.Add(frame.Text ?? Encoding.UTF8.GetString(frame.Binary ?? []));
        page.Response += async (_, answer) =>
        {
            if (!answer.Url.Contains("/assets/", StringComparison.Ordinal))
            {
                heard.Add(string.Join('\n', answer.Headers.Select(h => h.Value)) + await answer.TextAsync());
            }
        };
        return heard;
    }

    private sealed class Heard
    {
        private readonly ConcurrentQueue<string> _parts = new();

        public int Length => _parts.Sum(p => p.Length);

        public void Add(string part) => _parts.Enqueue(part);

        public override string ToString() => string.Concat(_parts);
    }

    private static async Task Confirm(OpenCompetition open)
    {
        var layers = open.Read(state => state.Trade(MarkedContest.Dg)!.Definition.CodeLayers);
        foreach (var layer in Enumerable.Range(1, layers))
        {
            await ConsoleHost.Do(open, Actor.System, new Decoded(MarkedContest.Dg, layer, "a", "b"));
        }

        await ConsoleHost.Do(open, Actor.System, new AwardsConfirmed(MarkedContest.Dg, "a"));
    }
}
