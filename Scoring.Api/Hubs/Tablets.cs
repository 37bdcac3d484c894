using Microsoft.AspNetCore.DataProtection;
using Scoring.Api.Tablets;
using Scoring.Api.Storage;
using Scoring.Tablet;

namespace Scoring.Api.Hubs;

/// <summary>Everything tablets need: pairing, the hub, pushes, and the app itself.</summary>
public static class Tablets
{
    public static IServiceCollection AddTablets(this IServiceCollection services)
    {
        services.AddSingleton<DeviceRows>();
        services.AddSingleton<PairedTablets>();
        services.AddSingleton<LostReceipts>();
        services.AddSingleton<MessageRows>();
        services.AddSingleton<TabletMessages>();
        services.AddAuthentication().AddTabletCookie();
        services.AddAuthorizationBuilder().AddTabletPolicy().AddTabletRoles();
        services.AddSingleton<SheetPictures>();
        services.AddSingleton(provider => new CarryKeys(
            Directory.CreateDirectory(Path.Combine(provider.GetRequiredService<DataFolder>().Root, "keys")).FullName, provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton<TabletOpening>();
        services.AddSingleton<StageDirector>().AddHostedService(provider => provider.GetRequiredService<StageDirector>());
        services.AddRateLimiter(RateLimits.Add);
        services.AddSingleton<PairingGuard>();
        services.AddHostedService<TabletPush>();
        return services;
    }

    public static void MapTablets(this WebApplication app)
    {
        app.MapPairing();
        app.MapTabletLists();
        app.MapPaperPictures();
        app.MapHub<ScoringHub>(ScoringHub.Path);
        app.MapJudge().AllowAnonymous();
    }
}
