// A city's games: 108 trades, 4,000 entrants and 540 judges on real connections, their scoring day in ten minutes, with screens and a console open.
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.SignalR.Client;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Display.Upstream;
using Scoring.Testing;

namespace Scoring.Benchmarks;

/// <param name="day">Ten minutes for all sheets; a shorter one has as many a second, and so a part of them.</param>
internal sealed class City(TimeSpan day)
{
    private const int Screens = 12;
    private const double LateBoard = 500, Cores = 1; // ms, cores
    private const string Login = "admin", Password = "benchmark-password";
    private static readonly TimeSpan WholeDay = TimeSpan.FromMinutes(10), Beat = TimeSpan.FromSeconds(5), Look = TimeSpan.FromSeconds(3);
    private readonly Games games = new();

    public async Task<IReadOnlyList<Row>> Run()
    {
        IReadOnlyList<string> codes = [];
        await using var server = await ServerProcess.Start(demo: false, async data => codes = await games.Prepare(data, Login, Password));
        var sheets = Sheets().Take((int)(games.Entrants * games.Judges * (day / WholeDay))).ToList();
        var tablets = await Pair(server.Url, codes);
        var watched = new Watched(games.Trades, games.In(1));
        var screens = await Task.WhenAll(Enumerable.Range(1, Screens).Select(n => watched.Open(server.Url, $"大屏{n}")));
        using var organizer = new ConsoleClient(new Uri(server.Url));
        await organizer.SignIn(Login, Password);

        using var over = new CancellationTokenSource();
        var (pages, receipts) = (new List<double>(), new List<double>());
        Task[] beside = [Repeat(Look, () => Pages(organizer, pages), over.Token), .. tablets.Select(t => Repeat(Beat, () => t.Heartbeat(), over.Token))];
        var (started, usage, refused) = (Stopwatch.GetTimestamp(), new Usage(server.Process), 0);
        var handed = new List<Task>();
        foreach (var (moment, (trade, entrant, judge)) in Moments(sheets.Count).Zip(sheets))
        {
            while (Stopwatch.GetElapsedTime(started) < moment)
            {
                await Task.Delay(1);
            }

            handed.Add(HandIn(trade, entrant, judge));
        }

        await Task.WhenAll(handed);
        await watched.All(sheets.Where(s => s.Judge == games.Judges).CountBy(s => s.Trade).ToDictionary());
        var cores = usage.Processor / Stopwatch.GetElapsedTime(started);
        var memory = Usage.Megabytes(server.Process);
        await over.CancelAsync();
        await Task.WhenAll(beside);
        await Task.WhenAll(tablets.Select(t => t.DisposeAsync().AsTask()).Concat(screens.Select(s => s.DisposeAsync().AsTask())));

        var (marks, answers, loads) = (new Times(watched.Times), new Times(receipts), new Times(pages));
        return
        [
            new("city: mark to screen, p50", marks.At(0.5), "ms", LateBoard, "", $"{games.Trades} trades, {tablets.Count} tablets, {Screens} screens, {sheets.Count} sheets in {day.TotalMinutes:0.#} min"),
            new("city: mark to screen, p99", marks.At(0.99), "ms", LateBoard, "<= 1", $"worst {marks.At(1):0} ms of {watched.Times.Count} boards"),
            new("city: processor of the server", cores, "cores", Cores, "<= 1", $"{memory:0} MB at the end"),
            new("city: sheets without a receipt", refused + sheets.Count - receipts.Count, "sheets", 0, "= 0", $"receipt p50 {answers.At(0.5):0.0}, p99 {answers.At(0.99):0.0} ms"),
            new("city: page of the console, p99", loads.At(0.99), "ms", LateBoard, "", $"p50 {loads.At(0.5):0} ms, {pages.Count} loads of day and sheets"),
        ];

        async Task HandIn(int trade, int entrant, int judge)
        {
            var sheet = Games.Sheet(trade, entrant, judge);
            var sent = Stopwatch.GetTimestamp();
            watched.Sent(trade, entrant, sent); // the panel's last sheet brings the total, and is the last to write here
            var answer = await tablets[((trade - 1) * games.Judges) + judge - 1].Submit(sheet);
            lock (receipts)
            {
                receipts.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                refused += answer.Outcome == SubmissionOutcome.Accepted ? 0 : 1;
            }
        }
    }

