using Scoring.Api.Storage;
using Scoring.Api.Verify;
using Scoring.Core.Definition;

namespace Scoring.Api.Files;

/// <summary>Backups and sealed archives of a contest, by the names of their files: nothing else can be asked for.</summary>
public sealed class KeptFiles(BackupKeeper keeper, DataFolder folder)
{
    /// <summary>Newest first.</summary>
    public IEnumerable<FileInfo> Archives(CompetitionId contest) =>
        new DirectoryInfo(SealedArchive.Folder(folder)) is { Exists: true } archives
        ? archives.EnumerateFiles($"{contest}-*-归档.zip").OrderByDescending(f => f.Name, StringComparer.Ordinal)
        : [];

    /// <summary>Null: there is none of that name.</summary>
    public string? PathOf(CompetitionId contest, string? file) =>
        keeper.Folders.SelectMany(BackupFile.In).Where(b => b.Competition == contest)
        .Select(b => b.Path)
        .Concat(Archives(contest).Select(f => f.FullName)).FirstOrDefault(p => Path.GetFileName(p) == file);
}
