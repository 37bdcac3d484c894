using Microsoft.Extensions.DependencyInjection.Extensions;
using Scoring.Api.Storage;

namespace Scoring.Api.Ledger;

public static class LedgerRegistration
{
    /// <summary>Adds <see cref="Competitions"/> and <see cref="Catalog"/>; the folder is taken and every competition open before the server answers.</summary>
    /// <remarks>Starting the host throws <see cref="DataFolderInUseException"/> if another process has the folder.</remarks>
    public static IServiceCollection AddLedger(this IServiceCollection services, string dataFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => DataFolder.Take(dataFolder));
        services.AddSingleton(provider =>
        {
            var folder = provider.GetRequiredService<DataFolder>();
            UpdateCopy.Make(folder, ProductVersion.Current, provider.GetRequiredService<TimeProvider>().GetUtcNow());
            return Catalog.Open(folder);
        });
        services.AddSingleton<LedgerMetrics>();
        services.AddSingleton<Competitions>();
        services.AddSingleton<HeadRows>();
        services.AddSingleton<ShelfFile>();
        services.AddSingleton<RestedRows>();
        services.AddHostedService<OpenCompetitionsAtStart>();
        services.AddHostedService<HeadKeeper>();
        return services;
    }

    private sealed class OpenCompetitionsAtStart(Competitions competitions) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            competitions.OpenAll();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
