using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Console.Progress;
using Scoring.Api.Hubs;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Console.Marks;

/// <summary>双录核定 (R-B2, R-J13): two clerks' figures side by side where they differ; a third person decides. Clerks know names, the others codes (R-A1).</summary>
[Authorize(Policy = Policies.Settle)]
public sealed class DoublesModel(Desk desk) : TradePage(desk)
{
    public sealed record Figure(string Clerk, decimal Mark);

    /// <param name="Own">This person entered one of the two and cannot decide.</param>
    /// <param name="Run">Which run (R-K7) or member (R-K14); null: the module has neither.</param>
    public sealed record Row(
        string Key, string Number, string Name, ModuleId Module, string ModuleName, int? Attempt, string? Run, decimal FullMark,
        IReadOnlyList<Figure> Figures, decimal Difference, bool Own);

    public sealed record Settled(string Number, string Name, string ModuleName, IReadOnlyList<Figure> Figures, decimal Mark, string By, string Reason);

    protected override string PageName => "doubles";

    public bool ByName => Me.Role == Role.Clerk;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Settled> Done { get; private set; } = [];

    public int Waiting { get; private set; }

    public bool Any { get; private set; }

    public IActionResult OnGet() => Show(Load);

    [Needs(Policies.Settle)]
    public Task<IActionResult> OnPostSettle(string entrant, string module, string? mark, string? reason, int? attempt) => Carry("已核定", state =>
        !decimal.TryParse((mark ?? "").Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure)
            ? new Decision.Refuse(Refusal.BadMark, $"核定的成绩请填数字，例如 87.5")
            : Find(state, entrant) is { } found ? ResolveDoubleEntry.Decide(state, Me.Actor, found, new ModuleId(module), figure, reason ?? "", attempt)
            : new Decision.Refuse(Refusal.NoSuchEntrant, $"找不到这位选手，请刷新"));

    // A clerk's page names people by id, the others' by code: neither page ties the two together.
    private EntrantId? Find(CompetitionState state, string key) =>
        state.Trade(Trade) is not { } trade ? null
        : ByName ? state.Entrant(new EntrantId(key))?.Trade == trade ? new EntrantId(key) : null
        : trade.ByCode(key)?.Entrant.Id;

    private void Load(TradeState trade)
    {
        var modules = trade.Modules.Where(m => m.Definition.Marking == MarkingMethod.DoubleEntry).ToList();
        Any = modules.Count > 0;
        var entries = modules.SelectMany(m => trade.Entrants.Where(e => e.Status == EntrantStatus.Normal).SelectMany(e => EntrantRun.Of(e, m)))
            .Where(r => r.Waived is null).Select(r => (Module: r.Module.Definition, r.Entrant, r.Entries, Run: r)).ToList();
        Waiting = entries.Count(x => x.Entries is null or { ClerkMarks.Count: < 2, Settled: null });
        Rows =
        [
            .. entries.Where(x => DayModule.Differs(x.Entries)).OrderBy(x => Number(x.Entrant), ReadingOrder.Names).Select(x => new Row(
                ByName ? x.Entrant.Entrant.Id.Value : x.Entrant.Code ?? "", Number(x.Entrant), ByName ? x.Entrant.Entrant.Name : "",
                x.Module.Id, x.Module.Name, x.Run.Attempt, ByName ? x.Run.Called : x.Run.Name, x.Module.FullMarkOfOne,
                Figures(trade, x.Entries!), x.Entries!.ClerkMarks.Max(m => m.Mark) - x.Entries.ClerkMarks.Min(m => m.Mark), x.Entries.Mark(Me.Id) is not null)), // Differs saw the entries
        ];
        Done =
        [
            .. entries.Where(x => x.Entries is { Settled: { Correction: false } }).OrderByDescending(x => x.Entries!.Settled!.Version).Select(x => new Settled(
                Number(x.Entrant), ByName ? x.Entrant.Entrant.Name : "", $"{x.Module.Name} {x.Run.Name}".TrimEnd(), Figures(trade, x.Entries!), x.Entries!.Settled!.Mark, Person(trade, x.Entries.Settled.By), x.Entries.Settled.Reason)), // kept only those settled
        ];
    }

    private string Number(EntrantState entrant) => ByName ? entrant.Entrant.ExamNumber ?? "" : entrant.Code ?? "—";

    private static List<Figure> Figures(TradeState trade, ModuleEntries entries) => [.. entries.ClerkMarks.Select(m => new Figure(Person(trade, m.Clerk), m.Mark))];

    private static string Person(TradeState trade, string id) => trade.Competition.Judges.GetValueOrDefault(new JudgeId(id))?.Name ?? id;
}
