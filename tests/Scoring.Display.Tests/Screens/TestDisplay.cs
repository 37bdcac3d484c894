using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Scoring.Core.Contracts;
using Scoring.Display.Ceremony;
using Scoring.Display.Look;
using Scoring.Display.Portal;
using Scoring.Display.Screens;

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
    /// <param name="awards">What a host holds for the ceremony; null: what is public.</param>
    /// <param name="presenter">Whether whoever asks may present.</param>
    /// <param name="files">Paths of what is served as <c>/display/files/000000000000000N.png</c>.</param>
    /// <param name="portal">Folder of participants' pages; null: none.</param>
    /// <param name="resume">What a host brings back before the first screen can connect.</param>
    public static async Task<TestDisplay> Start(TestFeed? feed = null, int port = 0, IReadOnlyList<CeremonyTrade>? awards = null, bool presenter = true,
        Action<IServiceProvider>? resume = null, IReadOnlyList<string>? files = null, string? portal = null)
    {
        feed ??= new TestFeed(TestBoards.Card);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton<IResultsFeed>(feed);
        if (awards is not null)
        {
            builder.Services.AddSingleton(new CeremonySource(_ => awards));
        }

        builder.Services.AddSingleton(new FileSource((name, _) => Task.FromResult(files?[int.Parse(name.AsSpan(0, 16), System.Globalization.CultureInfo.InvariantCulture)])));
        builder.Services.AddDisplay();
        if (portal is not null)
        {
            builder.Services.AddPortal(portal).AddRazorPages().AddApplicationPart(typeof(PortalSetup).Assembly);
        }

        builder.Services.AddAuthentication(Refusing.Name).AddScheme<AuthenticationSchemeOptions, Refusing>(Refusing.Name, null);
        builder.Services.AddAuthorizationBuilder().AddPolicy("presenter", p => p.RequireAssertion(_ => presenter));
        var app = builder.Build();
        app.MapDisplay();
        if (portal is not null)
        {
            app.MapFeaturePages();
        }

        app.MapPresenter("presenter");
        resume?.Invoke(app.Services);
        await app.StartAsync();
        return new TestDisplay(app, feed);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}

/// <summary>Nobody is signed in.</summary>
internal sealed class Refusing(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "none";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
}
