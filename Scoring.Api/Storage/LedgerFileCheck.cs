// What SQLite and its file can tell about damage, beside what the entries themselves say.
using Dapper;
using Microsoft.Data.Sqlite;

namespace Scoring.Api.Storage;

/// <summary>Structure of a competition's file: pages, indexes, and the tables and triggers it was made with.</summary>
public static class LedgerFileCheck
{
    private const int MostFindings = 100;

    /// <summary>Whether the file holds a ledger at all.</summary>
    public static bool IsLedger(SqliteConnection connection) =>
        connection.QuerySingle<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('events', 'migrations')") == 2;

    /// <summary>In SQLite's words, with page or row; empty if all is well.</summary>
    public static IReadOnlyList<string> Structure(SqliteConnection connection) =>
        [.. connection.Query<string>($"PRAGMA integrity_check({MostFindings})").Where(line => line != "ok")];

    /// <summary>Names of tables, indexes and triggers that are not as this program makes them: a trigger that guarded the entries may be gone.</summary>
    public static IReadOnlyList<string> Changed(SqliteConnection connection)
    {
        using var fresh = SqliteFile.Open(":memory:");
        Migrations.Competition.Apply(fresh, connection.QuerySingle<long>("SELECT max(number) FROM migrations"));
        var made = Schema(fresh);
        var found = Schema(connection);
        return [.. made.Except(found).Union(found.Except(made)).Select(item => item.Name).Distinct(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<Item> Schema(SqliteConnection connection) =>
        [.. connection.Query<Item>("SELECT type AS Type, name AS Name, coalesce(sql, '') AS Sql FROM sqlite_master")];

    private sealed record Item(string Type, string Name, string Sql);
}
