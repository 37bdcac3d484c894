using Microsoft.AspNetCore.DataProtection;
using Scoring.Api.Certificates;
using Scoring.Api.Hosting;
using Scoring.Api.Personal;
using Scoring.Core.Contracts;

namespace Scoring.Api.Feed;

public static class Results
{
    /// <summary>Public results of this process, for the display and the portal in it.</summary>
    public static IServiceCollection AddResults(this IServiceCollection services, ScoringOptions options)
    {
        services.AddSingleton(provider => new PersonalSeal(options.Folder("keys"), provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton(provider => new CertificateKeys(options.Folder("keys"), provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton<CertificateRegister>();
        services.AddSingleton<History>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<PrintRuns>(provider, options.Folder("prints")));
        services.AddSingleton(_ => new Printers(Path.Combine(options.Data, "printers.json")));
        services.AddSingleton<ParticipantSearch>().AddSingleton<AppealDesk>();
        services.AddSingleton(_ => new PortalSettings(Path.Combine(options.Data, "portal")));
        services.AddSingleton<IResultsFeed, LocalResultsFeed>();
        return services;
    }
}
