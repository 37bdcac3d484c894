using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Api.Security;
using Scoring.Api.Storage;

namespace Scoring.Api.Console.Importing;

/// <summary>裁判名册导入 (R-I1e): judges with seats and recusals. It adds; who is not on the list stays.</summary>
[Authorize(Policy = Policies.Organize)]
[RequestSizeLimit(SpreadsheetReader.LargestFile + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = SpreadsheetReader.LargestFile + (1024 * 1024))]
public sealed class ImportJudgesModel(Desk desk, UploadedLists uploads, Spellings spellings) : OrganizersImport(desk, uploads, spellings)
{
    public override string What => "裁判名册导入";

    public override string AbsentAdvice => "；不再担任的请在“人员与回避”解聘。";

    public async Task<IActionResult> OnGet()
    {
        if (await ShowUpload() is { } shown)
        {
            return shown;
        }

        Done = Open.Read(state => DoneOf(state, i => i.Judges.Count > 0));
        return Page();
    }

    public IActionResult OnGetTemplate() => File(ListTemplates.Judges(TradeWord), XlsxWriter.ContentType, "裁判名册模板.xlsx");

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostTrades(string upload) => MakeTrades(upload);

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostCommit(string upload, bool onlyGood) => CarryOut(upload, onlyGood, "裁判名册已导入");

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostUndo(long import, string? reason) => TakeBack(import, reason);

    protected override CheckList Check()
    {
        var decided = Decided.All();
        return (file, name, answers, read, _) =>
        {
            JudgeImport? import = null;
            read(state => import = JudgeImport.Preview(file, name, state, answers, decided));
            return import!; // read has run
        };
    }
}
