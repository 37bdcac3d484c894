using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Api.Security;
using Scoring.Api.Storage;

namespace Scoring.Api.Console.Importing;

/// <summary>荣誉登记 (R-E5): awards and titles won elsewhere or before, from lists; the register is of the whole installation.</summary>
[Authorize(Policy = Policies.Organize)]
[RequestSizeLimit(SpreadsheetReader.LargestFile + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = SpreadsheetReader.LargestFile + (1024 * 1024))]
[ShowsPeople("荣誉登记")]
public sealed class ImportAwardsModel(Desk desk, UploadedLists uploads, Spellings spellings, AwardsRegister register, TimeProvider time)
    : OrganizersImport(
    desk, uploads, spellings)
{
    public IReadOnlyList<RegisteredList> Lists { get; private set; } = [];

    public override string What => "荣誉登记";

    public async Task<IActionResult> OnGet()
    {
        Lists = register.Lists();
        return await ShowUpload() ?? Page();
    }

    [Needs(Policies.Organize)]
    public async Task<IActionResult> OnPostCommit(string upload, bool onlyGood)
    {
        if (await Ready(upload) is not AwardImport import)
        {
            return LocalRedirect(Here);
        }

        if (import.Refusal(onlyGood) is { } refused)
        {
            Say(refused.Message.ToString(), bad: true);
            return LocalRedirect($"{Here}?upload={upload}");
        }

        register.Add(import.FileName, import.Awards);
        Over(upload);
        Say($"已登记 {import.Good} 条，在“历届”里查");
        return LocalRedirect(Here);
    }

    [Needs(Policies.Organize)]
    public IActionResult OnPostRemove(string? batch)
    {
        register.Remove(batch ?? "");
        Say("已删除这次登记");
        return LocalRedirect(Here);
    }

    protected override CheckList Check()
    {
        var (known, day) = (register.All(), DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        return (file, name, answers, _, _) => AwardImport.Preview(file, name, answers, known, day);
    }
}
