using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Tablets;
using Scoring.Api.Feed;
using Scoring.Api.Ledger;
using Scoring.Core.Certificates;
using Scoring.Core.Contracts;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Display.Certificates;
using Scoring.Display.Portal;
using Scoring.Testing;

namespace Scoring.Api.Tests.Console;

/// <summary>The night after: everybody downloads at once, somebody guesses, and another contest is being scored beside it. SCORING_TEST_ALL=1: 2,000 and 10,000.</summary>
public sealed class NightAfterTests(ITestOutputHelper output)
{
    private static readonly bool All = Environment.GetEnvironmentVariable("SCORING_TEST_ALL") == "1";
    private static readonly int Downloads = All ? 2_000 : 200, Guesses = All ? 10_000 : 500, Sheets = All ? 200 : 40;

    [Fact]
    public async Task Downloads_all_come_guesses_are_stopped_and_sheets_are_still_taken()
    {
        await using var host = await ConsoleHost.Start();
        var (open, _) = await host.LoadIssued();
        await IssueToTheRest(host, open);
        var links = Links(host, open);
        await using var tablet = await Tablet(host);
        var venue = new Venue(Entrants: (Sheets * 2) + 60, Judges: 1, Modules: 1, Aspects: 30);
        await Submit(tablet, venue, 1, 40); // warm
        var quiet = await Submit(tablet, venue, 41, Sheets);

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address, Timeout = TimeSpan.FromMinutes(5) };
        // Both ends of every socket are in this one process: 12,000 at once would use up its file handles, which no server of its own would.
        using var guesser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = 500 }) { BaseAddress = host.Address, Timeout = TimeSpan.FromMinutes(5) };
        var started = Stopwatch.GetTimestamp();
        var downloads = Enumerable.Range(0, Downloads).Select(i => Download(host, http, links[i % links.Count])).ToList();
        var guesses = Task.WhenAll(Enumerable.Range(0, Guesses).Select(i => Guess(guesser, $"王{i % 997}", i)));
        var busy = await Submit(tablet, venue, 41 + Sheets, Sheets);
        var sizes = await Task.WhenAll(downloads);
        var took = Stopwatch.GetElapsedTime(started);
        var answers = await guesses;

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Downloads} downloads of {links.Count} certificates in {took.TotalSeconds:0.0} s, {host.App.Services.GetRequiredService<CertificateFiles>().Painted} painted; {Guesses} guesses, {answers.Count(a => a == HttpStatusCode.TooManyRequests)} stopped"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a sheet handed in: quiet median {Median(quiet):0.0} ms, 95 % {Worst(quiet):0.0} ms; beside it median {Median(busy):0.0} ms, 95 % {Worst(busy):0.0} ms"));
        Assert.Empty(host.Failures.Lines);
        Assert.All(sizes, size => Assert.InRange(size, 20_000, 60_000));
        Assert.Equal(links.Count, host.App.Services.GetRequiredService<CertificateFiles>().Painted); // once each
        Assert.All(answers, answer => Assert.True(answer is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, answer.ToString()));
        Assert.InRange(answers.Count(answer => answer == HttpStatusCode.OK), 0, PortalGuard.PerAddress * (2 + (int)took.TotalMinutes));
    }

    /// <summary>As many sockets as a process may have open, and the printing office still opens its files.</summary>
    [Fact]
    public async Task More_connections_than_file_handles_leave_enough_to_paint_with()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ulimit");
        await using var server = await ServerProcess.Start(handles: 900);
        using var admin = new Browser(new(server.Url));
        var (login, password) = server.Account("admin");
        await admin.SignIn(login, password);
        var idle = new List<Socket>();
        try
        {
            for (var i = 0; i < 1000; i++)
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, new Uri(server.Url).Port);
                idle.Add(socket);
            }

            // Connections over the limit hold a handle each until the server has got round to closing them.
            await Wait.Until(async () =>
            {
                using var answer = await admin.Get("/console/yindubei-2026/printing?handler=test");
                return answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "application/pdf";
            }, TimeSpan.FromSeconds(60));
        }
        finally
        {
            idle.ForEach(socket => socket.Dispose());
        }

        using var afterwards = new HttpClient();
        await Wait.Until(async () =>
        {
            try
            {
                return (await afterwards.GetAsync(server.Url + "/portal")).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, TimeSpan.FromSeconds(60));
    }

    private static async Task IssueToTheRest(ConsoleHost host, OpenCompetition open)
    {
        var keys = host.App.Services.GetRequiredService<Api.Certificates.CertificateKeys>();
        await open.Execute(Guid.NewGuid(), "admin:a", s => IssueCertificates.Decide(
            s, new(Core.People.Role.Admin, "a", new(null, [])), MarkedContest.Dg, new DateOnly(2026, 4, 23), f => VerificationLink.Write(new Uri("http://192.168.1.10:5080"), keys.Sign(f)), CertificateKind.Participation));
    }

    private static List<string> Links(ConsoleHost host, OpenCompetition open)
    {
        var search = host.App.Services.GetRequiredService<ParticipantSearch>();
        var seal = host.App.Services.GetRequiredService<Personal.PersonalSeal>();
        var people = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Entrant).ToList());
        return [.. people.SelectMany(p => search.Find(p.Name, seal.Open(open.Id, p.Sealed)!.IdNumber![^4..])).SelectMany(r => r.Certificates).Select(c => "/portal/certificate/" + c.Token)];
    }

    private static async Task<TabletClient> Tablet(ConsoleHost host)
    {
        var venue = new Venue(Entrants: (Sheets * 2) + 60, Judges: 1, Modules: 1, Aspects: 30);
        var cup = host.Competitions.Create(Venue.Id);
        foreach (var e in venue.Events())
        {
            await ConsoleHost.Do(cup, Actor.System, e);
        }

        var code = host.App.Services.GetRequiredService<PairedTablets>().CreateCode(Venue.Id, Venue.Judge(1)).Code;
        var tablet = await TabletClient.Pair(host.Address.ToString().TrimEnd('/'), code);
        await tablet.Open();
        return tablet;
    }

    private static async Task<List<double>> Submit(TabletClient tablet, Venue venue, int first, int count)
    {
        var times = new List<double>();
        for (var n = first; n < first + count; n++)
        {
            var started = Stopwatch.GetTimestamp();
            var answer = await tablet.Submit(venue.Sheet(1, n, 0.5m));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Assert.Equal(SubmissionOutcome.Accepted, answer.Outcome);
        }

        return times;
    }

    private static async Task<int> Download(ConsoleHost host, HttpClient http, string link)
    {
        using var answer = await http.GetAsync(link);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}: {string.Join('\n', host.Failures.Lines.Take(3))}");
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    private static async Task<HttpStatusCode> Guess(HttpClient http, string name, int i)
    {
        using var answer = await http.PostAsync("/portal", new FormUrlEncodedContent([new("name", name), new("lastFour", (i % 10_000).ToString("0000", CultureInfo.InvariantCulture))]));
        return answer.StatusCode;
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(times.Count() / 2);

    private static double Worst(IEnumerable<double> times) => times.Order().ElementAt(times.Count() * 95 / 100);
}
