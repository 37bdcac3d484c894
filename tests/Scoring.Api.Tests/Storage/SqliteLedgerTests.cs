using Dapper;
using Microsoft.Data.Sqlite;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Ledger;

namespace Scoring.Api.Tests.Storage;

public sealed class SqliteLedgerTests : IDisposable
{
    private readonly LedgerFixture ledger = new();

    public void Dispose() => ledger.Dispose();

    [Theory]
    [InlineData("UPDATE events SET actor = 'judge:J1' WHERE sequence = 1")]
    [InlineData("DELETE FROM events WHERE sequence = 1")]
    public async Task Entries_are_neither_changed_nor_removed(string sql)
    {
        await ledger.Fill(2);
        using var connection = SqliteFile.Open(ledger.File);
        Assert.Throws<SqliteException>(() => SqliteFile.Run(connection, sql));
    }

    [Fact]
    public void Commits_are_on_the_disk_when_they_return()
    {
        using var connection = SqliteFile.Open(ledger.File);
        Assert.Equal("wal", connection.QuerySingle<string>("PRAGMA journal_mode"));
        Assert.Equal(2, connection.QuerySingle<long>("PRAGMA synchronous"));
    }

    [Fact]
    public void SQLite_comes_with_the_program_and_is_no_older_than_3_50()
    {
        using var connection = SqliteFile.Open(ledger.File);
        Assert.True(Version.Parse(connection.ServerVersion) >= new Version(3, 50), connection.ServerVersion);
    }

    [Fact]
    public async Task Opening_again_migrates_nothing_twice()
    {
        await ledger.Fill(1);
        using (SqliteLedger.Open(ledger.File))
        {
        }

        using var connection = SqliteFile.Open(ledger.File);
        Assert.Equal(["0001_events", "0002_request"], connection.Query<string>("SELECT name FROM migrations ORDER BY number"));
    }

    [Fact]
    public void A_path_with_signs_that_mean_something_in_addresses_is_read_all_the_same()
    {
        var odd = Path.Combine(ledger.Folder, "a?b#c%20 第一届.db");
        using (var written = SqliteFile.Open(odd))
        {
            SqliteFile.Run(written, "CREATE TABLE t (a INTEGER)");
        }

        using var connection = SqliteFile.OpenForReading(odd);
        Assert.Equal(1, connection.QuerySingle<long>("SELECT count(*) FROM sqlite_master"));
    }
}
