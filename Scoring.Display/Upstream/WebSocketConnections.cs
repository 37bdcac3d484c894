// SignalR's own client transport is not packaged everywhere; its core takes any connection. This one is a plain WebSocket, no negotiation.
using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;

namespace Scoring.Display.Upstream;

/// <summary>Opens hub connections over a WebSocket to a <see cref="UriEndPoint"/> with the scheme ws or wss.</summary>
/// <param name="configure">Cookies, headers, certificates; null: none.</param>
public sealed class WebSocketConnections(Action<ClientWebSocketOptions>? configure = null) : IConnectionFactory
{
    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(15);
            configure?.Invoke(socket.Options);
            await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
            return new Connection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class Connection : DefaultConnectionContext
    {
        private readonly ClientWebSocket _socket;
        private readonly CancellationTokenSource _closed = new();
        private readonly Task _sending;
        private readonly Task _receiving;

        public Connection(ClientWebSocket socket)
            : base(Guid.CreateVersion7().ToString())
        {
            _socket = socket;
            var received = new Pipe();
            var sent = new Pipe();
            Transport = new Duplex(received.Reader, sent.Writer);
            ConnectionClosed = _closed.Token;
            _receiving = Receive(received.Writer);
            _sending = Send(sent.Reader);
        }

        public override void Abort(ConnectionAbortedException abortReason)
        {
            _socket.Abort();
            base.Abort(abortReason);
        }

        public override async ValueTask DisposeAsync()
        {
            await Transport.Output.CompleteAsync();
            await _sending;
            _socket.Abort();
            await _receiving;
            await Transport.Input.CompleteAsync();
            _socket.Dispose();
            _closed.Dispose();
            await base.DisposeAsync();
        }

        private async Task Receive(PipeWriter to)
        {
            Exception? broken = null;
            try
            {
                while (true)
                {
                    var result = await _socket.ReceiveAsync(to.GetMemory(4096), CancellationToken.None);
                    if (result.MessageType == WebSocketMessageType.Close)
                    {
                        break;
                    }

                    to.Advance(result.Count);
                    if ((await to.FlushAsync()).IsCompleted)
                    {
                        break;
                    }
                }
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
            {
                broken = e;
            }

            await to.CompleteAsync(broken);
            await _closed.CancelAsync();
        }

        private async Task Send(PipeReader from)
        {
            try
            {
                while (true)
                {
                    var read = await from.ReadAsync();
                    if (!read.Buffer.IsEmpty)
                    {
                        await _socket.SendAsync(read.Buffer.ToArray(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
                    }

                    from.AdvanceTo(read.Buffer.End);
                    if (read.IsCompleted)
                    {
                        break;
                    }
                }

                if (_socket.State == WebSocketState.Open)
                {
                    await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                }
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
            {
                // The receiving side sees the same break and ends the connection.
            }

            await from.CompleteAsync();
        }
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
