// data/catalog.db: what belongs to the installation, not to one competition.
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Scoring.Core.Definition;

namespace Scoring.Api.Storage;

/// <summary>Opens the catalog, and keeps its list of competitions. Features with tables of their own add a migration and use <see cref="Connect"/>.</summary>
public sealed class Catalog
{
    private readonly string path;

    private Catalog(string path) => this.path = path;

    /// <exception cref="SqliteException"/>
    /// <exception cref="NewerFileException"/>
    public static Catalog Open(DataFolder folder)
    {
        var catalog = new Catalog(folder.Catalog);
        using var connection = catalog.Connect();
        Migrations.Catalog.Apply(connection);
        return catalog;
    }

    /// <summary>An open connection, the caller's to dispose.</summary>
    public SqliteConnection Connect() => SqliteFile.Open(path);

    /// <summary>The competition last made current; null if none was.</summary>
    public CompetitionId? Current()
    {
        using var connection = Connect();
        var id = connection.QueryFirstOrDefault<string>("SELECT id FROM competitions WHERE current_at IS NOT NULL ORDER BY current_at DESC, id LIMIT 1");
        return id is null ? null : new(id);
    }

    /// <summary>Puts the competition on the list; nothing changes if it is there.</summary>
    public void Add(CompetitionId id, DateTimeOffset at)
    {
        using var connection = Connect();
        connection.Execute(
            "INSERT INTO competitions (id, added_at) VALUES (@Id, @At) ON CONFLICT (id) DO NOTHING", new { Id = id.Value, At = Text(at) });
    }

    public void MakeCurrent(CompetitionId id, DateTimeOffset at)
    {
        using var connection = Connect();
        connection.Execute("UPDATE competitions SET current_at = @At WHERE id = @Id", new { Id = id.Value, At = Text(at) });
    }

    /// <summary>Those left out of history and of the public list.</summary>
    public IReadOnlyList<CompetitionId> Hidden()
    {
        using var connection = Connect();
        return [.. connection.Query<string>("SELECT id FROM competitions WHERE hidden_at IS NOT NULL").Select(id => new CompetitionId(id))];
    }

    /// <param name="at">Null: shown again.</param>
    public void Hide(CompetitionId id, DateTimeOffset? at)
    {
        using var connection = Connect();
        connection.Execute("UPDATE competitions SET hidden_at = @At WHERE id = @Id", new { Id = id.Value, At = at is { } hidden ? Text(hidden) : null });
    }

    public void Remove(CompetitionId id)
    {
        using var connection = Connect();
        connection.Execute("DELETE FROM competitions WHERE id = @Id", new { Id = id.Value });
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
