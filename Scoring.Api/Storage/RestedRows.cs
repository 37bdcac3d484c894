// How far each ledger had come when its file was closed, in shelf.db.
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Scoring.Core.Definition;

namespace Scoring.Api.Storage;

/// <summary>How far a ledger had come when its file was closed, and how the file looked then.</summary>
/// <param name="Stamp">Length and time of the file; another one means that somebody else has been at it.</param>
/// <param name="Sequence">Of its last entry; 0: it has none.</param>
/// <param name="Hash">Of that entry, lower-case hex.</param>
public sealed record RestedRow(string Stamp, long Sequence, string Hash)
{
    /// <summary>Whether the file is as it was when it was closed.</summary>
    public bool IsOf(string file) => StampOf(file) == Stamp;

    /// <summary>Null: it is not there, or its log is not folded into it.</summary>
    public static string? StampOf(string file) =>
        new FileInfo(file) is { Exists: true } now && new FileInfo(file + "-wal") is not { Exists: true, Length: > 0 }
            ? string.Create(CultureInfo.InvariantCulture, $"{now.Length}:{now.LastWriteTimeUtc.Ticks}") : null;
}

/// <summary>Which files nobody has touched since they were closed.</summary>
public sealed class RestedRows(ShelfFile shelf)
{
    public IReadOnlyDictionary<CompetitionId, RestedRow> All() => shelf.Use(db =>
        db.Query<(string Competition, string Stamp, long Sequence, string Hash)>("SELECT competition, stamp, sequence, hash FROM rested")
            .ToDictionary(r => new CompetitionId(r.Competition), r => new RestedRow(r.Stamp, r.Sequence, r.Hash)));

    /// <summary>After the file was closed.</summary>
    /// <exception cref="SqliteException">The disk refuses.</exception>
    public void Write(CompetitionId competition, string file, long sequence, string hash)
    {
        if (RestedRow.StampOf(file) is { } stamp)
        {
            shelf.Use(db => db.Execute(
                "INSERT OR REPLACE INTO rested (competition, stamp, sequence, hash) VALUES (@Id, @stamp, @sequence, @hash)",
                new { Id = competition.Value, stamp, sequence, hash }));
        }
    }

    /// <summary>The competition was deleted; whatever the shelf knew of it goes.</summary>
    public void Forget(CompetitionId competition) => shelf.Use(db => db.Execute(
        """
        DELETE FROM rested WHERE competition = @Id;
        DELETE FROM cards WHERE competition = @Id;
        DELETE FROM names WHERE competition = @Id;
        DELETE FROM editions WHERE competition = @Id;
        DELETE FROM persons WHERE competition = @Id;
        """,
        new { Id = competition.Value }));
}
