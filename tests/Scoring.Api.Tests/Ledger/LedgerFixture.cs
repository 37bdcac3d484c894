using Microsoft.Extensions.Logging.Abstractions;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Ledger;

/// <summary>A folder of its own for one test, and the ledger in it.</summary>
public sealed class LedgerFixture : IDisposable
{
    public static readonly CompetitionId Id = new("cup");
    private readonly LedgerMetrics metrics = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("scoring-ledger-").FullName;
    public string File => Path.Combine(Folder, "cup.db");

    public OpenCompetition Open() => Open(SqliteLedger.Open(File));

    public OpenCompetition Open(ILedgerStore store) =>
        OpenCompetition.Open(Id, store, TimeProvider.System, metrics, NullLogger.Instance);

    /// <summary>An event any state takes.</summary>
    public static LedgerEvent Event(int n) => new OrganizationDefined(new Organization(new($"o{n}"), $"单位{n}"));

    public static Task<Outcome> Add(OpenCompetition competition, int n, Guid? id = null) =>
        competition.Execute(id ?? Guid.NewGuid(), Actor.System, _ => Decision.Of(Event(n)));

    public static async Task<Receipt> Receipt(OpenCompetition competition, int n, Guid? id = null) =>
        Assert.IsType<Outcome.Accepted>(await Add(competition, n, id)).Receipt;

    public async Task Fill(int count)
    {
        await using var competition = Open();
        await Task.WhenAll(Enumerable.Range(1, count).Select(n => Receipt(competition, n)));
    }

    public void Dispose()
    {
        metrics.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
