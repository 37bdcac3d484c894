using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.SignalR;
using Scoring.Api.Storage;
using Scoring.Display.Ceremony;
using Scoring.Display.Screens;

namespace Scoring.Api.Screens;

/// <summary>What the authority adds to the display it hosts: memory, the organizer's files, confirmed awards, and the door for displays elsewhere.</summary>
public static class ScreenSetup
{
    /// <summary>Before <see cref="Display.DisplaySetup.AddDisplay"/>.</summary>
    public static IServiceCollection AddScreens(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton<ScreenRows>().AddSingleton<DisplayKeyRows>().AddSingleton<DisplayKeys>();
        services.AddSingleton<ScreenPlans>().AddSingleton<CeremonyPlans>().AddSingleton<ConfirmedAwards>();
        services.AddSingleton(_ => new ScreenFiles(Path.Combine(dataFolder, "screens")));
        services.AddSingleton(provider => new FileSource((name, _) => Task.FromResult(provider.GetRequiredService<ScreenFiles>().Find(name)?.Path)));
        services.AddSingleton(provider => new CeremonySource(provider.GetRequiredService<ConfirmedAwards>().Of));
        services.AddSingleton(provider => new CeremonyCues(picture =>
            provider.GetRequiredService<ScreenFiles>().Of(FileUse.Music).FirstOrDefault(f => f.Label == CeremonyCues.WordOf(picture))?.Address));
        services.AddHostedService<KeptScreens>();
        services.AddSingleton<FreezeAtTime>().AddHostedService(provider => provider.GetRequiredService<FreezeAtTime>());
        services.AddSingleton<PresenterDoor>();
        services.AddSignalR().AddHubOptions<PresenterHub>(o => o.AddFilter<PresenterDoor>()).AddHubOptions<ResultsHub>(o => o.KeepAliveInterval = TimeSpan.FromSeconds(5)); // a display that hears nothing for three of these is cut off
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, DisplayKeyScheme>(DisplayKeyScheme.Name, null);
        services.AddAuthorizationBuilder().AddPolicy(DisplayKeyScheme.Policy, p => p
            .AddAuthenticationSchemes(DisplayKeyScheme.Name).RequireAuthenticatedUser().RequireClaim(DisplayKeyScheme.KeyClaim));
        return services;
    }

    public static void MapScreens(this IEndpointRouteBuilder app) => app.MapHub<ResultsHub>(ResultsHub.Path);
}
