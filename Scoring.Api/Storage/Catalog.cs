// data/catalog.db: what belongs to the installation, not to one competition.
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Scoring.Core.Definition;

namespace Scoring.Api.Storage;

/// <summary>Opens the catalog, and keeps its list of competitions. Features with tables of their own add a migration and use <see cref="Connect"/>.</summary>
public sealed class Catalog : IDisposable
{
    private readonly string path;
    private readonly SqliteConnection held; // while it is open the files beside the catalog stay: a disk that fills up later does not shut the console

    private Catalog(string path, SqliteConnection held, string? readOnlyName = null) => (this.path, this.held, this.readOnlyName) = (path, held, readOnlyName);

    private readonly string? readOnlyName;

    /// <summary>What the organizer must know of it, a line each, in Chinese: it was damaged and an earlier copy stands in, or it can only be read.</summary>
    public IReadOnlyList<string> Trouble { get; private init; } = [];

    /// <summary>The disk refused at the start: everything can be read and nothing changed until the next start.</summary>
    public bool ForReading => readOnlyName is not null;

    /// <summary>One that is damaged, or newer than this program, is set aside and the last copy that opens stands in; on a full disk it is opened for reading.</summary>
    /// <exception cref="CatalogUnusableException">It is neither: no permission, or another program holds it.</exception>
    public static Catalog Open(DataFolder folder)
    {
        try
        {
            return Opened(folder.Catalog, []);
        }
        catch (NewerFileException)
        {
            return Opened(folder.Catalog, [CatalogCopies.StandIn(folder, CatalogFault.Newer)]);
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            return Opened(folder.Catalog, [CatalogCopies.StandIn(folder, CatalogFault.Damaged)]);
        }
        catch (SqliteException full) when (StorageFailure.TakesNothing(full))
        {
            return OpenedForReading(folder, full);
        }
        catch (Exception failure) when (failure is SqliteException or UnauthorizedAccessException)
        {
            throw new CatalogUnusableException(folder.Catalog, failure);
        }
    }

    private static Catalog Opened(string path, IReadOnlyList<string> trouble)
    {
        var connection = SqliteFile.Open(path);
        try
        {
            if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
            {
                // What SQLite opens for want of something better: the first change would be refused, far from here.
                throw new SqliteException("read only", SQLitePCL.raw.SQLITE_READONLY);
            }

            Migrations.Catalog.Apply(connection);
            return connection.QuerySingle<string>("PRAGMA quick_check(1)") == "ok" ? new Catalog(path, connection) { Trouble = trouble } : throw new SqliteException("quick_check", SQLitePCL.raw.SQLITE_CORRUPT);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static Catalog OpenedForReading(DataFolder folder, SqliteException full)
    {
        try
        {
            var name = $"catalog-{Guid.NewGuid():N}";
            return new Catalog(folder.Catalog, SqliteFile.OpenInMemory(folder.Catalog, name), name)
            {
                Trouble = [StorageFailure.OnlyReading(folder.Catalog, "现在只能查看，账号、平板和比赛都不能改动，平板交来的卷留在平板上。")],
            };
        }
        catch (SqliteException)
        {
            throw new CatalogUnusableException(folder.Catalog, full);
        }
    }

    /// <summary>An open connection, the caller's to dispose.</summary>
    public SqliteConnection Connect() => readOnlyName is null ? SqliteFile.Open(path) : SqliteFile.InMemory(readOnlyName);

    public void Dispose() => held.Dispose();

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

    /// <summary>Those out of the daily list.</summary>
    public IReadOnlyList<CompetitionId> Archived()
    {
        using var connection = Connect();
        return [.. connection.Query<string>("SELECT id FROM competitions WHERE archived_at IS NOT NULL")
            .Select(id => new CompetitionId(id))];
    }

    /// <param name="at">Null: back in the list.</param>
    public void Archive(IEnumerable<CompetitionId> ids, DateTimeOffset? at)
    {
        using var connection = Connect();
        using var together = connection.BeginTransaction();
        connection.Execute(
            "UPDATE competitions SET archived_at = @At WHERE id = @Id",
            ids.Select(id => new { Id = id.Value, At = at is { } archived ? Text(archived) : null }), together);
        together.Commit();
    }

    /// <summary>Takes it off the list, with what was kept of it beside its ledger: codes, messages, freezes, its ceremony.</summary>
    public void Remove(CompetitionId id)
    {
        using var connection = Connect();
        connection.Execute(
            """
            BEGIN;
            DELETE FROM message_receivers WHERE message IN (SELECT id FROM messages WHERE competition = @Id);
            DELETE FROM messages WHERE competition = @Id;
            DELETE FROM pairing_codes WHERE competition = @Id;
            DELETE FROM freezes WHERE competition = @Id;
            DELETE FROM ceremonies WHERE competition = @Id;
            DELETE FROM ceremony_plans WHERE competition = @Id;
            DELETE FROM competitions WHERE id = @Id;
            COMMIT;
            """,
            new { Id = id.Value });
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>Accounts, tablets and the list of contests cannot be opened, and neither time nor another copy helps. The contests themselves lie elsewhere and are untouched.</summary>
public sealed class CatalogUnusableException(string path, Exception cause) : DataRefusedException($"{path} does not open", cause)
{
    public override string Explanation => $"打不开 {path}（账号、平板和比赛列表）。{StorageFailure.ExplainOpening(InnerException!)}各场比赛的台账在 competitions 文件夹里，没有动过。"; // not null: made with it
}
