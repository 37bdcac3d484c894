using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Scoring.Core.Contracts;
using Scoring.Core.Json;
using Scoring.Display.Look;
using Scoring.Display.Portal;
using Scoring.Display.Screens;
using Scoring.Display.Upstream;

namespace Scoring.Display.Alone;

/// <summary>Screens and portal in a process of their own, fed by a distant Api: the public never reaches the authority.</summary>
public static class DisplayApp
{
    public sealed record Health(string Status, bool Connected, IReadOnlyList<string> Competitions);

    public static WebApplication Build(DisplayOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production, ApplicationName = typeof(DisplayApp).Assembly.GetName().Name,
        });
        builder.WebHost.UseUrls(options.Url.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.Logging.ClearProviders().AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("scoring-display").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(options.Data, "keys")));
        services.AddAuthentication();
        services.AddAuthorization();
        services.ConfigureHttpJsonOptions(json => ScoringJson.Configure(json.SerializerOptions));
        services.AddSingleton<RemoteResults>().AddSingleton<IResultsFeed>(provider => provider.GetRequiredService<RemoteResults>());
        var files = new RemoteFiles(Path.Combine(options.Data, "files"), options.Upstream);
        services.AddSingleton(new FileSource(files.Fetch));
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<LastPublicState>(provider, options.Data)); // first: what it kept is there before anyone asks
        services.AddDisplay();
        services.AddPortal(options.Data);
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<UpstreamLink>(provider, options.Upstream, options.Key));
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseExceptionHandler(on => on.Run(Explain));
        app.UseSecurityHeaders();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapGet("/health", (RemoteResults results) => TypedResults.Ok(new Health("ok", results.Connected, [.. results.Competitions.Select(c => c.Id.Value)]))).AllowAnonymous();
        app.MapGet("/", () => TypedResults.LocalRedirect("/display/")).AllowAnonymous();
        app.MapDisplay();
        app.MapFeaturePages();
        return app;
    }

    private static Task Explain(HttpContext http)
    {
        var cut = http.Features.Get<IExceptionHandlerFeature>()?.Error is UpstreamCutException;
        http.Response.StatusCode = cut ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
        return http.Response.WriteAsync(cut ? "暂时连不上成绩服务器，请稍后再试。" : "出错了，请稍后再试。");
    }
}
