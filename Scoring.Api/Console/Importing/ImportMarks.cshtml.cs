using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Api.Personal;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.People;

namespace Scoring.Api.Console.Importing;

/// <summary>理论成绩导入 (R-B2): a list from an exam system for one module. By exam number and name; whose code is whose is never shown to a clerk.</summary>
[Authorize(Policy = Policies.EnterMarks)]
[RequestSizeLimit(SpreadsheetReader.LargestFile + (1024 * 1024))]
[ShowsPeople("成绩名单")]
public sealed class ImportMarksModel(Desk desk, ImportDesk uploads, PersonalSeal seal) : ImportPage(desk, uploads)
{
    public sealed record Choice(string Key, string Name);

    /// <summary><c>trade:module</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "for")]
    public string? For { get; set; }

    public IReadOnlyList<Choice> Modules { get; private set; } = [];

    public override string What => $"成绩导入（{Modules.FirstOrDefault(m => m.Key == For)?.Name ?? For}）";

    public override string AbsentAdvice => "，他们还没有这项成绩。";

    public override string Here => string.IsNullOrEmpty(For) ? Request.Path : $"{Request.Path}?for={Uri.EscapeDataString(For)}";

    public IActionResult OnGet()
    {
        Modules = Open.Read(state => state.TradesInOrder.Where(t => Me.HoldsFor(t.Definition.Id)).SelectMany(t => t.Modules.Where(m => m.MarkedBy == Role.Clerk)
            .Select(m => new Choice($"{t.Definition.Id}:{m.Definition.Id}", $"{t.Definition.Name} {m.Definition.Name}"))).ToList());
        return ShowUpload() ?? Page();
    }

    public IActionResult OnGetTemplate() => Open.Read(state => Chosen(state)) is null ? NotFound() : File(
        Open.Read(state => ListTemplates.Marks(Chosen(state)!.Value.Trade.Entrants.Select(e => (
            e.Entrant.ExamNumber, e.Entrant.Name, state.Organizations.GetValueOrDefault(e.Entrant.Organization)?.Name ?? "")))),
        XlsxWriter.ContentType, "成绩表模板.xlsx");

    public IActionResult OnGetMarked() => Open.Read(state => Chosen(state)) is null ? NotFound() : Marked();

    [Needs(Policies.EnterMarks)]
    public Task<IActionResult> OnPostUpload(IFormFile? file) => Take(file);

    [Needs(Policies.EnterMarks)]
    public Task<IActionResult> OnPostCommit(string upload, bool onlyGood) => CarryOut(upload, onlyGood, "成绩已导入");

    protected override ListImport Preview(CompetitionState state, byte[] bytes, string name, IReadOnlyDictionary<string, string> answers) =>
        Chosen(state) is not { } chosen ? throw new UnreadableFileException("请先选择工种和模块。")
            : MarkImport.Preview(bytes, name, chosen.Trade, chosen.Module, Me.Actor, boxed => seal.Open(Open.Id, boxed));

    private (TradeState Trade, Module Module)? Chosen(CompetitionState state) =>
        (For ?? "").Split(':') is [var trade, var module] && state.Trade(new TradeId(trade)) is { } found && Me.HoldsFor(found.Definition.Id)
            && found.Module(new ModuleId(module)) is { MarkedBy: Role.Clerk } sheet
            ? (found, sheet.Definition)
            : null;
}
