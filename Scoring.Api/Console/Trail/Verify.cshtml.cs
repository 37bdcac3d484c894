using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.Sqlite;
using Scoring.Api.Files;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Api.Verify;
using Scoring.Display.Work;

namespace Scoring.Api.Console.Trail;

/// <summary>核对台账: what the command <c>verify</c> does, on a copy made at that moment, or on a backup or archive of the contest.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class VerifyLedgerModel(Desk desk, DataFolder folder, KeptFiles kept) : ContestPage(desk)
{
    public const int Shown = 200;

    /// <param name="Archive">Null: what was checked is no archive.</param>
    /// <param name="Findings">Of the file and of the ledger in it.</param>
    public sealed record Outcome(Verification? Ledger, ArchiveManifest? Archive, IReadOnlyList<Finding> Findings)
    {
        public bool Intact => Findings.Count == 0;
    }

    /// <summary>Null: not asked yet.</summary>
    public Outcome? Found { get; private set; }

    /// <summary>A receipt to hold it against, as typed.</summary>
    public string? Head { get; private set; }

    /// <summary>The organizer's key an archive must be signed with, as typed.</summary>
    public string? Print { get; private set; }

    /// <summary>A backup or archive by its name, for who keeps them; null: the ledger as it is now.</summary>
    [BindProperty(SupportsGet = true, Name = "file")]
    public string? Wanted { get; set; }

    public bool IsArchive => Wanted?.EndsWith(".zip", StringComparison.Ordinal) == true;

    public IActionResult OnGet() => Missing() ?? Page();

    [Needs(Policies.Ledger)]
    public async Task<IActionResult> OnPostCheck(string? head, string? print)
    {
        (Head, Print) = (head?.Trim(), string.IsNullOrWhiteSpace(print) ? null : print.Trim());
        if (Missing() is { } gone)
        {
            return gone;
        }

        LastEntry? wanted = null;
        if (!string.IsNullOrEmpty(Head) && (wanted = LastEntry.Read(Head)) is null)
        {
            Say("回执要写成“序号:校验码”，校验码至少 8 位，例如 7606:1a2b3c4d。", bad: true);
            return Page();
        }

        try
        {
            Found = await SideThreads.Archives.Run(
                () => Wanted is null ? OfNow(wanted) : Of(kept.PathOf(Open.Id, Wanted)!, wanted)); // it is there
        }
        catch (Exception failure) when (failure
            is SqliteException or IOException or UnauthorizedAccessException or NotALedgerException or NotAnArchiveException)
        {
            Say(failure is NotALedgerException or NotAnArchiveException ? failure.Message : StorageFailure.Explain(failure), bad: true);
        }

        return Page();
    }

    private IActionResult? Missing()
    {
        if (Wanted is null || (Me.May(Policies.Administer) && kept.PathOf(Open.Id, Wanted) is not null))
        {
            return null;
        }

        Say("找不到这份文件，请回到“备份与归档”再选。", bad: true);
        return LocalRedirect(Request.Path);
    }

    // Of a copy: reading a file that is open here past SQLite would drop its locks.
    private Outcome OfNow(LastEntry? head)
    {
        var copy = Path.Combine(folder.Root, $"verify-{Guid.NewGuid():N}.tmp");
        try
        {
            Backups.Copy(folder.FileOf(Open.Id), copy);
            return Of(copy, head);
        }
        finally
        {
            System.IO.File.Delete(copy);
        }
    }

    private Outcome Of(string path, LastEntry? head)
    {
        if (!VerifyArchive.IsArchive(path))
        {
            var ledger = VerifyLedger.Run(path, head);
            return new(ledger, null, ledger.Findings);
        }

        var archive = VerifyArchive.Run(path, head, Print);
        return new(archive.Ledger, archive.Manifest, [.. archive.Findings.Select(f => new Finding("归档包", f))]);
    }
}
