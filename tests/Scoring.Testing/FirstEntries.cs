using Microsoft.Extensions.Logging.Abstractions;
using Scoring.Api.Tablets;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;

namespace Scoring.Testing;

/// <summary>A competition in an empty data folder, before the server starts on it.</summary>
internal static class FirstEntries
{
    /// <returns>A pairing code for each of the judges, in their order.</returns>
    public static async Task<IReadOnlyList<string>> Write(string dataFolder, CompetitionId id, IEnumerable<LedgerEvent> events, IEnumerable<JudgeId> judges)
    {
        using var folder = DataFolder.Take(dataFolder);
        using var catalog = Catalog.Open(folder);
        using var shelf = new ShelfFile(folder);
        using var metrics = new LedgerMetrics();
        await using var competitions = new Competitions(folder, catalog, new HeadRows(catalog, folder, TimeProvider.System),
            new RestedRows(shelf), TimeProvider.System, metrics, NullLogger<OpenCompetition>.Instance);
        var competition = competitions.Create(id);
        foreach (var e in events)
        {
            Assert.IsType<Outcome.Accepted>(await competition.Execute(Guid.NewGuid(), Actor.System, _ => Decision.Of(e)));
        }

        var devices = new PairedTablets(new DeviceRows(catalog), TimeProvider.System);
        return [.. judges.Select(judge => devices.CreateCode(id, judge).Code)];
    }
}
