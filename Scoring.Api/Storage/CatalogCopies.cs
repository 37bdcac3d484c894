using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Scoring.Api.Storage;

/// <summary>Why a catalog is set aside.</summary>
internal enum CatalogFault { Damaged, Newer }

/// <summary>Copies of catalog.db in <c>backups/catalog</c>, for the day it does not open.</summary>
public static class CatalogCopies
{
    private const int Kept = 60;

    public static string Folder(string backups) => Path.Combine(backups, "catalog");

    /// <summary>Keeps the catalog as it is now; nothing happens if the newest copy is the same.</summary>
    /// <exception cref="Exception">The disk refuses (<see cref="StorageFailure.Explain"/>).</exception>
    public static void Make(DataFolder folder, DateTimeOffset at)
    {
        var copies = Directory.CreateDirectory(Folder(folder.Backups)).FullName;
        var path = Path.Combine(copies, $"catalog-{at.UtcDateTime.ToString(Backups.TimeFormat, CultureInfo.InvariantCulture)}.db");
        if (File.Exists(path))
        {
            return;
        }

        Backups.Copy(folder.Catalog, path);
        var (first, older) = (path, Newest(copies).Skip(1).ToList());
        if (older.Count > 0 && SHA256.HashData(File.ReadAllBytes(first)).AsSpan().SequenceEqual(SHA256.HashData(File.ReadAllBytes(older[0]))))
        {
            File.Delete(first);
            return;
        }

        foreach (var old in Newest(copies).Skip(Kept))
        {
            File.Delete(old);
        }
    }

    /// <summary>Puts the catalog that does not open aside and the newest copy that does in its place; an empty one if there is none.</summary>
    /// <returns>What happened, in Chinese.</returns>
    internal static string StandIn(DataFolder folder, CatalogFault fault)
    {
        var aside = Aside(folder.Catalog, fault);
        var what = $"账号、平板和比赛列表（catalog.db）打不开：{(fault == CatalogFault.Newer ? "它由更新版本的程序写成；要用回它，请升级本程序，再把它改回原名" : "它已损坏")}。原来的文件没有删，已改名为 {Path.GetFileName(aside)}。";
        foreach (var copy in Newest(Folder(folder.Backups)))
        {
            if (Opens(copy))
            {
                File.Copy(copy, folder.Catalog);
                return $"{what}已换上最近的副本（{Path.GetFileNameWithoutExtension(copy)[8..]}，世界时）：这以后新设的密码、新配对的平板要再做一次。各场比赛的台账不受影响。";
            }
        }

        return $"{what}没有可用的副本，已另建一个空的：管理员要重新设定，平板要重新配对，账号要重新建。各场比赛的台账不受影响。";
    }

    private static bool Opens(string copy)
    {
        try
        {
            using var db = SqliteFile.OpenForReading(copy);
            return Migrations.Catalog.Knows(db) && LedgerFileCheck.Structure(db).Count == 0;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static string Aside(string catalog, CatalogFault fault)
    {
        var stem = Path.Combine(Path.GetDirectoryName(catalog)!, $"catalog-{(fault == CatalogFault.Newer ? "newer" : "damaged")}"); // not null: a file stands in a folder
        var aside = $"{stem}.db";
        for (var n = 2; File.Exists(aside); n++)
        {
            aside = $"{stem}-{n}.db";
        }

        foreach (var part in (string[])["-wal", "-shm", ""])
        {
            if (File.Exists(catalog + part))
            {
                File.Move(catalog + part, aside + part);
            }
        }

        return aside;
    }

    private static IEnumerable<string> Newest(string copies) =>
        Directory.Exists(copies) ? Directory.EnumerateFiles(copies, "catalog-*.db").OrderDescending(StringComparer.Ordinal).ToList() : [];
}
