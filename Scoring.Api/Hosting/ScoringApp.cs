using Scoring.Api.Console;
using Scoring.Api.Counters;
using Scoring.Api.Demo;
using Scoring.Api.Tablets;
using Scoring.Api.Doctor;
using Scoring.Api.Feed;
using Scoring.Api.Files;
using Scoring.Api.Help;
using Scoring.Api.Hosting.Front;
using Scoring.Api.Hosting.Https;
using Scoring.Api.Hubs;
using Scoring.Api.Branches;
using Scoring.Api.Ledger;
using Scoring.Api.Screens;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Api.Verify;
using Scoring.Core.Json;
using Scoring.Display;
using Scoring.Display.Look;
using Scoring.Display.Portal;

namespace Scoring.Api.Hosting;

/// <summary>The whole system in one process: what is registered and what is mapped.</summary>
public static class ScoringApp
{
    /// <param name="configure">For tests: last word on services.</param>
    public static WebApplication Build(ScoringOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
            ApplicationName = typeof(ScoringApp).Assembly.GetName().Name,
        });
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.Services.AddWindowsService(service => service.ServiceName = Machine.WindowsService.Name).AddSystemd();
        builder.AddConnectionLimit();
        builder.AddVenueHttps(options);
        builder.Logging.ClearProviders().AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning);

        builder.Services.AddSingleton(options).AddSingleton<TimeProvider>(new ContestClock());
        builder.Services.ConfigureHttpJsonOptions(json => ScoringJson.Configure(json.SerializerOptions));
        builder.Services.AddSignalR().AddJsonProtocol(json => ScoringJson.Configure(json.PayloadSerializerOptions));
        builder.Services.AddLedger(options.Data);
        builder.Services.AddSecurity(options.Data);
        builder.Services.AddTablets();
        builder.Services.AddResults(options.Data);
        builder.Services.AddScreens(options.Data);
        builder.Services.AddDisplay();
        builder.Services.AddHelp();
        builder.Services.AddConsole();
        builder.Services.AddSingleton<TabletMetrics>().AddSingleton<DayCounters>().AddHostedService(provider => provider.GetRequiredService<DayCounters>());
        builder.Services.AddSingleton<LiveExamination>().AddSingleton<SupportBundle>();
        builder.Services.AddPortal(options.Data);
        builder.Services.AddSingleton<Settings>().AddSingleton<InstallationBackup>().AddSingleton<BackupKeeper>().AddHostedService(provider => provider.GetRequiredService<BackupKeeper>());
        builder.Services.AddSingleton<SealedArchive>().AddSingleton<CompetitionRestore>().AddSingleton<KeptFiles>().AddSingleton<CompetitionImport>().AddSingleton<DemoLoader>();
        builder.Services.AddBranches(options.Data);
        configure?.Invoke(builder);

        var app = builder.Build();
        app.Services.GetRequiredService<PortalGuard>().Alarm += from =>
            app.Services.GetRequiredService<AccessLog>().Failed("", null, "很多人在试同一个人的证件后四位", $"最后一次来自 {from}");
        app.UseSecurityHeaders();
        app.UseConsoleAnswers();
        app.UseFrontAnswers();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapHealth();
        app.MapTrust();
        app.MapHelp();
        app.MapConsole();
        app.MapTablets();
        app.MapBranches();
        app.MapDisplay();
        app.MapPresenter(Policies.Publish);
        app.MapScreens();
        app.MapFeaturePages();
        app.MapFallbackToPage(MissingModel.Path).AllowAnonymous();
        return app;
    }

    /// <summary>What is done once the server answers, before people come.</summary>
    /// <returns>Lines for the terminal.</returns>
    public static async Task<IReadOnlyList<string>> Prepare(WebApplication app, ScoringOptions options, CancellationToken cancel)
    {
        var zone = (app.Services.GetRequiredService<TimeProvider>() as ContestClock)?.Notice;
        IReadOnlyList<string> notes = [.. zone is null ? [] : (string[])[zone], .. HttpsSetup.Notes(app, options), .. options.Demo ? await app.Services.GetRequiredService<DemoLoader>().Load(cancel) : []];
        return app.Services.GetRequiredService<SetupLink>().Path is { } path
            ? [.. notes, "还没有管理员。请在本机打开下面的链接设定管理员密码（只能用一次）：", "  " + Greeting.Here(app.Urls) + path]
            : notes;
    }
}
