using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Scoring.Testing;

/// <summary>A bad line between a server and its clients: every byte takes its time, both ways, all connections share what the line carries.</summary>
/// <param name="Delay">One way.</param>
/// <param name="BytesPerSecond">Each way; 0: as many as there are.</param>
/// <param name="Loss">Share of packets lost. TCP sends them again: here they and what follows come later by what that takes.</param>
public sealed record Line(TimeSpan Delay, int BytesPerSecond = 0, double Loss = 0);

/// <inheritdoc cref="Line"/>
public sealed class SlowLine : IAsyncDisposable
{
    private const int Packet = 1400, Packets = 64;
    private static readonly TimeSpan _again = TimeSpan.FromSeconds(1);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _server;
    private readonly Task _accepting;
    private readonly Lock _line = new();
    private readonly Random _chance;
    private readonly DateTimeOffset[] _free = [DateTimeOffset.MinValue, DateTimeOffset.MinValue];
    private readonly long[] _bytes = [0, 0];

    public SlowLine(string server, Line line, int seed = 1)
    {
        (_server, Line, _chance) = (new(server), line, new(seed));
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>May change while it is used.</summary>
    public Line Line { get; set; }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Bytes towards the clients so far.</summary>
    public long Down => Interlocked.Read(ref _bytes[1]);

    /// <summary>Bytes towards the server so far.</summary>
    public long Up => Interlocked.Read(ref _bytes[0]);

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
        {
            _ = Serve(await _listener.AcceptTcpClientAsync(_stop.Token)).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        using var server = new TcpClient();
        await server.ConnectAsync(_server.Host, _server.Port, _stop.Token);
        var (near, far) = (client.GetStream(), server.GetStream());
        await Task.WhenAny(Carry(near, far, 0), Carry(far, near, 1));
    }

    private async Task Carry(NetworkStream from, NetworkStream to, int way)
    {
        var underWay = Channel.CreateBounded<(byte[] Bytes, DateTimeOffset At)>(Packets);
        var arriving = Arrive(underWay.Reader, to);
        var buffer = new byte[Packet];
        var last = DateTimeOffset.MinValue;
        for (int read; (read = await from.ReadAsync(buffer, _stop.Token)) > 0;)
        {
            Interlocked.Add(ref _bytes[way], read);
            var at = Arrival(read, way);
            last = at > last ? at : last;
            await underWay.Writer.WriteAsync((buffer[..read], last), _stop.Token);
        }

        underWay.Writer.Complete();
        await arriving;
    }

    private async Task Arrive(ChannelReader<(byte[] Bytes, DateTimeOffset At)> underWay, NetworkStream to)
    {
        await foreach (var (bytes, at) in underWay.ReadAllAsync(_stop.Token))
        {
            if (at - Now is { Ticks: > 0 } left)
            {
                await Task.Delay(left, _stop.Token);
            }

            await to.WriteAsync(bytes, _stop.Token);
        }
    }

    private DateTimeOffset Arrival(int bytes, int way)
    {
        lock (_line)
        {
            var now = Now;
            var start = _free[way] > now ? _free[way] : now;
            _free[way] = Line.BytesPerSecond == 0 ? now : start + TimeSpan.FromSeconds((double)bytes / Line.BytesPerSecond);
            var at = _free[way] + Line.Delay;
            while (_chance.NextDouble() < Line.Loss)
            {
                at += _again;
            }

            return at;
        }
    }
}
