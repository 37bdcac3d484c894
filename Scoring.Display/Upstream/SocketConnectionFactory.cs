using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;

namespace Scoring.Display.Upstream;

/// <summary>Carries a SignalR client over a plain <see cref="ClientWebSocket"/>: the endpoint is the hub's http(s) address.</summary>
/// <param name="prepare">Adds headers (a key) or certificates before connecting.</param>
public sealed class SocketConnectionFactory(Action<ClientWebSocketOptions>? prepare = null) : IConnectionFactory
{
    private const int BufferSize = 64 * 1024;

    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        if (endpoint is not UriEndPoint { Uri: var address })
        {
            throw new ArgumentException("A hub is reached by its address.", nameof(endpoint));
        }

        var socket = new ClientWebSocket();
        try
        {
            prepare?.Invoke(socket.Options);
            var scheme = address.Scheme == Uri.UriSchemeHttps ? "wss" : "ws";
            await socket.ConnectAsync(new UriBuilder(address) { Scheme = scheme }.Uri, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var options = new PipeOptions(pauseWriterThreshold: BufferSize, resumeWriterThreshold: BufferSize / 2, useSynchronizationContext: false);
        var toServer = new Pipe(options);
        var fromServer = new Pipe(options);
        var connection = new DefaultConnectionContext(Guid.NewGuid().ToString("N"), new Duplex(fromServer.Reader, toServer.Writer), new Duplex(toServer.Reader, fromServer.Writer));
        var receiving = Receive(socket, fromServer.Writer, connection.ConnectionClosed);
        var sending = Send(socket, toServer.Reader);
        connection.ConnectionClosed.Register(socket.Abort);
        _ = Task.WhenAll(receiving, sending).ContinueWith(_ => socket.Dispose(), TaskScheduler.Default);
        return connection;
    }

    private static async Task Receive(ClientWebSocket socket, PipeWriter to, CancellationToken closed)
    {
        Exception? problem = null;
        try
        {
            while (true)
            {
                var read = await socket.ReceiveAsync(to.GetMemory(4096), closed);
                if (read.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                to.Advance(read.Count);
                if ((await to.FlushAsync(closed)).IsCompleted)
                {
                    break;
                }
            }
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            problem = broken;
        }

        await to.CompleteAsync(problem);
    }

    private static async Task Send(ClientWebSocket socket, PipeReader from)
    {
        try
        {
            while (true)
            {
                var read = await from.ReadAsync();
                foreach (var piece in read.Buffer) // as bytes: a piece may end within a character
                {
                    await socket.SendAsync(piece, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
                }

                from.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                    break;
                }
            }
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The receiving side sees the same and ends the connection.
        }

        await from.CompleteAsync();
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
