// data/shelf.db: what the ledgers said when they were closed. Nothing in it is its own: deleted, it is made anew.
using Dapper;
using Microsoft.Data.Sqlite;

namespace Scoring.Api.Storage;

/// <summary>The one connection to it. A file that is damaged or of another shape is begun anew; on a disk that takes nothing it is kept in
/// memory.</summary>
public sealed class ShelfFile : IDisposable
{
    /// <summary>Of the tables and of what is written into them: another one is begun anew.</summary>
    private const long Shape = 3;

    private readonly Lock one = new();
    private readonly SqliteConnection connection;

    public ShelfFile(DataFolder folder)
    {
        var path = Path.Combine(folder.Root, "shelf.db");
        connection = Opened(path) ?? Anew(path);
    }

    /// <summary>One at a time.</summary>
    public T Use<T>(Func<SqliteConnection, T> use)
    {
        lock (one)
        {
            return use(connection);
        }
    }

    public void Dispose() => connection.Dispose();

    // Null: it is not there, damaged, or of another shape.
    private static SqliteConnection? Opened(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        SqliteConnection? opened = null;
        try
        {
            opened = SqliteFile.Open(path);
            if (opened.QuerySingle<long>("PRAGMA user_version") == Shape && opened.QuerySingle<string>("PRAGMA quick_check(1)") == "ok")
            {
                return opened;
            }
        }
        catch (SqliteException)
        {
            // Begun anew, or in memory.
        }

        opened?.Dispose();
        return null;
    }

    private static SqliteConnection Anew(string path)
    {
        SqliteConnection? made = null;
        try
        {
            foreach (var part in (string[])["", "-wal", "-shm"])
            {
                File.Delete(path + part);
            }

            made = SqliteFile.Open(path);
            Begin(made);
            return made;
        }
        catch (Exception refused) when (refused is SqliteException or IOException or UnauthorizedAccessException)
        {
            made?.Dispose();
            var memory = SqliteFile.OpenNowhere();
            Begin(memory);
            return memory;
        }
    }

    private static void Begin(SqliteConnection connection) => connection.Execute(
        $"""
        CREATE TABLE rested (competition TEXT PRIMARY KEY, stamp TEXT NOT NULL, sequence INTEGER NOT NULL,
            hash TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE cards (competition TEXT PRIMARY KEY, card TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE names (name TEXT NOT NULL, competition TEXT NOT NULL, PRIMARY KEY (name, competition)) WITHOUT ROWID;
        CREATE INDEX names_of ON names (competition);
        CREATE TABLE editions (competition TEXT PRIMARY KEY, hash TEXT NOT NULL, seen TEXT NOT NULL, people BLOB NOT NULL);
        CREATE TABLE persons (person TEXT NOT NULL, competition TEXT NOT NULL, PRIMARY KEY (person, competition)) WITHOUT ROWID;
        CREATE INDEX persons_of ON persons (competition);
        PRAGMA user_version = {Shape};
        """);
}
