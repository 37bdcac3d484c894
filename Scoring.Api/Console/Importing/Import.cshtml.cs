using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Api.Personal;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Display.Screens;

namespace Scoring.Api.Console.Importing;

/// <summary>名单导入 (R-I1, R-I3): a file is read, checked and shown beside what is there; nothing changes before the organizer says
/// so.</summary>
[Authorize(Policy = Policies.Organize)]
[RequestSizeLimit(SpreadsheetReader.LargestFile + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = SpreadsheetReader.LargestFile + (1024 * 1024))]
[ShowsPeople("名单核对")]
public sealed partial class ImportModel(Desk desk, ImportDesk uploads, PersonalSeal seal, Spellings spellings, ScreenFiles pictures,
    TimeProvider time) : OrganizersImport(
    desk, uploads, spellings)
{
    public IReadOnlyList<(string Trade, int People)> Present { get; private set; } = [];

    public override string What => "名单导入";

    public override string AbsentAdvice => "；已退出的请标“弃赛”。";

    public async Task<IActionResult> OnGet()
    {
        if (await ShowUpload() is { } shown)
        {
            return shown;
        }

        Load();
        return Page();
    }

    private void Load() => (Present, Done) = Open.Read(state => (
            (IReadOnlyList<(string, int)>)[.. state.TradesInOrder.Select(t => (t.Definition.Name, t.Entrants.Count))],
                DoneOf(state, i => i.Entrants.Count > 0)));

    public IActionResult OnGetTemplate() => File(ListTemplates.Registration(TradeWord), XlsxWriter.ContentType, "报名表模板.xlsx");

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostTrades(string upload) => MakeTrades(upload);

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostCommit(string upload, bool onlyGood) => CarryOut(upload, onlyGood, "名单已导入");

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostUndo(long import, string? reason) => TakeBack(import, reason);

    protected override CheckList Check()
    {
        var (open, sealing, at, decided) = (Open.Id, seal, time, Decided.All());
        return (file, name, answers, read, told) => EntrantImport.Preview(
            file, name, read, boxed =>
                sealing.Open(open, boxed), answers, decided, clear =>
                    sealing.Seal(open, clear), DateOnly.FromDateTime(at.GetLocalNow().DateTime), told);
    }
}
