using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Api.Personal;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Fold;

namespace Scoring.Api.Console.Importing;

/// <summary>名单导入 (R-I1, R-I3): a file is read, checked and shown beside what is there; nothing changes before the organizer says so.</summary>
[Authorize(Policy = Policies.Organize)]
[RequestSizeLimit(SpreadsheetReader.LargestFile + (1024 * 1024))]
[ShowsPeople("名单核对")]
public sealed class ImportModel(Desk desk, ImportDesk uploads, PersonalSeal seal, Spellings spellings) : ImportPage(desk, uploads)
{
    public IReadOnlyList<(string Trade, int People)> Present { get; private set; } = [];

    public override string What => "名单导入";

    public override string AbsentAdvice => "；已退出的请标“弃赛”。";

    public IActionResult OnGet()
    {
        if (ShowUpload() is { } shown)
        {
            return shown;
        }

        (Present, Done) = Open.Read(state => (
            (IReadOnlyList<(string, int)>)[.. state.TradesInOrder.Select(t => (t.Definition.Name, t.Entrants.Count))], DoneOf(state, i => i.Entrants.Count > 0)));
        return Page();
    }

    public IActionResult OnGetTemplate() => File(ListTemplates.Registration(), XlsxWriter.ContentType, "报名表模板.xlsx");

    /// <summary>The same table with its errors marked in the cells.</summary>
    public IActionResult OnGetMarked() => Marked();

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostUpload(IFormFile? file) => Take(file);

    [Needs(Policies.Organize)]
    public IActionResult OnPostAnswer(string upload, string question, string answer) => Answered(upload, question, answer);

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostCommit(string upload, bool onlyGood) => CarryOut(upload, onlyGood, "名单已导入");

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostUndo(long import, string? reason) => TakeBack(import, reason);

    protected override ListImport Preview(CompetitionState state, byte[] bytes, string name, IReadOnlyDictionary<string, string> answers) =>
        EntrantImport.Preview(bytes, name, state, boxed => seal.Open(Open.Id, boxed), answers, spellings.All(), clear => seal.Seal(Open.Id, clear));

    protected override void Carried(ListImport import) => spellings.Remember(import.Spellings);
}