    // Every trade works at its entrants one after another, each judge a while after the one before; so a trade's n-th total is its n-th entrant's.
    private IEnumerable<(int Trade, int Entrant, int Judge)> Sheets() =>
        from entrant in Enumerable.Range(1, games.In(1))
        from judge in Enumerable.Range(1, games.Judges)
        from trade in Enumerable.Range(1, games.Trades)
        where entrant <= games.In(trade)
        select (trade, entrant, judge);

    // All over the day, by chance: now and then many at once, as people do.
    private IEnumerable<TimeSpan> Moments(int count)
    {
        var random = new Random(20260501);
        return Enumerable.Range(0, count).Select(_ => random.NextDouble() * day).Order();
    }

    private static async Task<IReadOnlyList<TabletClient>> Pair(string url, IReadOnlyList<string> codes)
    {
        var tablets = new List<TabletClient>();
        foreach (var group in codes.Index().Chunk(20))
        {
            tablets.AddRange(await Task.WhenAll(group.Select(async c =>
            {
                var tablet = await TabletClient.Pair(url, c.Item, new IPAddress([127, 1, (byte)(c.Index / 250), (byte)((c.Index % 250) + 1)]));
                await tablet.Open();
                return tablet;
            })));
        }

        return tablets;
    }

    private static async Task Pages(ConsoleClient organizer, List<double> times)
    {
        foreach (var page in (string[])["day", $"sheets/{Games.Trade(1 + (times.Count % 108))}"])
        {
            var started = Stopwatch.GetTimestamp();
            await organizer.Read($"/console/{Games.Id}/{page}");
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    // First after a part of the time by chance: tablets do not beat together.
    private static async Task Repeat(TimeSpan every, Func<Task> act, CancellationToken over)
    {
        await Task.Delay(every * Random.Shared.NextDouble(), over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!over.IsCancellationRequested)
        {
            await act();
            await Task.Delay(every, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>When each total was sent, and when each screen had it. A screen hears every trade of its competition, whichever it shows.</summary>
    private sealed class Watched(int trades, int entrants)
    {
        private readonly long[,] sent = new long[trades + 1, entrants + 1];
        private readonly List<int[]> complete = [];

        public List<double> Times { get; } = [];

        public void Sent(int trade, int entrant, long at) => Volatile.Write(ref sent[trade, entrant], at);

        public async Task<HubConnection> Open(string url, string name)
        {
            var had = new int[trades + 1];
            lock (complete)
            {
                complete.Add(had);
            }

            var screen = HubConnections.To(new Uri(url + "/display/hub"));
            void Heard(Head board)
            {
                var now = Stopwatch.GetTimestamp();
                var trade = int.Parse(board.Trade.Value.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
                lock (Times)
                {
                    for (var n = had[trade] + 1; n <= board.Complete; n++)
                    {
                        Times.Add(Stopwatch.GetElapsedTime(Volatile.Read(ref sent[trade, n]), now).TotalMilliseconds);
                    }

                    had[trade] = Math.Max(had[trade], board.Complete);
                }
            }

            screen.On<Head>(nameof(IDisplayClient.Board), Heard);
            screen.On<Head>(nameof(IDisplayClient.Rows), Heard); // a change says as much of the counts as a board
            await screen.StartAsync();
            await screen.InvokeAsync<PublicState?>(nameof(IDisplayHub.Watch), (CompetitionId?)Games.Id);
            await screen.InvokeAsync<ScreenState?>(nameof(IDisplayHub.Attach), name);
            return screen;
        }

        public Task All(Dictionary<int, int> totals) => Wait.Until(() => complete.All(had => totals.All(t => Volatile.Read(ref had[t.Key]) == t.Value)), TimeSpan.FromMinutes(2));

        private sealed record Head(TradeId Trade, int Complete);
    }
}
