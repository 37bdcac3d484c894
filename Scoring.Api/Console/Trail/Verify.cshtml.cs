using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.Sqlite;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Api.Verify;
using Scoring.Display.Work;

namespace Scoring.Api.Console.Trail;

/// <summary>核对台账: what the command <c>verify</c> does, on a copy made at that moment.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class VerifyLedgerModel(Desk desk, DataFolder folder) : ContestPage(desk)
{
    public const int Shown = 200;

    /// <summary>Null: not asked yet.</summary>
    public Verification? Found { get; private set; }

    /// <summary>A receipt to hold it against, as typed.</summary>
    public string? Head { get; private set; }

    public void OnGet()
    {
    }

    [Needs(Policies.Ledger)]
    public async Task<IActionResult> OnPostCheck(string? head)
    {
        Head = head?.Trim();
        LastEntry? wanted = null;
        if (!string.IsNullOrEmpty(Head) && (wanted = LastEntry.Read(Head)) is null)
        {
            Say("回执要写成“序号:校验码”，校验码至少 8 位，例如 7606:1a2b3c4d。", bad: true);
            return Page();
        }

        // Of a copy: reading a file that is open here past SQLite would drop its locks.
        var copy = Path.Combine(folder.Root, $"verify-{Guid.NewGuid():N}.tmp");
        try
        {
            Found = await SideThreads.Archives.Run(() =>
            {
                Backups.Copy(folder.FileOf(Open.Id), copy);
                return VerifyLedger.Run(copy, wanted);
            });
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException or NotALedgerException)
        {
            Say(failure is NotALedgerException ? failure.Message : StorageFailure.Explain(failure), bad: true);
        }
        finally
        {
            System.IO.File.Delete(copy);
        }

        return Page();
    }
}
