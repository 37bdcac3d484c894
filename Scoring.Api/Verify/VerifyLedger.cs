// verify: looks through a ledger's file without changing a byte of it.
using System.Data;
using Microsoft.Data.Sqlite;
using Scoring.Api.Storage;
using Scoring.Core.Ledger;

namespace Scoring.Api.Verify;

/// <summary>File, rows, chain, what the installation it lies in remembers of it, then everything computed anew. Works on a sealed copy and on the file of a running server.</summary>
public static class VerifyLedger
{
    private static readonly Finding LostLog = new("日志文件（-wal）", "已损坏或不见了，最后一部分有回执的记录读不出来");

    /// <param name="head">An entry somebody has a receipt of, with the beginning of its hash; null: nothing to compare with.</param>
    /// <exception cref="NotALedgerException">There is nothing to verify.</exception>
    public static Verification Run(string path, LastEntry? head = null)
    {
        if (!File.Exists(path))
        {
            throw new NotALedgerException("找不到这个文件。请检查文件名。");
        }

        // Asked before the ledger is read: what is remembered meanwhile is of entries that came meanwhile.
        List<RememberedHead> heads = [.. HeadRows.Beside(path)];
        if (head is not null)
        {
            heads.Insert(0, new(head.Sequence, head.Hash, "回执"));
        }

        return WalCheck.LostCommits(path) ? RunOnCopy(path, heads) : Run(path, lostCommits: false, heads);
    }

    // To read a damaged log SQLite writes beside it, over the proof of what it once held.
    private static Verification RunOnCopy(string path, IReadOnlyList<RememberedHead> heads)
    {
        var folder = Directory.CreateTempSubdirectory("scoring-verify-").FullName;
        try
        {
            var copy = Path.Combine(folder, Path.GetFileName(path));
            File.Copy(path, copy);
            if (File.Exists(path + "-wal"))
            {
                File.Copy(path + "-wal", copy + "-wal");
            }

            return Run(copy, lostCommits: true, heads);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Verification Run(string path, bool lostCommits, IReadOnlyList<RememberedHead> heads)
    {
        try
        {
            using var connection = SqliteFile.OpenForReading(path);
            if (LedgerFileCheck.IsLedger(connection))
            {
                return Run(connection, lostCommits, heads);
            }

            return lostCommits
                ? new(0, null, [LostLog], [], [])
                : throw new NotALedgerException("这个文件不是竞赛账本。请选择 competitions 或 backups 文件夹里的 .db 文件，或归档包。");
        }
        catch (SqliteException failure)
        {
            throw new NotALedgerException($"打不开这个文件。{StorageFailure.ExplainOpening(failure)}");
        }
    }

    private static Verification Run(SqliteConnection connection, bool lostCommits, IReadOnlyList<RememberedHead> heads)
    {
        List<Finding> file = lostCommits ? [LostLog] : [];
        var chain = new ChainCheck();
        var recomputation = new Recomputation();
        long entries = 0;
        LedgerEntry? last = null;
        var found = new Dictionary<long, string>();
        Guarded("文件结构", () => file.AddRange(LedgerFileCheck.Structure(connection).Select(line => new Finding("文件结构", line))));
        Guarded("表和触发器", () => file.AddRange(LedgerFileCheck.Changed(connection).Select(name => new Finding("表和触发器", $"{name} 与程序建立的不同"))));
        Guarded("账本末尾", () =>
        {
            foreach (var row in EventRow.ReadAll(connection))
            {
                chain.Next(row);
                entries++;
                if (row.Entry is { } entry)
                {
                    recomputation.Next(last = entry);
                    if (heads.Any(h => h.Sequence == entry.Sequence))
                    {
                        found[entry.Sequence] = Convert.ToHexStringLower(entry.Hash.Span);
                    }
                }
            }
        });
        file.AddRange(heads.Where(h => !found.ContainsKey(h.Sequence))
            .Select(h => new Finding("账本末尾", $"没有第 {h.Sequence} 条，{h.From}里有：账本被截短了")));
        file.AddRange(heads.Where(h => found.TryGetValue(h.Sequence, out var hash) && !hash.StartsWith(h.Hash, StringComparison.Ordinal))
            .Select(h => new Finding($"第 {h.Sequence} 条", $"校验码与{h.From}里的 {h.Hash[..8]} 不同：账本被改写过")));
        return new(
            entries,
            last is null ? null : new(last.Sequence, last.At, Convert.ToHexStringLower(last.Hash.Span)),
            [.. file, .. chain.Findings, .. recomputation.Findings],
            recomputation.Summary(),
            recomputation.Notes());

        void Guarded(string where, Action check)
        {
            try
            {
                check();
            }
            catch (Exception damage) when (damage is SqliteException or DataException or FormatException or InvalidCastException or InvalidOperationException)
            {
                file.Add(new(where, $"读到第 {last?.Sequence ?? 0} 条后读不下去，文件已损坏"));
            }
        }
    }
}
