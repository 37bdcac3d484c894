using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Hubs;
using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Console.Marks;

/// <summary>Theory and other single figures, a whole trade in one table, keyboard first (R-B2). By name and exam number: a clerk never sees a drawn code.</summary>
[Authorize(Policy = Policies.EnterMarks)]
[ShowsPeople("成绩录入名单")]
public sealed class MarksModel(Desk desk) : TradePage(desk)
{
    /// <param name="Text">The own figure as the field shows it.</param>
    /// <param name="BasedOn">Its version; 0: none yet.</param>
    /// <param name="Others">Whether another clerk has entered already; never what (double entry is independent).</param>
    /// <param name="Attempt">Which run (R-K7) or member (R-K14), from 1; null: the module has neither.</param>
    public sealed record Mark(
        EntrantId Entrant, ModuleId Module, int? Attempt, string Label, string Text, long BasedOn, bool Open, string? Others,
        string? Problem = null, bool Saved = false);

    /// <param name="Run">Of an entrant with several rows: which run or member; null: one row.</param>
    /// <param name="Marks">One a module; null: the module has no such run.</param>
    public sealed record Row(string? ExamNumber, string Name, string? Run, string? Organization, bool Normal, IReadOnlyList<Mark?> Marks);

    protected override string PageName => "marks";

    public IReadOnlyList<Module> Modules { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IActionResult OnGet() => Show(trade => (Modules, Rows) = Of(trade));

    /// <summary>One field, saved as it is left.</summary>
    [Needs(Policies.EnterMarks)]
    public async Task<IActionResult> OnPostEnter(string entrant, string module, string? mark, long basedOn, int? attempt)
    {
        var (who, where) = (new EntrantId(entrant), new ModuleId(module));
        var typed = (mark ?? "").Normalize(System.Text.NormalizationForm.FormKC).Trim();
        string? problem;
        if (!decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure))
        {
            problem = typed.Length == 0 ? "没有填，未存入" : "请填数字，例如 87.5";
        }
        else
        {
            var outcome = await Open.Execute(
                Entry == Guid.Empty ? EntryFor() : Entry, Me.Actor.ToString(),
                state => state.Entrant(who)?.Trade?.Definition.Id == Trade
                    ? EnterModuleMark.Decide(state, Me.Actor, who, where, figure, basedOn, attempt)
                    : new Decision.Refuse(Refusal.NoSuchEntrant, $"这位选手不在本{state.TradeWord}，请刷新"),
                HttpContext.RequestAborted, await Typed(), Me.Via);
            problem = outcome switch
            {
                Outcome.Refused refused => refused.Why.Message.ToString(),
                Outcome.NotStored failed => failed.Message,
                _ => null,
            };
        }

        var field = Open.Read(state => state.Trade(Trade) is { } trade && trade.Module(where) is { } found && state.Entrant(who) is { } one
            && EntrantRun.Of(one, found).ElementAtOrDefault((attempt ?? 1) - 1) is { } run ? FieldOf(trade, run) : null);
        return field is null ? NotFound()
            : Partial("/Console/Marks/_Mark.cshtml", problem is null ? field with { Saved = true } : field with { Text = typed, Problem = problem });
    }

    private (IReadOnlyList<Module>, IReadOnlyList<Row>) Of(TradeState trade)
    {
        var modules = trade.Modules.Where(m => m.MarkedBy == Role.Clerk).ToList();
        var rows = trade.Entrants
            .OrderBy(e => e.Entrant.ExamNumber ?? "", ReadingOrder.Names).ThenBy(e => e.Entrant.Name, ReadingOrder.Names)
            .SelectMany(e => RowsOf(trade, e, modules))
            .ToList();
        return ([.. modules.Select(m => m.Definition)], rows);
    }

    private IEnumerable<Row> RowsOf(TradeState trade, EntrantState entrant, List<ModuleState> modules)
    {
        var runs = modules.Select(m => EntrantRun.Of(entrant, m).ToList()).ToList();
        var organization = trade.Competition.Organizations.GetValueOrDefault(entrant.Entrant.Organization)?.Name;
        for (var n = 0; n < runs.Max(r => (int?)r.Count); n++)
        {
            var run = runs.Select(r => r.ElementAtOrDefault(n)?.Called).FirstOrDefault(called => called is not null);
            yield return new Row(
                entrant.Entrant.ExamNumber, entrant.Entrant.Name, run, organization, entrant.Status == EntrantStatus.Normal,
                [.. runs.Select(r => r.ElementAtOrDefault(n) is { } one ? FieldOf(trade, one) : null)]);
        }
    }

    private Mark FieldOf(TradeState trade, EntrantRun run)
    {
        var (entries, entrant, module) = (run.Entries, run.Entrant, run.Module.Definition);
        var own = entries?.Mark(Me.Id);
        var open = run.Waived is null && trade.Phase == Phase.Scoring && entrant.Status == EntrantStatus.Normal && Me.HoldsFor(trade.Definition.Id);
        var elsewhere = own is null && module.Marking == MarkingMethod.Clerk ? entries?.ClerkMarks.LastOrDefault() : null;
        return new Mark(
            entrant.Entrant.Id, module.Id, run.Attempt, $"{entrant.Entrant.Name} {run.Called} {module.Name}",
            (own ?? elsewhere)?.Mark.Plain() ?? "", own?.Version ?? 0, open,
            run.Waived ?? (own is null && entries?.ClerkMarks.Count > 0 ? "已有人录入" : null));
    }
}
