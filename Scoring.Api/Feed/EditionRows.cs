// People of contests at rest, in shelf.db.
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Json;

namespace Scoring.Api.Feed;

/// <summary>What <see cref="History"/> must not open thousands of ledgers for.</summary>
public sealed class EditionRows(ShelfFile shelf)
{
    /// <summary>A full disk keeps nothing: it is read from the ledger again.</summary>
    /// <param name="hash">Of the newest entry they tell of.</param>
    /// <param name="seen">What its stand-ins depend on besides the ledger.</param>
    public void Write(CompetitionId competition, string hash, string seen, EditionPeople people)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(people, ScoringJson.Options);
        var persons = people.Results.SelectMany(r => r.Each()).Select(r => r.Person).Distinct(StringComparer.Ordinal);
        try
        {
            shelf.Use(db =>
            {
                using var together = db.BeginTransaction();
                db.Execute(
                    """
                    INSERT OR REPLACE INTO editions (competition, hash, seen, people) VALUES (@Id, @hash, @seen, @text);
                    DELETE FROM persons WHERE competition = @Id;
                    """,
                    new { Id = competition.Value, hash, seen, text }, together);
                db.Execute(
                    "INSERT INTO persons (person, competition) VALUES (@Person, @Id)",
                        persons.Select(p => new { Person = p, Id = competition.Value }), together);
                together.Commit();
                return true;
            });
        }
        catch (SqliteException)
        {
            // As the summary says.
        }
    }

    /// <summary>Null: not written down, or not as things are now.</summary>
    public EditionPeople? Read(CompetitionId competition, string hash, string seen)
    {
        var text = shelf.Use(db => db.QueryFirstOrDefault<byte[]>(
            "SELECT people FROM editions WHERE competition = @Id AND hash = @hash AND seen = @seen",
            new { Id = competition.Value, hash, seen }));
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<EditionPeople>(text, ScoringJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Contests in whose published results a person was when they were closed.</summary>
    public IReadOnlySet<CompetitionId> WithPerson(string person) =>
        shelf.Use(db => db.Query<string>("SELECT competition FROM persons WHERE person = @person", new { person })
            .Select(id => new CompetitionId(id)).ToHashSet());

    /// <summary>What was written down of each: up to which entry, and with whose stand-ins.</summary>
    public IReadOnlyDictionary<CompetitionId, (string Hash, string Seen)> All() =>
        shelf.Use(db => db.Query<(string Competition, string Hash, string Seen)>("SELECT competition, hash, seen FROM editions")
            .ToDictionary(r => new CompetitionId(r.Competition), r => (r.Hash, r.Seen)));
}
