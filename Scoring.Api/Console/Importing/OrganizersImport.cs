using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Api.Security;
using Scoring.Api.Storage;

namespace Scoring.Api.Console.Importing;

/// <summary>An import that only organizers carry out: everything up to taking the list over.</summary>
public abstract class OrganizersImport(Desk desk, UploadedLists uploads, Spellings spellings) : ImportPage(desk, uploads, spellings)
{
    /// <summary>The same table with its errors marked in the cells.</summary>
    public IActionResult OnGetMarked() => Marked();

    public IActionResult OnGetProgress() => Progress();

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostUpload(IFormFile? file) => Take(file);

    [Needs(Policies.Organize)]
    public IActionResult OnPostCancel(string upload) => Cancelled(upload);

    [Needs(Policies.Organize)]
    public IActionResult OnPostMend(string upload, string place, string? text) => Mended(upload, place, text);

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostAnswer(string upload, string question, string? answer) => Answered(upload, question, answer ?? "");
}
