// The ledger of one competition in one SQLite file.
using Microsoft.Data.Sqlite;
using Scoring.Core.Ledger;

namespace Scoring.Api.Storage;

/// <summary><see cref="ILedgerStore"/> on SQLite. One thread appends at a time; everything else from any thread.</summary>
public sealed class SqliteLedger : ILedgerStore
{
    private readonly string path;
    private readonly SqliteConnection reading;
    private readonly Lock readingLock = new();
    private readonly SqliteCommand byId;
    private readonly SqliteCommand requestById;
    private readonly SqliteCommand bySequence;
    private readonly string? inMemory; // under this name, because the disk takes nothing
    private EventInsert? insert;
    private bool closed;

    private SqliteLedger(string path, EventInsert? insert, SqliteConnection reading, string? inMemory = null)
    {
        this.path = path;
        this.insert = insert;
        this.inMemory = inMemory;
        this.reading = reading;
        byId = Query(reading, EventRow.Columns, "id");
        requestById = Query(reading, "request", "id");
        bySequence = Query(reading, EventRow.Columns, "sequence");
    }

    /// <summary>Opens the file, making or migrating it.</summary>
    /// <exception cref="SqliteException">Not a database, or the disk refuses.</exception>
    /// <exception cref="NewerFileException"/>
    /// <exception cref="LostCommitsException"/>
    public static SqliteLedger Open(string path)
    {
        if (WalCheck.LostCommits(path))
        {
            throw new LostCommitsException(path);
        }

        string? fault;
        using (var connection = SqliteFile.Open(path))
        {
            Migrations.Competition.Apply(connection);
            fault = LedgerFileCheck.Fault(connection);
        }

        var writer = new EventInsert(path);
        try
        {
            return new(path, writer, SqliteFile.Open(path)) { Fault = fault };
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>The same on a disk that takes nothing, for reading.</summary>
    /// <exception cref="SqliteException">There is no file, or no database in it.</exception>
    public static SqliteLedger OpenForReading(string path)
    {
        var name = $"ledger-{Guid.NewGuid():N}";
        return new(path, null, SqliteFile.OpenInMemory(path, name), name)
        {
            Fault = StorageFailure.OnlyReading(path, "本场竞赛现在只能查看，不能录入；平板交来的卷留在平板上。"),
        };
    }

    public string? Fault { get; private init; }

    public IEnumerable<LedgerEntry> ReadAll()
    {
        using var connection = inMemory is null ? SqliteFile.Open(path) : SqliteFile.InMemory(inMemory);
        foreach (var row in EventRow.ReadAll(connection))
        {
            yield return row.EntryOrThrow();
        }
    }

    public LedgerEntry? Find(Guid id) => One(byId, id.ToString("D"));

    public ReadOnlyMemory<byte> RequestOf(Guid id)
    {
        lock (readingLock)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            requestById.Parameters[0].Value = id.ToString("D");
            return requestById.ExecuteScalar() is byte[] stored ? stored.AsMemory(0, Math.Min(stored.Length, RequestSeal.DigestLength)) : default;
        }
    }

    public LedgerEntry? At(long sequence) => One(bySequence, sequence);

    public void Append(IReadOnlyList<LedgerEntry> entries)
    {
        try
        {
            insert ??= new(path);
            insert.Run(entries);
        }
        catch
        {
            // A connection that met a full or read-only disk would keep what it saw then; the next attempt sees the disk as it is.
            insert?.Dispose();
            insert = null;
            throw;
        }
    }

    /// <summary>The last to close folds the write-ahead log into the file, so that the file alone is the competition.</summary>
    public void Dispose()
    {
        // Whoever still reads finishes first: a statement freed under SQLite's hands takes the whole process with it.
        lock (readingLock)
        {
            closed = true;
            byId.Dispose();
            requestById.Dispose();
            bySequence.Dispose();
            reading.Dispose();
        }

        insert?.Dispose();
    }

    private LedgerEntry? One(SqliteCommand query, object key)
    {
        lock (readingLock)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            query.Parameters[0].Value = key;
            using var row = query.ExecuteReader();
            return row.Read() ? EventRow.Read(row).EntryOrThrow() : null;
        }
    }

    private static SqliteCommand Query(SqliteConnection connection, string columns, string key)
    {
        var query = connection.CreateCommand();
        query.CommandText = $"SELECT {columns} FROM events WHERE {key} = @key";
        query.Parameters.Add(new SqliteParameter { ParameterName = "@key" });
        query.Prepare();
        return query;
    }
}
