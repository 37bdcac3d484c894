using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Scoring.Api.Storage;

/// <summary>Before a newer program changes anything in a data folder, everything it could change is copied to <c>updates/</c>;
/// <see cref="Return"/> is the way back.</summary>
public static class UpdateCopy
{
    private const string Mark = "version.txt", Unknown = "0";

    /// <summary>Folders with keys, without which a ledger of then would not open.</summary>
    private static readonly string[] Keys = ["keys", "https"];

    public static string FolderIn(string root) => Path.Combine(root, "updates");

    /// <summary>Copies if the folder was last used by another version, then notes this one.</summary>
    /// <returns>The copy's folder; null: none was needed.</returns>
    /// <exception cref="NewerDataException">The folder was used by a version that is newer than this one: nothing is touched.</exception>
    /// <exception cref="Exception">The disk refuses (<see cref="StorageFailure.Explain"/>): nothing was changed.</exception>
    public static string? Make(DataFolder folder, string version, DateTimeOffset at)
    {
        var last = Last(folder.Root);
        if (last is not null && Newer(last, version))
        {
            throw new NewerDataException(folder.Root, last, version);
        }

        var copy = File.Exists(folder.Catalog) && (Outdated(folder) || (last is not null && last != version))
            ? Copy(folder, last ?? Unknown, version, at) : null;
        if (last != version)
        {
            File.WriteAllText(Path.Combine(folder.Root, Mark), version);
        }

        return copy;
    }

    /// <summary>Puts the newest copy in the place of what is there now, which is set aside and not deleted.</summary>
    /// <returns>What was done; null: there is no copy. In Chinese.</returns>
    public static IReadOnlyList<string>? Return(DataFolder folder, DateTimeOffset at)
    {
        var copies = FolderIn(folder.Root);
        if (!Directory.Exists(copies)
            || Directory.EnumerateDirectories(copies, "*-to-*").OrderDescending(StringComparer.Ordinal).FirstOrDefault() is not { } newest)
        {
            return null;
        }

        var aside = Directory.CreateDirectory(Path.Combine(copies, $"undone-{Stamp(at)}")).FullName;
        foreach (var part in (string[])[folder.Catalog, folder.Catalog + "-wal", folder.Catalog + "-shm"])
        {
            if (File.Exists(part))
            {
                File.Move(part, Path.Combine(aside, Path.GetFileName(part)));
            }
        }

        foreach (var name in Keys.Append("competitions").Where(n => Directory.Exists(Path.Combine(newest, n))))
        {
            if (Directory.Exists(Path.Combine(folder.Root, name)))
            {
                Directory.Move(Path.Combine(folder.Root, name), Path.Combine(aside, name));
            }

            CopyFolder(Path.Combine(newest, name), Path.Combine(folder.Root, name));
        }

        File.Copy(Path.Combine(newest, "catalog.db"), folder.Catalog);
        File.Copy(Path.Combine(newest, Mark), Path.Combine(folder.Root, Mark), overwrite: true);
        return
        [
            $"已换回升级前的副本 {Path.GetFileName(newest)}。",
            $"升级以后的数据没有删，放在 {Path.GetRelativePath(folder.Root, aside)}；升级以后录入的成绩在那里面，不在换回的副本里。",
            "现在请用旧版本的程序启动。",
        ];
    }

    private static string? Last(string root) => Path.Combine(root, Mark) is var mark && File.Exists(mark) ? File.ReadAllText(mark).Trim()
        : null;

    private static bool Newer(string last, string version) => Version.TryParse(last, out var was)
        && Version.TryParse(version, out var now) && was > now;

    private static bool Outdated(DataFolder folder)
    {
        try
        {
            using var db = SqliteFile.OpenForReading(folder.Catalog);
            return Migrations.Catalog.Behind(db);
        }
        catch (SqliteException)
        {
            return false; // whoever opens it says what is wrong with it
        }
    }

    private static string Copy(DataFolder folder, string from, string to, DateTimeOffset at)
    {
        var copy = Path.Combine(FolderIn(folder.Root), $"{Stamp(at)}-{from}-to-{to}");
        for (var n = 2; Directory.Exists(copy); n++)
        {
            copy = Path.Combine(FolderIn(folder.Root), $"{Stamp(at)}-{n}-{from}-to-{to}");
        }

        var unfinished = copy + ".part";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        var competitions = Directory.CreateDirectory(Path.Combine(unfinished, "competitions")).FullName;
        Backups.Copy(folder.Catalog, Path.Combine(unfinished, "catalog.db"));
        foreach (var file in Directory.EnumerateFiles(folder.Competitions, "*.db"))
        {
            CopyLedger(file, Path.Combine(competitions, Path.GetFileName(file)));
        }

        foreach (var name in Keys.Where(name => Directory.Exists(Path.Combine(folder.Root, name))))
        {
            CopyFolder(Path.Combine(folder.Root, name), Path.Combine(unfinished, name));
        }

        File.WriteAllText(Path.Combine(unfinished, Mark), from);
        Directory.Move(unfinished, copy);
        return copy;
    }

    // A damaged one is copied as it is, log and all: it may be mended one day.
    private static void CopyLedger(string file, string to)
    {
        Backups.CopyPapers(file, to);
        try
        {
            Backups.Copy(file, to);
        }
        catch (SqliteException damaged) when (!StorageFailure.TakesNothing(damaged))
        {
            foreach (var part in (string[])["", "-wal"])
            {
                if (File.Exists(file + part))
                {
                    File.Copy(file + part, to + part, overwrite: true);
                }
            }
        }
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // not null: below the target
            File.Copy(file, copy);
        }
    }

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString(Backups.TimeFormat, CultureInfo.InvariantCulture);
}

/// <summary>An older program was started on data of a newer one.</summary>
public sealed class NewerDataException(string root, string last, string version)
    : DataRefusedException($"{root} was used by {last}, this is {version}")
{
    public override string Explanation => $"数据文件夹 {root} 由更新版本 {last} 的程序用过，现在启动的是 {version}。什么都没有改动。请用新版本的程序；"
        + "要退回旧版本，先运行 revert，换回升级前的副本。";
}
