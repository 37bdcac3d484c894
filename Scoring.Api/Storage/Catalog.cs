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

    /// <exception cref="CatalogUnusableException"/>
    public static Catalog Open(DataFolder folder)
    {
        var catalog = new Catalog(folder.Catalog);
        try
        {
            using var connection = catalog.Connect();
            Migrations.Catalog.Apply(connection);
            return catalog;
        }
        catch (Exception failure) when (failure is SqliteException or NewerFileException or UnauthorizedAccessException)
        {
            throw new CatalogUnusableException(folder.Catalog, failure);
        }
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

/// <summary>Accounts, tablets and the list of contests cannot be opened. The contests themselves lie elsewhere and are untouched.</summary>
public sealed class CatalogUnusableException(string path, Exception cause) : Exception($"{path} does not open", cause)
{
    /// <summary>In Chinese, for the person who started the program.</summary>
    public string Explanation => $"打不开 {path}（账号、平板和比赛列表）。{StorageFailure.ExplainOpening(InnerException!)}" // not null: made with it
        + "各场比赛的台账在 competitions 文件夹里，没有动过。请先把整个数据文件夹复制一份；再把 catalog.db（连同 -wal 和 -shm）移到别处，重新启动，程序会另建一个："
        + "比赛都在，管理员要重新设定，平板要重新配对。";
}
