using Dapper;
using Microsoft.Data.Sqlite;
using Scoring.Core.Definition;

namespace Scoring.Api.Storage;

/// <summary>An entry that was durable once. Every later state of its ledger has it, at the same place and with the same hash.</summary>
/// <param name="Hash">Lower-case hex.</param>
/// <param name="From">Where it is remembered, for people: 目录, or a backup's name.</param>
public sealed record RememberedHead(long Sequence, string Hash, string From);

/// <summary>Heads remembered outside the ledgers: in catalog.db, and in each backup.</summary>
public sealed class HeadRows(Catalog catalog, DataFolder folder, TimeProvider time)
{
    /// <summary>A head never goes back by itself: a lower sequence is not written over a higher one.</summary>
    public void Remember(CompetitionId competition, long sequence, string hash)
    {
        using var db = catalog.Connect();
        db.Execute(
            """
            INSERT INTO heads (competition, sequence, hash, at) VALUES (@Id, @sequence, @hash, @At)
            ON CONFLICT (competition) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash, at = excluded.at WHERE excluded.sequence > heads.sequence
            """,
            new { Id = competition.Value, sequence, hash, At = StoredTime.Write(time.GetUtcNow()) });
    }

    /// <summary>The competition was deleted: neither its head nor its backups speak for another one made later under its key.</summary>
    public void Forget(CompetitionId competition)
    {
        using var db = catalog.Connect();
        db.Execute(
            """
            INSERT INTO heads (competition, sequence, hash, at, since) VALUES (@Id, 0, '', @At, @At)
            ON CONFLICT (competition) DO UPDATE SET sequence = 0, hash = '', at = excluded.at, since = excluded.since
            """,
            new { Id = competition.Value, At = StoredTime.Write(time.GetUtcNow()) });
    }

    /// <summary>Everything this installation remembers of a competition; the newest backup speaks for all.</summary>
    public IReadOnlyList<RememberedHead> Of(CompetitionId competition)
    {
        using var db = catalog.Connect();
        return Of(db, folder.Backups, competition);
    }

    /// <summary>What the installation that a ledger's file lies in remembers of it; a file that lies in none, or beside a catalog that says nothing: nothing.</summary>
    public static IReadOnlyList<RememberedHead> Beside(string ledger)
    {
        var competitions = Path.GetDirectoryName(Path.GetFullPath(ledger));
        if (Path.GetDirectoryName(competitions) is not { } root || DataFolder.CompetitionsIn(root) != competitions || !File.Exists(DataFolder.CatalogIn(root)))
        {
            return [];
        }

        try
        {
            using var db = SqliteFile.OpenForReading(DataFolder.CatalogIn(root));
            return Of(db, DataFolder.BackupsIn(root), new(Path.GetFileNameWithoutExtension(ledger)));
        }
        catch (SqliteException)
        {
            return [];
        }
    }

    private static IReadOnlyList<RememberedHead> Of(SqliteConnection db, string backups, CompetitionId competition)
    {
        var known = db.QueryFirstOrDefault<(long Sequence, string Hash, string? Since)?>("SELECT sequence, hash, since FROM heads WHERE competition = @Id", new { Id = competition.Value });
        var backup = BackupFile.In(backups).FirstOrDefault(b => b.Competition == competition && (known?.Since is not { } since || b.At > StoredTime.Read(since)));
        return
        [
            .. known is { Sequence: > 0 } head ? [new RememberedHead(head.Sequence, head.Hash, "目录")] : Array.Empty<RememberedHead>(),
            .. backup is not null && OfFile(backup.Path) is { } last ? [last] : Array.Empty<RememberedHead>(),
        ];
    }

    /// <summary>What the file lacks of what is remembered, in Chinese; null: every remembered entry is where it was.</summary>
    public static string? Missing(ILedgerStore store, IEnumerable<RememberedHead> heads)
    {
        foreach (var head in heads)
        {
            if (store.At(head.Sequence) is not { } entry)
            {
                return $"账本比记住的短：{head.From}记得第 {head.Sequence} 条（{head.Hash[..8]}），文件里没有。本场竞赛只能查看，不能再录入。请先复制保存数据文件夹，再找回完整的文件或从最近的备份恢复。";
            }

            if (Convert.ToHexStringLower(entry.Hash.Span) != head.Hash)
            {
                return $"账本被改写过：第 {head.Sequence} 条与{head.From}记得的（{head.Hash[..8]}）不同。本场竞赛只能查看，不能再录入。请保留这个文件作证据，从最近的备份恢复。";
            }
        }

        return null;
    }

    private static RememberedHead? OfFile(string path)
    {
        try
        {
            using var connection = SqliteFile.OpenForReading(path);
            var last = connection.QueryFirstOrDefault<(long Sequence, byte[] Hash)?>("SELECT sequence, hash FROM events ORDER BY sequence DESC LIMIT 1");
            return last is { } row ? new(row.Sequence, Convert.ToHexStringLower(row.Hash), $"备份 {Path.GetFileName(path)} ") : null;
        }
        catch (SqliteException)
        {
            return null; // a backup that cannot be read says nothing about the ledger; verify says it of the backup
        }
    }
}
