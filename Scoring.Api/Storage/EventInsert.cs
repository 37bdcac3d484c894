using Microsoft.Data.Sqlite;
using Scoring.Core.Ledger;

namespace Scoring.Api.Storage;

/// <summary>The connection that adds to a ledger's file, with its one statement prepared.</summary>
internal sealed class EventInsert : IDisposable
{
    private static readonly string[] Parameters = ["@sequence", "@at", "@id", "@actor", "@type", "@payload", "@hash", "@request"];

    private readonly SqliteConnection connection;
    private readonly SqliteCommand begin;
    private readonly SqliteCommand command;
    private readonly SqliteCommand commit;

    public EventInsert(string path)
    {
        connection = SqliteFile.Open(path);
        begin = Statement("BEGIN IMMEDIATE");
        commit = Statement("COMMIT");
        command = Statement($"INSERT INTO events ({EventRow.Columns}, request) VALUES ({string.Join(", ", Parameters)})");
        command.Parameters.AddRange(Parameters.Select(name => new SqliteParameter { ParameterName = name }));
    }

    /// <summary>In one transaction. After a failure the connection is of no more use: closing it takes back what was begun.</summary>
    public void Run(IReadOnlyList<LedgerEntry> entries)
    {
        begin.ExecuteNonQuery();
        foreach (var entry in entries)
        {
            Set(0, entry.Sequence);
            Set(1, Chain.Time(entry.At));
            Set(2, entry.Id.ToString("D"));
            Set(3, entry.Actor);
            Set(4, entry.Type);
            Set(5, entry.Payload.ToArray());
            Set(6, entry.Hash.ToArray());
            Set(7, entry.Request.IsEmpty ? DBNull.Value : RequestSeal.Write(entry.Request.Span, entry.Hash.Span));
            if (command.ExecuteNonQuery() != 1)
            {
                // A trigger of somebody's swallowed it: no receipt without a row.
                throw new SqliteException($"entry {entry.Sequence} was not taken", SQLitePCL.raw.SQLITE_CORRUPT);
            }
        }

        commit.ExecuteNonQuery();
    }

    public void Dispose()
    {
        begin.Dispose();
        command.Dispose();
        commit.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Statement(string sql)
    {
        var statement = connection.CreateCommand();
        statement.CommandText = sql;
        return statement;
    }

    private void Set(int parameter, object value) => command.Parameters[parameter].Value = value;
}
