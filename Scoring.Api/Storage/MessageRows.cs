using Dapper;
using Scoring.Core.Definition;

namespace Scoring.Api.Storage;

/// <summary>Rows of messages to tablets in the catalog: a restart of the server forgets none.</summary>
public sealed class MessageRows(Catalog catalog)
{
    /// <summary>How many the console lists.</summary>
    private const int Newest = 200;

    private const string SelectMessages = """
        SELECT id AS Id, sender AS Sender, to_words AS ToWords, text AS Text, at AS At
        FROM messages WHERE competition = @Value ORDER BY number DESC LIMIT @Newest
        """;

    private const string SelectReceivers = """
        SELECT message AS Message, judge AS Judge, read_at AS ReadAt FROM message_receivers
        WHERE message IN (SELECT id FROM messages WHERE competition = @Value ORDER BY number DESC LIMIT @Newest)
        """;

    private const string SelectUnread = """
        SELECT id AS Id, sender AS Sender, to_words AS ToWords, text AS Text, at AS At
        FROM messages JOIN message_receivers ON message = id WHERE competition = @Competition AND judge = @Judge AND read_at IS NULL ORDER BY number
        """;

    private sealed record Row(string Id, string Sender, string ToWords, string Text, string At);

    private sealed record Receiver(string Message, string Judge, string? ReadAt);

    /// <summary>Newest first, at most 200.</summary>
    public IReadOnlyList<TabletMessage> Of(CompetitionId competition)
    {
        using var db = catalog.Connect();
        var receivers = db.Query<Receiver>(SelectReceivers, new { competition.Value, Newest }).ToLookup(r => r.Message, StringComparer.Ordinal);
        return [.. db.Query<Row>(SelectMessages, new { competition.Value, Newest }).Select(r => Message(r, receivers[r.Id]))];
    }

    /// <summary>Oldest first; without receivers.</summary>
    public IReadOnlyList<TabletMessage> Unread(CompetitionId competition, JudgeId judge)
    {
        using var db = catalog.Connect();
        return [.. db.Query<Row>(SelectUnread, new { Competition = competition.Value, Judge = judge.Value }).Select(r => Message(r, []))];
    }

    /// <returns>False: it is there already, and stays as it is.</returns>
    public bool Insert(CompetitionId competition, TabletMessage message)
    {
        using var db = catalog.Connect();
        using var transaction = db.BeginTransaction();
        if (db.Execute(
            "INSERT INTO messages (id, competition, sender, to_words, text, at) VALUES (@Id, @Competition, @By, @ToWords, @Text, @At) ON CONFLICT (id) DO NOTHING",
            new { Id = message.Id.ToString("D"), Competition = competition.Value, message.By, message.ToWords, message.Text, At = StoredTime.Write(message.At) }, transaction) == 0)
        {
            return false;
        }

        db.Execute(
            "INSERT INTO message_receivers (message, judge) VALUES (@Id, @Judge)",
            message.To.Select(judge => new { Id = message.Id.ToString("D"), Judge = judge.Value }), transaction);
        transaction.Commit();
        return true;
    }

    /// <summary>The first reading counts.</summary>
    public void Read(Guid id, JudgeId judge, DateTimeOffset at)
    {
        using var db = catalog.Connect();
        db.Execute(
            "UPDATE message_receivers SET read_at = @At WHERE message = @Id AND judge = @Judge AND read_at IS NULL",
            new { Id = id.ToString("D"), Judge = judge.Value, At = StoredTime.Write(at) });
    }

    private static TabletMessage Message(Row row, IEnumerable<Receiver> receivers)
    {
        var all = receivers.ToList();
        return new(
            Guid.Parse(row.Id), row.Sender, row.ToWords, [.. all.Select(r => new JudgeId(r.Judge))], row.Text, StoredTime.Read(row.At),
            all.Where(r => r.ReadAt is not null).ToDictionary(r => new JudgeId(r.Judge), r => StoredTime.Read(r.ReadAt!)));
    }
}
