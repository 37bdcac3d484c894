using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Scoring.Core.Contracts;

namespace Scoring.Display.Tests.Screens;

/// <summary>The public side on a real port, fed by the test.</summary>
public sealed class TestDisplay : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestDisplay(WebApplication app, TestFeed feed) => (_app, Feed) = (app, feed);

    public TestFeed Feed { get; }

    public Uri Address => new(_app.Urls.First());

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <param name="port">0: any free one.</param>
    public static async Task<TestDisplay> Start(TestFeed? feed = null, int port = 0)
    {
        feed ??= new TestFeed(TestBoards.Card);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton<IResultsFeed>(feed);
        builder.Services.AddDisplay();
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(null);
        var app = builder.Build();
        app.MapDisplay();
        await app.StartAsync();
        return new TestDisplay(app, feed);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
