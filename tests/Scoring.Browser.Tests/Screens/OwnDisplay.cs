using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Scoring.Display.Alone;
using Scoring.Display.Upstream;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Screens;

/// <summary>A display of its own that a test may stop and start again at the same address and folder.</summary>
public sealed class OwnDisplay(Uri upstream, string key) : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scoring-own-").FullName;
    private readonly int _port = FreePort();
    private WebApplication? _app;

    public Uri Address => new($"http://127.0.0.1:{_port}");

    public async Task Start(bool connected = true)
    {
        _app = DisplayApp.Build(new DisplayOptions(upstream, key, Address.ToString(), _folder), b => b.Logging.ClearProviders());
        await _app.StartAsync();
        if (connected)
        {
            await Wait.Until(() => _app.Services.GetRequiredService<RemoteResults>().Connected, TimeSpan.FromSeconds(60));
        }
    }

    public async Task Stop()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync(new CancellationToken(canceled: true));
            await app.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
