using Microsoft.Data.Sqlite;

namespace Scoring.Api.Storage;

/// <summary>The one place that opens SQLite files: with write-ahead log, a commit that is on the disk when it returns, and a limit to waiting for other writers.</summary>
public static class SqliteFile
{
    /// <summary>How long a writer waits for another program's lock, in seconds.</summary>
    public const int BusySeconds = 5;

    /// <summary>Opens for reading and writing, making the file if there is none.</summary>
    /// <exception cref="SqliteException">Not a database, or the disk refuses.</exception>
    public static SqliteConnection Open(string path)
    {
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
            return connection;
        }
        catch
        {
            connection.Dispose(); // left open it would stand in the way of the next try
            throw;
        }
    }

    /// <summary>Opens an existing file for reading. Leaves no trace beside a file that nobody has open, such as a sealed copy.</summary>
    public static SqliteConnection OpenForReading(string path)
    {
        var log = new FileInfo(path + "-wal");
        return log is { Exists: true, Length: > 0 }
            ? Connect(path, SqliteOpenMode.ReadOnly)
            : Connect(Address(path) + "?immutable=1", SqliteOpenMode.ReadOnly);
    }

    /// <summary>The file as it is now, in memory, for reading by whoever asks for <paramref name="name"/> while the answer is open: on a disk that takes nothing, even reading
    /// in place would need a file beside it.</summary>
    /// <exception cref="SqliteException">Not a database.</exception>
    public static SqliteConnection OpenInMemory(string path, string name)
    {
        var memory = Connect(name, SqliteOpenMode.Memory, SqliteCacheMode.Shared);
        var copy = StorageFailure.IsProtected(path) ? Directory.CreateTempSubdirectory("scoring-copy-") : null;
        try
        {
            path = copy is null ? path : Copied(path, copy.FullName);
            using var file = Connect(path, SqliteOpenMode.ReadWrite);
            Run(file, "PRAGMA locking_mode = EXCLUSIVE;"); // the log's index then lies in memory too
            file.BackupDatabase(memory);
            Run(memory, "PRAGMA query_only = ON;");
            return memory;
        }
        catch
        {
            memory.Dispose();
            throw;
        }
        finally
        {
            copy?.Delete(recursive: true);
        }
    }

    /// <summary>With its log, elsewhere: a log is read by writing its index.</summary>
    private static string Copied(string path, string folder)
    {
        var file = Path.Combine(folder, "copy.db");
        foreach (var part in new[] { "", "-wal" }.Where(part => File.Exists(path + part)))
        {
            File.Copy(path + part, file + part);
        }

        return file;
    }

    /// <summary>An empty one in memory, gone when it is closed.</summary>
    public static SqliteConnection OpenNowhere() => Connect(":memory:", SqliteOpenMode.Memory);

    /// <summary>Another connection to what <see cref="OpenInMemory"/> holds.</summary>
    public static SqliteConnection InMemory(string name)
    {
        var connection = Connect(name, SqliteOpenMode.Memory, SqliteCacheMode.Shared);
        Run(connection, "PRAGMA query_only = ON;");
        return connection;
    }

    private static string Address(string path) =>
        "file:///" + string.Join('/', Path.GetFullPath(path).Replace('\\', '/').TrimStart('/').Split('/').Select(Uri.EscapeDataString));

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Connect(string source, SqliteOpenMode mode, SqliteCacheMode cache = SqliteCacheMode.Default)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false, DefaultTimeout = BusySeconds, Cache = cache };
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
