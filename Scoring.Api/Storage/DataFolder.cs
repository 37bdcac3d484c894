using System.Text.RegularExpressions;
using Scoring.Core.Definition;

namespace Scoring.Api.Storage;

/// <summary>Where an installation keeps everything; used by one process at a time.</summary>
public sealed partial class DataFolder : IDisposable
{
    /// <summary>Characters of a competition's id, at most.</summary>
    public const int LongestKey = 64;

    private readonly FileStream hold;

    private DataFolder(string root, FileStream hold) => (Root, this.hold) = (root, hold);

    public string Root { get; }
    public string Catalog => CatalogIn(Root);
    public string Competitions => CompetitionsIn(Root);
    public string Backups => BackupsIn(Root);

    public static string CatalogIn(string root) => Path.Combine(root, "catalog.db");
    public static string CompetitionsIn(string root) => Path.Combine(root, "competitions");
    public static string BackupsIn(string root) => Path.Combine(root, "backups");

    /// <summary>Makes the folder if there is none, and holds it until disposed; a killed process lets go of it too.</summary>
    /// <exception cref="DataFolderInUseException"/>
    /// <exception cref="DataFolderRefusedException"/>
    public static DataFolder Take(string path)
    {
        var root = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(CompetitionsIn(root));
            Directory.CreateDirectory(BackupsIn(root));
            return new(root, new FileStream(Path.Combine(root, "in-use.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException held) when (IsHeld(held))
        {
            throw new DataFolderInUseException(root, held);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderRefusedException(root, refused);
        }
    }

    public string FileOf(CompetitionId id) => CanName(id) ? Path.Combine(Competitions, $"{id.Value}.db") : throw new ArgumentException("not a file's name", nameof(id));

    /// <summary>Whether a new competition may have the id: a file's name on every system and a piece of every address, so small ASCII letters, digits and hyphens.</summary>
    public static bool CanMake(CompetitionId id) => NewKey().IsMatch(id.Value) && !IsReserved(id);

    /// <summary>Names of devices on some systems, and of pages that stand beside the competitions'.</summary>
    public static bool IsReserved(CompetitionId id) => Reserved().IsMatch(id.Value);

    /// <summary>Whether the id can be a file's name: 1 to 64 letters, digits, hyphens and underscores. Competitions of earlier versions may have any such.</summary>
    public static bool CanName(CompetitionId id) =>
        id.Value is { Length: > 0 and <= 64 } value && value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');

    public void Dispose() => hold.Dispose();

    // Another process's hold, as Windows, Linux and macOS name it; a disk that can only be read has another number.
    private static bool IsHeld(IOException failure) => (failure.HResult & 0xFFFF) is 32 or 33 or 11 or 35;

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,63}\z", RegexOptions.NonBacktracking)]
    private static partial Regex NewKey();

    [GeneratedRegex(
        @"^(con|prn|aux|nul|com[0-9]|lpt[0-9]|competitions|accounts|login|logout|setup|denied|password|access|running|doctor|history|figures|calendar|clock|certificate-keys|welcome)\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Reserved();
}

/// <summary>Another process has the folder.</summary>
public sealed class DataFolderInUseException(string root, Exception cause) : DataRefusedException($"{root} is in use", cause)
{
    public override string Explanation => $"数据文件夹 {root} 正被另一个计分程序使用。请先关闭那个程序，或者用 SCORING_DATA 指定另一个文件夹。";
}

/// <summary>The folder cannot be written: no permission, or a disk that can only be read.</summary>
public sealed class DataFolderRefusedException(string root, Exception cause) : DataRefusedException($"{root} cannot be written", cause)
{
    public override string Explanation => $"数据文件夹 {root} 不能写入：磁盘写保护，或者没有权限。什么都没有改动。请解除写保护或改权限后重新启动；"
        + "只想看里面的数据，可以把整个文件夹复制到能写的磁盘，再用 SCORING_DATA 指定它。";
}
