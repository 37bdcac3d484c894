using System.Net.WebSockets;
using System.Text;
using Scoring.Core.Boards;

namespace Scoring.Display.Tests.Screens;

/// <summary>A hundred changes back to back: nobody is left on an old board, however slowly it reads.</summary>
public sealed class BurstTests(ITestOutputHelper output)
{
    private const int Changes = 100;

    [Fact]
    public async Task Two_hundred_watchers_all_end_on_the_newest_board()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board(version: 1));
        var readers = new List<TestReader>();
        foreach (var group in Enumerable.Range(0, 200).Chunk(20))
        {
            readers.AddRange(await Task.WhenAll(group.Select(_ => TestReader.Connect(display.Address))));
        }

        for (var change = 1; change <= Changes; change++)
        {
            display.Feed.Set(TestBoards.Board(version: 1 + change));
        }

        await Until.True(() => readers.All(r => r.Newest?.Version == 1 + Changes), "all 200 have the newest board");
        Assert.All(readers, r => Assert.Equal(r.Boards.Select(b => b.Version).Order(), r.Boards.Select(b => b.Version)));
        output.WriteLine($"200 watchers, {Changes} changes: {readers.Average(r => r.Boards.Count):F1} messages each, 0 left on an old board");
        await Task.WhenAll(readers.Select(r => r.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Of_five_watchers_the_one_that_reads_slowly_skips_and_holds_up_nobody()
    {
        const int Trades = 40;
        await using var display = await TestDisplay.Start();
        foreach (var trade in Enumerable.Range(0, Trades))
        {
            display.Feed.Set(Board(trade, 1));
        }

        var quick = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TestReader.Connect(display.Address)));
        using var slow = await SlowReader.Connect(display.Address);
        for (var change = 1; change <= Changes; change++)
        {
            foreach (var trade in Enumerable.Range(0, Trades))
            {
                display.Feed.Set(Board(trade, 1 + change));
            }

            await Task.Yield();
        }

        await Until.True(() => quick.All(r => Newest(r.Boards).Values.Count(v => v == 1 + Changes) == Trades), "the quick ones have every newest board while the slow one reads nothing");
        var read = await slow.ReadUntil(boards => Enumerable.Range(0, Trades).All(t => boards.GetValueOrDefault($"t{t}") == 1 + Changes));
        output.WriteLine($"slow reader: {read} messages for {Changes * Trades} changes; quick: {quick.Average(r => r.Boards.Count):F0}");
        Assert.InRange(read, Trades, Changes * Trades / 2);
        foreach (var reader in quick)
        {
            await reader.DisposeAsync();
        }
    }

    private static Board Board(int trade, long version) => TestBoards.Board($"t{trade}", marked: 22, version: version);

    private static Dictionary<string, long> Newest(IEnumerable<Board> boards) =>
        boards.GroupBy(b => b.Trade.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(b => b.Version), StringComparer.Ordinal);

    /// <summary>A raw socket that joins and then does not read until it is told to.</summary>
    private sealed class SlowReader(ClientWebSocket socket) : IDisposable
    {
        public static async Task<SlowReader> Connect(Uri address)
        {
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(new UriBuilder(new Uri(address, "/display/hub")) { Scheme = "ws" }.Uri, CancellationToken.None);
            var reader = new SlowReader(socket);
            await reader.Say("""{"protocol":"json","version":1}""");
            await reader.Say("""{"type":1,"target":"Watch","invocationId":"1","arguments":[null]}""");
            return reader;
        }

        /// <returns>How many boards came.</returns>
        public async Task<int> ReadUntil(Func<Dictionary<string, long>, bool> enough)
        {
            var newest = new Dictionary<string, long>(StringComparer.Ordinal);
            var (boards, rest, buffer) = (0, new List<byte>(), new byte[4096]);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (!enough(newest))
            {
                var got = await socket.ReceiveAsync(buffer, limit.Token);
                foreach (var b in buffer.AsSpan(0, got.Count))
                {
                    if (b != 0x1e)
                    {
                        rest.Add(b);
                        continue;
                    }

                    boards += Take([.. rest], newest);
                    rest.Clear();
                }
            }

            return boards;
        }

        public void Dispose() => socket.Dispose();

        private static int Take(byte[] message, Dictionary<string, long> newest)
        {
            using var json = System.Text.Json.JsonDocument.Parse(message);
            if (!json.RootElement.TryGetProperty("target", out var target) || target.GetString() is not ("Board" or "Rows"))
            {
                return 0;
            }

            var board = json.RootElement.GetProperty("arguments")[0];
            newest[board.GetProperty("trade").GetString()!] = board.GetProperty("version").GetInt64();
            return 1;
        }

        private Task Say(string json) => socket.SendAsync(Encoding.UTF8.GetBytes(json + '\u001e'), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
    }
}
