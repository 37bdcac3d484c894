using Microsoft.AspNetCore.DataProtection;
using Scoring.Api.Certificates;
using Scoring.Api.Personal;
using Scoring.Api.Shelf;
using Scoring.Core.Contracts;

namespace Scoring.Api.Feed;

public static class Results
{
    /// <summary>Public results of this process, for the display and the portal in it.</summary>
    public static IServiceCollection AddResults(this IServiceCollection services, string data)
    {
        services.AddSingleton(provider => new PersonalSeal(Folder(data, "keys"), provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton(provider => new CertificateKeys(Folder(data, "keys"), provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton<CardRows>().AddSingleton<ContestCards>().AddSingleton<MissingKeys>().AddSingleton<CertificateRegister>();
        services.AddSingleton(provider => new StandIns(Folder(data, "keys"), provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton<EditionRows>().AddSingleton<History>();
        services.AddSingleton<EarlierTitles>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<PrintRuns>(provider, Folder(data, "prints")));
        services.AddSingleton(_ => new Printers(Path.Combine(data, "printers.json")));
        services.AddSingleton<ParticipantSearch>().AddSingleton<AppealIntake>();
        services.AddSingleton(_ => new PortalSettings(Path.Combine(data, "portal")));
        services.AddSingleton<IResultsFeed, LocalResultsFeed>();
        services.AddHostedService<ContestInUse>();
        services.AddSingleton<RestKeeper>().AddHostedService(provider => provider.GetRequiredService<RestKeeper>());
        return services;
    }

    private static string Folder(string data, string name) => Directory.CreateDirectory(Path.Combine(data, name)).FullName;
}
