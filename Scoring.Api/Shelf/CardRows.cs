// Cards and what participants look for, in shelf.db.
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Json;

namespace Scoring.Api.Shelf;

/// <summary>Cards as they were when their contests were closed.</summary>
public sealed class CardRows(ShelfFile shelf)
{
    /// <summary>Those that this program cannot read are left out.</summary>
    public IReadOnlyList<ShelfCard> All() =>
        [.. shelf.Use(db => db.Query<string>("SELECT card FROM cards").AsList()).Select(Read).OfType<ShelfCard>()];

    /// <param name="lookedUpBy">Names and numbers.</param>
    /// <exception cref="SqliteException">The disk refuses.</exception>
    public void Write(ShelfCard card, IEnumerable<string> lookedUpBy) => shelf.Use(db =>
    {
        using var together = db.BeginTransaction();
        db.Execute(
            """
            INSERT OR REPLACE INTO cards (competition, card) VALUES (@Id, @Card);
            DELETE FROM names WHERE competition = @Id;
            """,
            new { Id = card.Id.Value, Card = JsonSerializer.Serialize(card, ScoringJson.Options) }, together);
        db.Execute(
            "INSERT INTO names (name, competition) VALUES (@Name, @Id)", lookedUpBy.Select(name => new { Name = name, Id = card.Id.Value }),
                together);
        together.Commit();
        return card;
    });

    /// <summary>Contests that had that name or number when they were closed.</summary>
    public IReadOnlySet<CompetitionId> WithName(string name) =>
        shelf.Use(db => db.Query<string>("SELECT competition FROM names WHERE name = @name", new { name })
            .Select(id => new CompetitionId(id)).ToHashSet());

    /// <summary>Contests with a name or number that fits, out of every one there is.</summary>
    public IReadOnlySet<CompetitionId> WithNameThat(Func<string, bool> fits) => shelf.Use(db =>
    {
        var found = db.Query<string>("SELECT DISTINCT name FROM names", buffered: false).Where(fits).ToList();
        return found.Chunk(500).SelectMany(some => db.Query<string>(
            "SELECT DISTINCT competition FROM names WHERE name IN @some", new { some }))
            .Select(id => new CompetitionId(id)).ToHashSet();
    });

    private static ShelfCard? Read(string card)
    {
        try
        {
            return JsonSerializer.Deserialize<ShelfCard>(card, ScoringJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
