using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Scoring.Api.Screens;
using Scoring.Api.Tests.Console;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Display.Alone;
using Scoring.Display.Ceremony;
using Scoring.Display.Portal;
using Scoring.Display.Upstream;
using Scoring.Testing;

namespace Scoring.Api.Tests.Screens;

/// <summary>A display of its own against an Api over real sockets.</summary>
public sealed class AloneTests : IAsyncLifetime
{
    private static readonly CompetitionId Contest = new("yindubei-2026");
    private readonly string _folder = Directory.CreateTempSubdirectory("scoring-alone-").FullName;
    private readonly int _port = FreePort();
    private readonly FailureLog _log = new(LogLevel.Warning);
    private WebApplication? _display;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task It_shows_what_the_api_shows_and_follows_every_change()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        await Start(host.Address, Key(host));
        await using var screen = await Watch();
        await Wait.Until(async () => (await State(screen))?.Boards.Single(b => b.Trade.Value == "dg").Complete > 0);

        var before = (await State(screen))!.Boards.Single(b => b.Trade.Value == "dg");
        var first = open.Read(state => state.Trade(MarkedContest.Dg)!.ByCode(before.Rows[0].Code)!.Entrant.Id);
        var heard = new TaskCompletionSource<Board>();
        screen.On<Board>(nameof(IDisplayClient.Board), b => heard.TrySetResult(b));
        await ConsoleHost.Do(open, Actor.System, new StatusChanged(first, Core.People.EntrantStatus.Disqualified, "违规"));
        var after = await heard.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(before.Version + 1, after.Version);
        Assert.NotEqual(before.Rows[0].Code, after.Rows[0].Code);
    }

    [Fact]
    public async Task A_key_guesses_nobodys_digits()
    {
        await using var host = await ConsoleHost.Start();
        var (open, _) = await host.LoadIssued();
        var best = open.Read(s => s.Entrant(s.Trade(MarkedContest.Dg)!.Awards().Rows[0].Entrant)!.Entrant);
        var four = host.App.Services.GetRequiredService<Personal.PersonalSeal>().Open(open.Id, best.Sealed)!.IdNumber![^4..];
        await using var hub = HubConnections.To(new Uri(host.Address, ResultsHub.Path), options => options.Headers["Authorization"] = "Bearer " + Key(host));
        await hub.StartAsync();
        Task<IReadOnlyList<ParticipantResult>> Find(string digits) => hub.InvokeAsync<IReadOnlyList<ParticipantResult>>(nameof(IResultsHub.Find), best.Name, digits);
        Assert.Single(await Find(four));
        for (var n = 0; n < PortalGuard.FreeForDisplay; n++)
        {
            Assert.Empty(await Find($"{n:0000}"));
        }

        Assert.Empty(await Find(four)); // it waits, as any guesser does
        using var owner = host.NewBrowser();
        Assert.Contains("一等奖", await (await owner.PostBare("/portal", new() { ["name"] = best.Name, ["lastFour"] = four })).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_starts_before_the_api_is_there_and_survives_its_restart()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        var (address, key) = (host.Address, Key(host));
        await host.Restart(async () =>
        {
            await Start(address, key, wait: false);
            Assert.Equal(HttpStatusCode.OK, (await Get("/display/")).StatusCode);
            Assert.Contains("\"connected\":false", await Read("/health"), StringComparison.Ordinal);
        });
        await Wait.Until(async () => (await Read("/health")).Contains("yindubei-2026", StringComparison.Ordinal));

        await using var screen = await Watch();
        await host.Restart(() => Wait.Until(async () => (await State(screen))?.Cut == true, TimeSpan.FromSeconds(60)));
        await Wait.Until(async () => (await State(screen)) is { Cut: false, Boards.Count: 5 }, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task After_a_restart_without_the_api_it_shows_the_last_public_state_with_its_time()
    {
        await using var host = await ConsoleHost.Start();
        await ScreenControlTests.Confirm(await host.LoadMarked());
        host.App.Services.GetRequiredService<Display.Screens.Screens>().Show(["二楼"], new Scene(SceneKind.Message, Line: "午间休息"));
        var ceremonies = host.App.Services.GetRequiredService<Ceremonies>();
        ceremonies.View(Contest);
        ceremonies.Move(Contest, 0, 2);
        await Start(host.Address, Key(host));
        await using var before = await Watch();
        await Wait.Until(async () => (await State(before))?.Ceremony?.Step == 2);
        var shown = (await State(before))!;
        await host.Restart(async () =>
        {
            await Stop();
            await Start(new Uri("http://127.0.0.1:9"), "gone", wait: false);
            await using var screen = await Watch();
            var kept = (await State(screen))!;
            Assert.True(kept.Cut);
            Assert.Equal(Json(shown.Boards), Json(kept.Boards));
            Assert.Equal(Json(shown.Ceremony), Json(kept.Ceremony));
            Assert.NotNull(kept.Boards.Single(b => b.Trade.Value == "dg").AsOf);
            Assert.Equal("午间休息", (await screen.InvokeAsync<ScreenState?>(nameof(IDisplayHub.Attach), "二楼"))!.Scene.Line);
        });
    }

    [Fact]
    public async Task A_screen_of_it_is_controlled_from_the_console_and_seen_there()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        await Start(host.Address, Key(host));
        await using var screen = await Watch();
        var told = new TaskCompletionSource<ScreenState>();
        screen.On<ScreenState>(nameof(IDisplayClient.Screen), s => told.TrySetResult(s));
        await screen.InvokeAsync<ScreenState?>(nameof(IDisplayHub.Attach), "二楼");
        var screens = host.App.Services.GetRequiredService<Display.Screens.Screens>();
        await Wait.Until(() => screens.All.Any(s => s is { State.Name: "二楼", Connected: 1 }));
        screens.Show(["二楼"], new Scene(SceneKind.Countdown, Line: "距离比赛开始", Until: DateTimeOffset.UnixEpoch));
        Assert.Equal("距离比赛开始", (await told.Task.WaitAsync(TimeSpan.FromSeconds(60))).Scene.Line);
        await Stop();
        await Wait.Until(() => screens.All.All(s => s.Connected == 0), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_revoked_key_is_cut_at_once_and_opens_nothing_any_more()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        var keys = host.App.Services.GetRequiredService<DisplayKeys>();
        await Start(host.Address, keys.Create("二楼"));
        keys.Revoke(Assert.Single(keys.All).Id);
        await Wait.Until(async () => (await Read("/health")).Contains("\"connected\":false", StringComparison.Ordinal), TimeSpan.FromSeconds(60));
        Assert.Empty(keys.All);
        await Wait.Until(() => _log.Lines.Any(line => line.Contains("钥匙不对或已吊销", StringComparison.Ordinal)), TimeSpan.FromSeconds(60));
        await Assert.ThrowsAnyAsync<Exception>(() => HubConnections.To(new Uri(host.Address, ResultsHub.Path)).StartAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => HubConnections.To(
            new Uri(host.Address, ResultsHub.Path), options => options.AccessTokenProvider = () => Task.FromResult<string?>("wrong")).StartAsync());
    }

    [Fact]
    public async Task Nothing_that_is_hidden_or_behind_the_freeze_ever_reaches_it()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        await ConsoleHost.Do(open, Actor.System, new VisibilityChanged(MarkedContest.Dg, Visibility.Hidden));
        await Start(host.Address, Key(host));
        foreach (var e in open.Read(state => ScreenControlTests.DecodedAwards(state.Trade(MarkedContest.Dg)!)))
        {
            await ConsoleHost.Do(open, Actor.System, e);
        }

        host.App.Services.GetRequiredService<Ceremonies>().View(Contest);
        var other = open.Read(state => state.Trade(new TradeId("qg"))!.Definition);
        await ConsoleHost.Do(open, Actor.System, new TradeDefined(other with { Name = "标记" })); // something public, so that everything before it has arrived
        await using var screen = await Watch();
        await Wait.Until(async () => Json(await State(screen)).Contains("标记", StringComparison.Ordinal));
        await Stop(); // writes what it kept
        var kept = string.Concat(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        var (names, totals) = open.Read(state => (
            state.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Entrant.Name).ToList(),
            state.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Result.Total).OfType<decimal>().Where(t => t % 1 != 0).Select(t => t.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToList()));
        Assert.NotEmpty(totals);
        Assert.All(names.Concat(totals), hidden => Assert.DoesNotContain(hidden, kept, StringComparison.Ordinal));
    }

    private static string Key(ConsoleHost host) => host.App.Services.GetRequiredService<DisplayKeys>().Create("二楼");

    private async Task Start(Uri upstream, string key, bool wait = true)
    {
        _display = DisplayApp.Build(new DisplayOptions(upstream, key, $"http://127.0.0.1:{_port}", _folder), b => b.Logging.ClearProviders().AddProvider(_log));
        await _display.StartAsync();
        if (wait)
        {
            await Wait.Until(() => _display.Services.GetRequiredService<RemoteResults>().Connected, TimeSpan.FromSeconds(60));
        }
    }

    private async Task Stop()
    {
        if (_display is { } display)
        {
            _display = null;
            await display.StopAsync();
            await display.DisposeAsync();
        }
    }

    private async Task<HubConnection> Watch()
    {
        var screen = HubConnections.To(new Uri($"http://127.0.0.1:{_port}/display/hub"));
        await screen.StartAsync();
        await State(screen);
        return screen;
    }

    private static Task<PublicState?> State(HubConnection screen) => screen.InvokeAsync<PublicState?>(nameof(IDisplayHub.Watch), Contest);

    private async Task<HttpResponseMessage> Get(string path)
    {
        using var http = new HttpClient();
        return await http.GetAsync($"http://127.0.0.1:{_port}{path}");
    }

    private async Task<string> Read(string path) => await (await Get(path)).Content.ReadAsStringAsync();

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, ScoringJson.Options);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
