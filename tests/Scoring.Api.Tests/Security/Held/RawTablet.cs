using System.Net.WebSockets;
using System.Text;

namespace Scoring.Api.Tests.Security.Held;

/// <summary>A tablet's socket without the client library: sends what no client would.</summary>
internal sealed class RawTablet : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket socket = new();

    public static async Task<RawTablet> Connect(Uri address, string cookie)
    {
        var tablet = new RawTablet();
        tablet.socket.Options.SetRequestHeader("Cookie", cookie);
        await tablet.socket.ConnectAsync(new UriBuilder(new Uri(address, "/hub/scoring")) { Scheme = "ws" }.Uri, CancellationToken.None);
        await tablet.Send("""{"protocol":"json","version":1}""");
        return tablet;
    }

    /// <param name="argument">JSON, or what is none.</param>
    /// <returns>The answer's text; null: the server closed the connection.</returns>
    public async Task<string?> Call(string method, string argument)
    {
        await Send($$"""{"type":1,"invocationId":"7","target":"{{method}}","arguments":[{{argument}}]}""");
        var said = new StringBuilder();
        var buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
                said.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
                var whole = said.ToString().Split(End)[..^1];
                if (whole.FirstOrDefault(m => m.Contains("\"invocationId\":\"7\"", StringComparison.Ordinal)) is { } answer)
                {
                    return answer;
                }

                if (part.MessageType == WebSocketMessageType.Close || whole.Any(m => m.StartsWith("{\"type\":7", StringComparison.Ordinal)))
                {
                    return null;
                }
            }
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task Send(string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
}
