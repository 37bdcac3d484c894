using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.Sqlite;
using Scoring.Api.Files;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Api.Verify;
using Scoring.Core.Definition;
using Scoring.Display.Work;

namespace Scoring.Api.Console.Archive;

/// <summary>备份与归档: copies by when and why, the second folder, the sealed archive, and the way back into a new competition beside the old.</summary>
[Authorize(Policy = Policies.Administer)]
public sealed class ArchiveModel(Desk desk, BackupKeeper keeper, SealedArchive archive, CompetitionRestore restore, Settings settings,
    InstallationBackup installation, DataFolder folder, KeptFiles kept) : ContestPage(desk)
{
    private const int Shown = 100;

    /// <param name="Name">Of the file.</param>
    /// <param name="Twice">Lies in the second folder too.</param>
    public sealed record Row(string Name, string When, string Reason, string Size, bool Twice);

    public IReadOnlyList<Row> Backups { get; private set; } = [];

    public IReadOnlyList<Row> Archives { get; private set; } = [];

    public string? SecondFolder => keeper.SecondFolder;

    public string? Problem => keeper.SecondFolderProblem;

    public void OnGet()
    {
        var second = SecondFolder is { } other ? BackupFile.In(other).Select(b => Path.GetFileName(b.Path)).ToHashSet(StringComparer.Ordinal) : [];
        Backups =
        [
            .. BackupFile.In(folder.Backups).Where(b => b.Competition == Open.Id).Take(Shown).Select(b =>
                new Row(Path.GetFileName(b.Path), Desk.Local(b.At).Moment(), b.Reason, Size(b.Bytes), second.Contains(Path.GetFileName(b.Path)))),
        ];
        Archives = [.. kept.Archives(Open.Id).Select(f => new Row(f.Name, Desk.Local(new DateTimeOffset(f.LastWriteTimeUtc)).Moment(), "归档包", Size(f.Length), false))];
    }

    /// <summary>An archive to carry away.</summary>
    public IActionResult OnGetDownload(string? file) => kept.Archives(Open.Id).FirstOrDefault(f => f.Name == file) is { } found
        ? PhysicalFile(found.FullName, "application/zip",
            $"{Contest?.Name} 归档 {Desk.Local(new DateTimeOffset(found.LastWriteTimeUtc)):yyyy-MM-dd HHmm}.zip")
        : NotFound();

    [Needs(Policies.Administer)]
    public IActionResult OnPostBackup() =>
        Try(() => $"已备份，{Size(new FileInfo(keeper.Make(Open, "手动")).Length)}，见下面第一行。{keeper.SecondFolderProblem}");

    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostSeal()
    {
        Desk.Access.Write(Me, Open.Id, "制作归档包");
        return await SideThreads.Archives.Run(() => Try(() =>
        {
            var made = archive.Make(Open);
            var checkedArchive = VerifyArchive.Run(made);
            return checkedArchive.Intact
                ? $"归档包已做好并检查通过：{checkedArchive.Manifest!.Files.Count} 个文件，公钥指纹 {checkedArchive.Manifest.KeyPrint}"
                : throw new IOException(string.Join('；', checkedArchive.Findings.Take(3)));
        }));
    }

    [Needs(Policies.Administer)]
    public IActionResult OnPostFolder(string? path)
    {
        if (ChangedMeanwhile(SecondFolder))
        {
            return LocalRedirect(Request.Path);
        }

        var wanted = path?.Trim();
        return Try(() =>
        {
            if (string.IsNullOrEmpty(wanted))
            {
                settings.Set(Settings.SecondFolder, null);
                return "不再备份到第二个位置。";
            }

            Directory.CreateDirectory(wanted);
            settings.Set(Settings.SecondFolder, Path.GetFullPath(wanted));
            keeper.Make(Open, "设定第二备份位置");
            return keeper.SecondFolderProblem is { } problem ? throw new IOException(problem) : $"以后每次备份都会再存一份到 {wanted}。";
        });
    }

    /// <summary>Whether backups hold accounts, tablets and keys too.</summary>
    public bool Whole => installation.Ready;

    /// <summary>The password of the whole: from now on every backup has accounts, tablets and keys in it.</summary>
    [Needs(Policies.Administer)]
    public IActionResult OnPostWhole(string? password, string? again) => Try(() =>
    {
        if (password != again)
        {
            throw new IOException("两次口令不一样，没有改动。");
        }

        if (installation.SetPassword(password ?? "") is { } refused)
        {
            throw new IOException(refused);
        }

        Desk.Access.Write(Me, null, "设定整套备份口令");
        keeper.Make(Open, "设定整套备份");
        return "从现在起每次备份都带上账号、平板和密钥，用这个口令封好。请把口令抄下来，和备份分开保存：没有它恢复不了。";
    });

    /// <summary>A backup or an archive of this competition, by the name of its file.</summary>
    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostRestore(string? file, string? key)
    {
        if (kept.PathOf(Open.Id, file) is not { } path)
        {
            Say("找不到这份备份，请刷新。", bad: true);
            return LocalRedirect(Request.Path);
        }

        var (restored, fault) = await restore.Run(path, new CompetitionId(key?.Trim() ?? ""), Me.Actor.ToString(), HttpContext.RequestAborted);
        Say(fault ?? $"已恢复为新比赛 {restored!.Id}，原来的比赛没有改动。{restore.KeyNote(path)}", bad: fault is not null);
        return LocalRedirect(fault is null ? "/console/competitions" : Request.Path.Value!);
    }

    private IActionResult Try(Func<string> work)
    {
        try
        {
            Say(work());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException or ArgumentException or NotSupportedException or InvalidOperationException
            or NotALedgerException or NotAnArchiveException)
        {
            Say(failure is IOException or NotALedgerException or NotAnArchiveException ? failure.Message : StorageFailure.Explain(failure),
                bad: true);
        }

        return LocalRedirect(Request.Path);
    }

    private static string Size(long bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} KB" : $"{bytes / 1024.0 / 1024:0.0} MB";
}
