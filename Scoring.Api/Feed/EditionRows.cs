// Summaries of contests at rest, in shelf.db.
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Scoring.Api.Feed.Figures;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Json;

namespace Scoring.Api.Feed;

/// <summary>What <see cref="History"/> must not open thousands of ledgers for.</summary>
public sealed class EditionRows(ShelfFile shelf)
{
    private sealed record Kept(PastEdition Edition, IReadOnlyList<PastEntry> Entries);

    /// <summary>A full disk keeps nothing: it is read from the ledger again.</summary>
    /// <param name="seen">What its stand-ins depend on besides the ledger.</param>
    public void Write(PastEdition edition, long sequence, string seen)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(new Kept(edition, edition.Entries), ScoringJson.Options);
        try
        {
            shelf.Use(db => db.Execute(
                "INSERT OR REPLACE INTO editions (competition, sequence, seen, edition) VALUES (@Id, @sequence, @seen, @text)",
                new { Id = edition.Competition.Value, sequence, seen, text }));
        }
        catch (SqliteException)
        {
            // As the summary says.
        }
    }

    /// <summary>Null: not written down, or not as things are now.</summary>
    public PastEdition? Read(CompetitionId competition, long sequence, string seen)
    {
        var text = shelf.Use(db => db.QueryFirstOrDefault<byte[]>(
            "SELECT edition FROM editions WHERE competition = @Id AND sequence = @sequence AND seen = @seen",
            new { Id = competition.Value, sequence, seen }));
        try
        {
            return text is not null && JsonSerializer.Deserialize<Kept>(text, ScoringJson.Options) is { } kept
                ? kept.Edition with { Roster = new(kept.Entries) } : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
