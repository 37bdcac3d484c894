using System.IO.Compression;
using Dapper;
using Microsoft.Data.Sqlite;
using Scoring.Api.Storage;
using Scoring.Api.Verify;

namespace Scoring.Api.Files;

/// <summary>A folder of backups becomes an installation again, on a machine that has none: every contest under its own key, accounts, tablets, keys, screens.</summary>
public static class InstallationRestore
{
    /// <param name="backups">A folder backups were written to: <c>data/backups</c>, or the second folder.</param>
    /// <param name="data">Empty, or not there.</param>
    /// <returns>What was done, and what is not as it should be; or why nothing was done. In Chinese.</returns>
    /// <exception cref="DataFolderInUseException"/>
    public static (bool Done, IReadOnlyList<string> Lines) Run(string backups, string data, string password)
    {
        using var folder = DataFolder.Take(data);
        if (File.Exists(folder.Catalog) || Directory.EnumerateFiles(folder.Competitions).Any())
        {
            return (false, [$"{folder.Root} 里已经有数据，整套恢复只能恢复到空的文件夹。请用 --data 指定一个新的文件夹。"]);
        }

        var boxes = Directory.EnumerateFiles(backups, InstallationBackup.SealedPattern).OrderDescending(StringComparer.Ordinal).ToList();
        if (boxes.Count == 0)
        {
            return (false, [$"{backups} 里没有整套备份（installation-….sealed），只有台账。请用 restore 文件 --as 编号 一场一场地恢复；账号、平板和密钥恢复不了。"]);
        }

        var opened = boxes.Select(box => (Path: box, Plain: InstallationSeal.Open(File.ReadAllBytes(box), password))).FirstOrDefault(b => b.Plain is not null);
        if (opened.Plain is null)
        {
            return (false, ["口令不对，或者文件已损坏。什么都没有恢复。"]);
        }

        Unpack(opened.Plain, folder.Root);
        foreach (var name in InstallationBackup.Plain.Where(name => Directory.Exists(Path.Combine(backups, InstallationBackup.PlainFolder, name))))
        {
            InstallationBackup.CopyChanged(Path.Combine(backups, InstallationBackup.PlainFolder, name), Path.Combine(folder.Root, name));
        }

        return (true,
        [
            $"已恢复账号、平板、密钥和大屏设置（{Path.GetFileName(opened.Path)}）。",
            .. BackupFile.In(backups).GroupBy(b => b.Competition).OrderBy(g => g.Key.Value, StringComparer.Ordinal).SelectMany(copies => Contest(copies, folder)),
        ]);
    }

    private static IEnumerable<string> Contest(IGrouping<Core.Definition.CompetitionId, BackupFile> copies, DataFolder folder)
    {
        foreach (var copy in copies)
        {
            if (Checked(copy.Path) is not { Intact: true, Last: { } last } whole)
            {
                yield return $"{copies.Key}：备份 {Path.GetFileName(copy.Path)} 已损坏，改用更早的一份。";
                continue;
            }

            Backups.RestorePapers(copy.Path, folder.FileOf(copies.Key));
            Backups.Copy(copy.Path, folder.FileOf(copies.Key));
            yield return $"{copies.Key}：已恢复 {whole.Entries} 条，最后一条在 {last.At:yyyy-MM-dd HH:mm:ss}（世界时）。";
            if (Remember(folder.Catalog, copies.Key.Value, last) is { } lost)
            {
                yield return $"{copies.Key}：备份以后还有记录，到第 {lost} 条，不在这份备份里。请等平板连上，看它们的回执，再把缺的补录。";
            }

            yield break;
        }

        yield return $"{copies.Key}：没有一份完好的备份，没有恢复。";
    }

    /// <summary>The restored ledger is the one that counts from now on.</summary>
    /// <returns>How far the lost one went; null: no further.</returns>
    private static long? Remember(string catalog, string competition, LastEntry last)
    {
        using var db = SqliteFile.Open(catalog);
        Migrations.Catalog.Apply(db);
        var before = db.QuerySingleOrDefault<long?>("SELECT sequence FROM heads WHERE competition = @competition", new { competition });
        db.Execute("UPDATE heads SET sequence = @Sequence, hash = @Hash WHERE competition = @competition", new { competition, last.Sequence, last.Hash });
        return before > last.Sequence ? before : null;
    }

    private static Verification? Checked(string path)
    {
        try
        {
            return VerifyLedger.Run(path);
        }
        catch (Exception broken) when (broken is NotALedgerException or SqliteException)
        {
            return null;
        }
    }

    private static void Unpack(byte[] plain, string root)
    {
        using var zip = new ZipArchive(new MemoryStream(plain));
        foreach (var entry in zip.Entries)
        {
            var path = Path.GetFullPath(Path.Combine(root, entry.FullName));
            if (path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!); // not null: below the root
                entry.ExtractToFile(path, overwrite: true);
            }
        }
    }
}
