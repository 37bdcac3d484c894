using Dapper;
using Microsoft.Data.Sqlite;

namespace Scoring.Api.Storage;

/// <summary>When the newest entry of a ledger was made, by its file alone.</summary>
public static class LastEntryTime
{
    /// <summary>Null: there is none, or the file is not readable; verify says what is wrong with it.</summary>
    public static DateTimeOffset? Of(string ledger)
    {
        try
        {
            using var db = SqliteFile.OpenForReading(ledger);
            return db.QueryFirstOrDefault<string>("SELECT at FROM events ORDER BY sequence DESC LIMIT 1") is { } at ? StoredTime.Read(at)
                : null;
        }
        catch (SqliteException)
        {
            return null;
        }
    }
}
