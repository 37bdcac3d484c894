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

    /// <summary>What is looked at whenever a ledger is opened: pages and indexes, and whether somebody added or took away a trigger. In Chinese; null if all is well.</summary>
    public static string? Fault(SqliteConnection connection) =>
        connection.QuerySingle<string>("PRAGMA quick_check(1)") is var quick && quick != "ok"
            ? "账本文件的内部结构已损坏，本场竞赛只能查看，不能再录入。请先复制保存数据文件夹，用“verify”命令检查，再从最近的备份恢复。"
            : Changed(connection) is { Count: > 0 } changed
                ? $"账本文件的表或触发器被改动过（{string.Join('、', changed)}），本场竞赛只能查看，不能再录入。请用“verify”命令检查，并从最近的备份恢复。"
                : null;

    private static IReadOnlyList<Item> Schema(SqliteConnection connection) =>
        [.. connection.Query<Item>("SELECT type AS Type, name AS Name, coalesce(sql, '') AS Sql FROM sqlite_master")];

    private sealed record Item(string Type, string Name, string Sql);
}
