// A thousand phones on one display process of its own, fed by an Api: does each get every final board, and what does it cost?
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Scoring.Api.Hosting;
using Scoring.Api.Ledger;
using Scoring.Api.Screens;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Scoring;
using Scoring.Display.Upstream;
using Scoring.Testing;

namespace Scoring.Benchmarks;

internal static class ThousandPhones
{
    private static readonly Venue Venue = new(Entrants: 20, Judges: 5, Modules: 1, Aspects: 10);

    public static async Task Run(string folder, int phones)
    {
        await Venue.Prepare(Path.Combine(folder, "api"));
        var (api, display) = ($"http://127.0.0.1:{FreePort()}", $"http://127.0.0.1:{FreePort()}");
        await using var app = ScoringApp.Build(new ScoringOptions(Path.Combine(folder, "api"), api), b => b.Logging.ClearProviders());
        await app.StartAsync();
        var key = app.Services.GetRequiredService<DisplayKeys>().Create("benchmark");
        using var process = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "Scoring.Display.dll"), "--upstream", api, "--key", key, "--url", display, "--data", Path.Combine(folder, "display"),
        ]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            await Measure(app.Services.GetRequiredService<Competitions>().Find(Venue.Id)!, process, display, phones);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task Measure(OpenCompetition open, Process process, string display, int phones)
    {
        using var http = new HttpClient();
        await Wait.Until(async () =>
        {
            try
            {
                return (await http.GetStringAsync(display + "/health")).Contains("\"connected\":true", StringComparison.Ordinal);
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, TimeSpan.FromSeconds(60));

        Use("before anyone watches", process, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        var newest = new ConcurrentDictionary<int, long>();
        var messages = 0L;
        var hubs = new List<HubConnection>();
        foreach (var group in Enumerable.Range(0, phones).Chunk(50))
        {
            hubs.AddRange(await Task.WhenAll(group.Select(async phone =>
            {
                var hub = HubConnections.To(new Uri(display + "/display/hub"));
                void Heard(long version)
                {
                    newest.AddOrUpdate(phone, version, (_, v) => Math.Max(v, version));
                    Interlocked.Increment(ref messages);
                }

                hub.On<Board>(nameof(IDisplayClient.Board), b => Heard(b.Version));
                hub.On<BoardChange>(nameof(IDisplayClient.Rows), c => Heard(c.Version));
                await hub.StartAsync();
                newest.TryAdd(phone, (await hub.InvokeAsync<PublicState?>(nameof(IDisplayHub.Watch), Venue.Id))!.Boards[0].Version);
                return hub;
            })));
        }

        process.Refresh();
        var (cpu, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
        foreach (var judge in Enumerable.Range(1, Venue.Judges))
        {
            foreach (var entrant in Enumerable.Range(1, Venue.Entrants))
            {
                var sheet = Venue.Sheet(1, entrant, 0.5m + entrant * 0.01m);
                await open.Execute(sheet.Id, $"judge:{Venue.Judge(judge)}", state => SubmitSheet.Decide(state, Venue.Judge(judge), sheet));
            }
        }

        var final = open.Read(state => state.Trade(Venue.Trade)!.Public.Board().Version);
        await Wait.Until(() => newest.Values.All(v => v == final), TimeSpan.FromMinutes(10));
        Use($"{phones} phones, {Venue.Judges * Venue.Entrants} sheets, {messages:N0} boards sent", process, cpu, clock.Elapsed);
        Console.WriteLine($"  each of {phones} phones has the final board (version {final}); last one after {clock.Elapsed.TotalSeconds:F1} s; 0 left on an old board");
        await Parallel.ForEachAsync(hubs, async (hub, _) => await hub.DisposeAsync());
    }

    private static void Use(string what, Process process, TimeSpan before, TimeSpan over)
    {
        process.Refresh();
        Console.WriteLine($"{what}: CPU {(process.TotalProcessorTime - before).TotalSeconds:F1} s in {over.TotalSeconds:F1} s, memory {process.WorkingSet64 / 1048576.0:F0} MB");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
