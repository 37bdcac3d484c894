using Microsoft.Extensions.DependencyInjection.Extensions;
using Scoring.Core.Boards;
using Scoring.Core.Json;
using Scoring.Display.Ceremony;
using Scoring.Display.Certificates.Fonts;
using Scoring.Display.Screens;
using Scoring.Web;

namespace Scoring.Display;

/// <summary>What a host calls to serve the public side: the Api in its own process, or this program on its own.</summary>
public static class DisplaySetup
{
    /// <summary>Needs an <c>IResultsFeed</c> from the host.</summary>
    public static IServiceCollection AddDisplay(this IServiceCollection services)
    {
        services.TryAddSingleton<TimeProvider>(new ContestClock());
        services.AddSingleton<Watchers>();
        services.AddSingleton<ScreenMetrics>();
        services.AddSingleton<Screens.Screens>();
        services.AddSingleton<Ceremonies>();
        services.TryAddSingleton<CeremonySource>();
        services.TryAddSingleton<CeremonyCues>();
        services.TryAddSingleton(new FileSource((_, _) => Task.FromResult<string?>(null)));
        services.AddSingleton(provider => new RareGlyphs(() => provider.GetService<FontBook>() ?? FontBook.Load([Path.Combine(AppContext.BaseDirectory, "fonts")])));
        services.AddHostedService<BoardRelay>();
        services.AddSignalR()
            .AddHubOptions<DisplayHub>(o =>
            {
                o.KeepAliveInterval = TimeSpan.FromSeconds(5); // a screen that hears nothing for three of these knows it is cut off
                o.MaximumReceiveMessageSize = 4 * 1024;
                o.StreamBufferCapacity = 1;
            })
            .AddJsonProtocol(o =>
            {
                ScoringJson.Configure(o.PayloadSerializerOptions);
                o.PayloadSerializerOptions.Converters.Insert(0, new WrittenOnce<Board>());
                o.PayloadSerializerOptions.Converters.Insert(0, new WrittenOnce<BoardChange>());
            });
        return services;
    }

    public static IEndpointRouteBuilder MapDisplay(this IEndpointRouteBuilder routes)
    {
        routes.MapHub<DisplayHub>("/display/hub").Compressed(routes).AllowAnonymous();
        routes.MapScreenFiles().AllowAnonymous();
        routes.MapRareGlyphs().AllowAnonymous();
        routes.MapQr().AllowAnonymous();
        routes.MapWebApp("display").AllowAnonymous();
        return routes;
    }

    /// <summary>The presenter's hub, for whoever <paramref name="policy"/> lets in; its page is <c>/display/#/presenter</c>.</summary>
    public static IEndpointRouteBuilder MapPresenter(this IEndpointRouteBuilder routes, string policy)
    {
        routes.MapHub<PresenterHub>("/display/presenter").RequireAuthorization(policy);
        return routes;
    }
}
