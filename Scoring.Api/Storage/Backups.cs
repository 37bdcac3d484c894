using System.Globalization;

namespace Scoring.Api.Storage;

/// <summary>Copies of competitions, each named by when and why it was made: <c>&lt;id&gt;-&lt;UTC time&gt;-&lt;reason&gt;.db</c>.</summary>
public static class Backups
{
    internal const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>One consistent file of what is durable now; the competition may be at work. A copy cut short is never taken for a whole one.</summary>
    /// <param name="file">Of the competition.</param>
    /// <param name="folder">Where backups go; made if there is none.</param>
    /// <param name="reason">Short, e.g. 公布前; what cannot stand in a file's name becomes a hyphen.</param>
    /// <returns>The backup's path.</returns>
    /// <exception cref="Exception">The disk refuses (<see cref="StorageFailure.Explain"/>).</exception>
    public static string Make(string file, string folder, string reason, DateTimeOffset at)
    {
        Directory.CreateDirectory(folder);
        var name = $"{Path.GetFileNameWithoutExtension(file)}-{at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{Plain(reason)}";
        var path = Free(folder, name);
        CopyPapers(file, Path.Combine(folder, Path.GetFileName(file)));
        Copy(file, path);
        return path;
    }

    /// <summary>
    /// The pictures of paper sheets beside a competition's file go with it, once for all its backups: they are named by their hash, so the same name is the same picture.
    /// </summary>
    public static void CopyPapers(string file, string to)
    {
        var papers = Path.ChangeExtension(file, ".papers");
        if (!Directory.Exists(papers))
        {
            return;
        }

        var folder = Directory.CreateDirectory(Path.ChangeExtension(to, ".papers")).FullName;
        foreach (var picture in Directory.EnumerateFiles(papers).Where(p => Path.GetExtension(p) != ".part"))
        {
            var copy = Path.Combine(folder, Path.GetFileName(picture));
            if (!File.Exists(copy))
            {
                File.Copy(picture, copy + ".part", overwrite: true);
                File.Move(copy + ".part", copy);
            }
        }
    }

    /// <summary>The pictures beside a backup, kept under its competition's name, to where it is restored.</summary>
    public static void RestorePapers(string backup, string to)
    {
        var name = Path.GetFileNameWithoutExtension(backup) + "-";
        foreach (var papers in Directory.EnumerateDirectories(Path.GetDirectoryName(Path.GetFullPath(backup))!, "*.papers")) // not null: a file stands in a folder
        {
            if (name.StartsWith(Path.GetFileNameWithoutExtension(papers) + "-", StringComparison.Ordinal))
            {
                CopyPapers(Path.ChangeExtension(papers, ".db"), to);
            }
        }
    }

    /// <summary>Copies a competition's file into one file without a log beside it.</summary>
    public static void Copy(string file, string path)
    {
        var unfinished = path + ".part";
        File.Delete(unfinished);
        try
        {
            using (var connection = SqliteFile.OpenForReading(file))
            {
                using var command = connection.CreateCommand();
                command.CommandText = "VACUUM INTO @path";
                command.Parameters.AddWithValue("@path", unfinished);
                command.ExecuteNonQuery();
            }

            using (var written = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static string Free(string folder, string name)
    {
        var path = Path.Combine(folder, $"{name}.db");
        for (var n = 2; File.Exists(path); n++)
        {
            path = Path.Combine(folder, $"{name}-{n}.db");
        }

        return path;
    }

    private static string Plain(string reason)
    {
        var plain = new string([.. reason.Trim().Select(c => char.IsLetterOrDigit(c) ? c : '-').Take(40)]).Trim('-');
        return plain.Length == 0 ? "backup" : plain;
    }
}
