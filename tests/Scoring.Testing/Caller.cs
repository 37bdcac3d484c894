using System.Net;
using System.Net.Sockets;

namespace Scoring.Testing;

/// <summary>Somebody in the venue's network with an address of their own: the server counts attempts by it.</summary>
public static class Caller
{
    /// <param name="server">Where to.</param>
    public static HttpClient From(Uri server, IPAddress address) => new(Handler(address)) { BaseAddress = server };

    /// <summary>Follows no redirect, so that what was answered is seen.</summary>
    public static SocketsHttpHandler Handler(IPAddress address) =>
        new() { AllowAutoRedirect = false, ConnectCallback = (to, cancel) => Dial(address, to.DnsEndPoint, cancel) };

    private static async ValueTask<Stream> Dial(IPAddress from, DnsEndPoint to, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(to, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
