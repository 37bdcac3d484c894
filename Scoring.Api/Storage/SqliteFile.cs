// The one place that opens SQLite files: a connection opened elsewhere might bind half of the calls to another library,
// and the process dies of the mixture.
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Scoring.Api.Storage;

/// <summary>Connections with write-ahead log, a commit that is on the disk when it returns, and a limit to waiting for other writers.</summary>
public static class SqliteFile
{
    /// <summary>How long a writer waits for another program's lock, in seconds.</summary>
    public const int BusySeconds = 5;

    static SqliteFile()
    {
        // The bundled library dates from 2021; a patched one of the system is preferred (docs/dependencies.md).
        var provider = typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly;
        NativeLibrary.SetDllImportResolver(provider, SystemLibraryFirst);
        SQLitePCL.Batteries_V2.Init();
    }

    /// <summary>Opens for reading and writing, making the file if there is none.</summary>
    /// <exception cref="SqliteException">Not a database, or the disk refuses.</exception>
    public static SqliteConnection Open(string path)
    {
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
        return connection;
    }

    /// <summary>Opens an existing file for reading. Leaves no trace beside a file that nobody has open, such as a sealed copy.</summary>
    public static SqliteConnection OpenForReading(string path)
    {
        var log = new FileInfo(path + "-wal");
        return log is { Exists: true, Length: > 0 }
            ? Connect(path, SqliteOpenMode.ReadOnly)
            : Connect(Address(path) + "?immutable=1", SqliteOpenMode.ReadOnly);
    }

    private static string Address(string path) =>
        "file:///" + string.Join('/', Path.GetFullPath(path).Replace('\\', '/').TrimStart('/').Split('/').Select(Uri.EscapeDataString));

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Connect(string source, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false, DefaultTimeout = BusySeconds };
#pragma warning disable RS0030 // The only place where it is allowed.
        var connection = new SqliteConnection(settings.ConnectionString);
#pragma warning restore RS0030
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

    private static nint SystemLibraryFirst(string name, Assembly assembly, DllImportSearchPath? search) =>
        name == "e_sqlite3" && OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libsqlite3.so.0", out var handle) ? handle : 0;
}
