// One row of the events table, read strictly: what is not exactly as it was written is damage, even if it could be understood.
using Microsoft.Data.Sqlite;
using Scoring.Core.Ledger;

namespace Scoring.Api.Storage;

/// <param name="Entry">Null if the row is damaged.</param>
/// <param name="Damaged">The first column at fault; null if none is.</param>
public sealed record EventRow(long Sequence, LedgerEntry? Entry, string? Damaged)
{
    public const string Columns = "sequence, at, id, actor, type, payload, hash";

    public static IEnumerable<EventRow> ReadAll(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {(KeepsRequests(connection) ? $"{Columns}, request" : Columns)} FROM events ORDER BY sequence";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return Read(reader);
        }
    }

    // Files of earlier versions have no such column, and one that is only read gets none.
    private static bool KeepsRequests(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM pragma_table_info('events') WHERE name = 'request'";
        return command.ExecuteScalar() is 1L;
    }

    public static EventRow Read(SqliteDataReader row)
    {
        var sequence = row.GetInt64(0);
        if (!Text(row, 1, out var atText) || !Chain.TryReadTime(atText, out var at))
        {
            return new(sequence, null, "at");
        }

        if (!Text(row, 2, out var idText) || !Guid.TryParseExact(idText, "D", out var id) || idText.AsSpan().ContainsAnyInRange('A', 'F'))
        {
            return new(sequence, null, "id");
        }

        if (!Text(row, 3, out var actor))
        {
            return new(sequence, null, "actor");
        }

        if (!Text(row, 4, out var type))
        {
            return new(sequence, null, "type");
        }

        if (!Bytes(row, 5, out var payload))
        {
            return new(sequence, null, "payload");
        }

        if (!Bytes(row, 6, out var hash))
        {
            return new(sequence, null, "hash");
        }

        if (row.FieldCount <= 7 || row.IsDBNull(7))
        {
            return new(sequence, new(sequence, at, id, actor, type, payload, hash), null);
        }

        return Bytes(row, 7, out var stored) && RequestSeal.Read(stored, hash) is { } request
            ? new(sequence, new(sequence, at, id, actor, type, payload, hash, request), null)
            : new(sequence, null, "request");
    }

    /// <exception cref="DamagedEntryException"/>
    public LedgerEntry EntryOrThrow() => Entry ?? throw new DamagedEntryException(Sequence, Damaged ?? "sequence");

    // SQLite would turn one kind into another in silence; a changed kind is a changed byte.
    private static bool Text(SqliteDataReader row, int column, out string value)
    {
        var right = !row.IsDBNull(column) && row.GetFieldType(column) == typeof(string);
        value = right ? row.GetString(column) : "";
        return right;
    }

    private static bool Bytes(SqliteDataReader row, int column, out byte[] value)
    {
        var right = !row.IsDBNull(column) && row.GetFieldType(column) == typeof(byte[]);
        value = right ? row.GetFieldValue<byte[]>(column) : [];
        return right;
    }
}
