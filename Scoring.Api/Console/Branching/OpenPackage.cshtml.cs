using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Branches;
using Scoring.Api.Security;
using Scoring.Api.Storage;

namespace Scoring.Api.Console.Branching;

/// <summary>On a laptop that is to be a branch: the package from the main venue, and its password.</summary>
[Authorize(Policy = Policies.Administer)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public sealed class OpenPackageModel(Desk desk, BranchPackages packages) : ConsolePage(desk)
{
    private const long Largest = 500 * 1024 * 1024;

    public void OnGet()
    {
    }

    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? password)
    {
        if (file is null || file.Length == 0)
        {
            Say("请先选择分会场包（.branch）。", bad: true);
            return LocalRedirect(Request.Path);
        }

        var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        try
        {
            var (opened, fault) = await packages.Open(bytes.ToArray(), password ?? "", Me.Actor.ToString(), HttpContext.RequestAborted);
            if (fault is not null)
            {
                Say(fault, bad: true);
                return LocalRedirect(Request.Path);
            }

            Desk.Competitions.MakeCurrent(opened!); // no fault: it is there
            Desk.Access.Write(Me, opened!.Id, "打开分会场包");
            Say("分会场包已打开，大屏和平板现在用这场比赛。请给这里的裁判印配对码，填主会场的地址。");
            return LocalRedirect($"/console/{opened.Id}/branches");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            Say(StorageFailure.Explain(failure), bad: true);
            return LocalRedirect(Request.Path);
        }
    }
}
