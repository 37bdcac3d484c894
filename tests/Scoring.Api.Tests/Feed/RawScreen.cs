using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;

namespace Scoring.Api.Tests.Feed;

/// <summary>A screen that keeps every message as it came over the wire.</summary>
public sealed class RawScreen : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentQueue<string> said = new();
    private readonly CancellationTokenSource stop = new();
    private Task reading = Task.CompletedTask;

    /// <summary>
    /// Answers first, then what was said unasked, each in its order, without heartbeats, which come by the clock. The server answers calls and sends boards from two
    /// loops: which of the two is first on the wire is time's choice, not a fact of the contest.
    /// </summary>
    public IReadOnlyList<string> Said => [.. said.Where(IsAnswer), .. said.Where(m => !IsAnswer(m) && m != "{\"type\":6}")];

    private static bool IsAnswer(string message) => message.StartsWith("{\"type\":3,", StringComparison.Ordinal);

    public static async Task<RawScreen> Connect(Uri address)
    {
        var screen = new RawScreen();
        await screen.socket.ConnectAsync(new UriBuilder(new Uri(address, "/display/hub")) { Scheme = "ws" }.Uri, CancellationToken.None);
        await screen.Send("{\"protocol\":\"json\",\"version\":1}");
        await screen.Send("{\"type\":1,\"invocationId\":\"1\",\"target\":\"Watch\",\"arguments\":[null]}");
        await screen.Send("{\"type\":1,\"invocationId\":\"2\",\"target\":\"Attach\",\"arguments\":[\"主屏\"]}");
        screen.reading = Task.Run(screen.Read);
        await screen.Until("\"invocationId\":\"2\"");
        return screen;
    }

    public Task Until(string text) => Testing.Wait.Until(() => said.Any(m => m.Contains(text, StringComparison.Ordinal)), TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await reading;
        socket.Dispose();
        stop.Dispose();
    }

    private Task Send(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task Read()
    {
        var buffer = new byte[64 * 1024];
        var text = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, stop.Token);
                text.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    foreach (var message in Encoding.UTF8.GetString(text.ToArray()).Split(End, StringSplitOptions.RemoveEmptyEntries))
                    {
                        said.Enqueue(message);
                    }

                    text.SetLength(0);
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException)
        {
            // The test is over.
        }
    }
}
