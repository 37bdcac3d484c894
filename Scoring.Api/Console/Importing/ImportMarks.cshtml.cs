using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Api.Personal;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Console.Importing;

/// <summary>成绩导入 (R-B2): a list from an exam system, for one module or for all of a clerk's trades at once. By exam number, document number
/// and name; whose code is whose is never shown to a clerk.</summary>
[Authorize(Policy = Policies.EnterMarks)]
[RequestSizeLimit(SpreadsheetReader.LargestFile + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = SpreadsheetReader.LargestFile + (1024 * 1024))]
[ShowsPeople("成绩名单")]
public sealed class ImportMarksModel(Desk desk, UploadedLists uploads, PersonalSeal seal, Spellings spellings) : ImportPage(
    desk, uploads, spellings)
{
    private const string All = "all";

    public sealed record Choice(string Key, string Name);

    /// <summary><c>trade:module</c>; <c>all</c>: the theory of every trade of the clerk.</summary>
    [BindProperty(SupportsGet = true, Name = "for")]
    public string? For { get; set; }

    /// <param name="Earlier">第 3 名，87.50 分, and where.</param>
    public sealed record Carried(string Name, string Organization, string Earlier);

    /// <summary>Whose earlier totals would be carried into the chosen module, and how many of its trade bring none (R-K11); null: it is no single module.</summary>
    public (IReadOnlyList<Carried> People, int Without, decimal FullMark)? Earlier { get; private set; }

    public IReadOnlyList<Choice> Modules { get; private set; } = [];

    /// <summary>What is counted in the chosen module, e.g. 点赞数; null: marks go into it.</summary>
    public string? Counted { get; private set; }

    public override string What => $"成绩导入（{Modules.FirstOrDefault(m => m.Key == For)?.Name ?? For}）";

    public override string AbsentAdvice => "，他们还没有这项成绩。";

    public override string Here => string.IsNullOrEmpty(For) ? Request.Path : $"{Request.Path}?for={Uri.EscapeDataString(For)}";

    public async Task<IActionResult> OnGet()
    {
        Modules = Open.Read(state =>
        {
            var each = Held(state).SelectMany(t => t.Modules.Where(m => m.MarkedBy == Role.Clerk || ImportCounts.Into(m) is not null)
                .Select(m => new Choice($"{t.Definition.Id}:{m.Definition.Id}", $"{t.Definition.Name} {m.Definition.Name}"))).ToList();
            return Held(state).Count(t => TheoryOf(t) is not null) > 1 ? [new Choice(All, $"全部{TradeWord}的理论"), .. each] : each;
        });
        (Earlier, Counted) = Open.Read(state => (EarlierOf(state), CountedOf(state)));
        return await ShowUpload() ?? Page();
    }

    private string? CountedOf(CompetitionState state) => (For ?? "").Split(':') is [var trade, var id]
        && state.Trade(new TradeId(trade))?.Module(new ModuleId(id)) is { } module ? ImportCounts.Into(module)?.Aspect.Text : null;

    public IActionResult OnGetTemplate() => Open.Read(state => Into(state)) is not { Count: > 0 } into ? NotFound() : File(
        Open.Read(state => ListTemplates.Marks(into.Keys.Select(state.Trade).OfType<TradeState>().SelectMany(t => t.Entrants.Select(e => (
            e.Entrant.ExamNumber, e.Entrant.Name, state.Organizations.GetValueOrDefault(e.Entrant.Organization)?.Name ?? "", t.Definition.Name, e.Entrant.Work))), state.TradeWord, CountedOf(state))),
        XlsxWriter.ContentType, "成绩表模板.xlsx");

    public IActionResult OnGetMarked() => Open.Read(state => Into(state)).Count == 0 ? NotFound() : Marked();

    public IActionResult OnGetProgress() => Progress();

    [Needs(Policies.EnterMarks)]
    public Task<IActionResult> OnPostUpload(IFormFile? file) => Take(file);

    [Needs(Policies.EnterMarks)]
    public IActionResult OnPostCancel(string upload) => Cancelled(upload);

    [Needs(Policies.EnterMarks)]
    public IActionResult OnPostMend(string upload, string place, string? text) => Mended(upload, place, text);

    [Needs(Policies.EnterMarks)]
    public Task<IActionResult> OnPostAnswer(string upload, string question, string? answer) => Answered(upload, question, answer ?? "");

    [Needs(Policies.EnterMarks)]
    public Task<IActionResult> OnPostCommit(string upload, bool onlyGood) => CarryOut(upload, onlyGood, "成绩已导入");

    /// <summary>Earlier totals into the chosen module.</summary>
    [Needs(Policies.EnterMarks)]
    public async Task<IActionResult> OnPostEarlier()
    {
        if ((For ?? "").Split(':') is [var trade, var module])
        {
            await Ask("上一阶段总分已带入", state => CarryTotals.Decide(state, Me.Actor, new TradeId(trade), new ModuleId(module)));
        }

        return LocalRedirect(Here);
    }

    private (IReadOnlyList<Carried>, int, decimal)? EarlierOf(CompetitionState state)
    {
        if ((For ?? "").Split(':') is not [var id, var key] || Held(state).FirstOrDefault(t => t.Definition.Id.Value == id) is not { } trade
            || trade.Module(new ModuleId(key)) is not { MarkedBy: Role.Clerk } module)
        {
            return null;
        }

        var marks = CarryTotals.Of(trade, module, Me.Actor.Id);
        return (
            [
                .. marks.Select(m => state.Entrant(m.Entrant)!.Entrant).Select(e => new Carried( // of this state
                    e.Name, state.Organizations.GetValueOrDefault(e.Organization)?.Name ?? "",
                    $"{e.From!.Contest}{(e.From.Rank is { } rank ? $" 第 {rank} 名" : "")} {e.From.Total?.Plain()} 分")), // chosen by it
            ],
            trade.Entrants.Count(e => e.Entrant.From?.Total is null), module.Definition.FullMark);
    }

    protected override CheckList Check()
    {
        var (open, sealing, by) = (Open.Id, seal, Me.Actor);
        var (into, chosen) = (Open.Read(Into), For is null or All ? (TradeId?)null : new TradeId(For.Split(':')[0]));
        return (file, name, answers, read, _) =>
        {
            if (into.Count == 0)
            {
                throw new UnreadableFileException($"请先选择{TradeWord}和模块。");
            }

            MarkImport? import = null;
            read(state => import = MarkImport.Preview(file, name, state, into, chosen, by, boxed => sealing.Open(open, boxed), answers));
            return import!; // read has run
        };
    }

    private IEnumerable<TradeState> Held(CompetitionState state) => state.TradesInOrder.Where(t => Me.HoldsFor(t.Definition.Id));

    // Rows of the clerk's other trades go to the module there that is the same: by id, or as the theory.
    private Dictionary<TradeId, ModuleId> Into(CompetitionState state)
    {
        if (For == All)
        {
            return Held(state).Select(t => (t.Definition.Id, Module: TheoryOf(t))).Where(m => m.Module is not null).ToDictionary(
                m => m.Id, m => m.Module!.Definition.Id);
        }

        if ((For ?? "").Split(':') is not [var trade, var id] || Held(state).FirstOrDefault(t => t.Definition.Id.Value == trade) is not { } chosen
            || chosen.Module(new ModuleId(id)) is not { } module || (module.MarkedBy != Role.Clerk && ImportCounts.Into(module) is null))
        {
            return [];
        }

        var theory = TheoryOf(chosen) == module;
        return Held(state).Select(t => (Trade: t, Module: t == chosen ? module : theory ? TheoryOf(t) : Same(t, module))).Where(
            m => m.Module is not null)
            .ToDictionary(m => m.Trade.Definition.Id, m => m.Module!.Definition.Id);
    }

    private static ModuleState? Same(TradeState trade, ModuleState module) =>
        trade.Module(module.Definition.Id) is { } same && same.MarkedBy == module.MarkedBy && same.Definition.Name == module.Definition.Name
            && (same.MarkedBy == Role.Clerk || ImportCounts.Into(same) is not null) ? same : null;

    private static ModuleState? TheoryOf(TradeState trade) =>
        trade.Definition.Components.Where(c => c.Kind == ComponentKind.Theory).SelectMany(c => c.Modules).Select(m => trade.Module(m.Id)).OfType<ModuleState>().Where(m => m.MarkedBy == Role.Clerk).ToList() is [var only]
            ? only
            : null;
}
