using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Fold;

namespace Scoring.Api.Console.Importing;

/// <summary>裁判名册导入 (R-I1e): judges with seats and recusals. It adds; who is not on the list stays.</summary>
[Authorize(Policy = Policies.Organize)]
[RequestSizeLimit(SpreadsheetReader.LargestFile + (1024 * 1024))]
public sealed class ImportJudgesModel(Desk desk, ImportDesk uploads, Spellings spellings) : ImportPage(desk, uploads)
{
    public override string What => "裁判名册导入";

    public override string AbsentAdvice => "；不再担任的请在“人员与回避”解聘。";

    public IActionResult OnGet()
    {
        if (ShowUpload() is { } shown)
        {
            return shown;
        }

        Done = Open.Read(state => DoneOf(state, i => i.Judges.Count > 0));
        return Page();
    }

    public IActionResult OnGetTemplate() => File(ListTemplates.Judges(), XlsxWriter.ContentType, "裁判名册模板.xlsx");

    public IActionResult OnGetMarked() => Marked();

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostUpload(IFormFile? file) => Take(file);

    [Needs(Policies.Organize)]
    public IActionResult OnPostAnswer(string upload, string question, string answer) => Answered(upload, question, answer);

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostCommit(string upload, bool onlyGood) => CarryOut(upload, onlyGood, "裁判名册已导入");

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostUndo(long import, string? reason) => TakeBack(import, reason);

    protected override ListImport Preview(CompetitionState state, byte[] bytes, string name, IReadOnlyDictionary<string, string> answers) =>
        JudgeImport.Preview(bytes, name, state, answers, spellings.All());
}
