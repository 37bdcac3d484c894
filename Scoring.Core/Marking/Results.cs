// What marks become, level by level, with everything needed to explain a figure in words.
using System.Text.Json.Serialization;
using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

/// <param name="Mark">0…full, 2 decimals (R-B5).</param>
/// <param name="Because">How the entry became the mark, in words, e.g. 偏差 0.3 A，落入第 2 档.</param>
public sealed record AspectResult(AspectId Aspect, Entry Entry, decimal Mark, Saying Because);

/// <summary>One judge's sheet.</summary>
/// <param name="Total">Sum of its aspects.</param>
/// <param name="Use">Whether and how the panel used it.</param>
public sealed record SheetResult(JudgeId Judge, int Seat, decimal Total, IReadOnlyList<AspectResult> Aspects, SheetUse Use);

/// <summary>Counted; dropped as highest or lowest (R-B3); ignored as its judge was recused (R-J3); returned and not handed in again;
/// incomplete under the definition as it is now; not on the panel any more, its seat having another judge's sheet; or a trainee's (R-K10).</summary>
public enum SheetUse { Counted, DroppedHigh, DroppedLow, Recused, Returned, Incomplete, OffPanel, Trainee }

/// <summary>R-G2: three judges' scores on one aspect: full × sum ÷ 9.</summary>
/// <param name="Scores">In panel order.</param>
public sealed record JudgementResult(AspectId Aspect, IReadOnlyList<decimal> Scores, decimal Mark);

/// <summary>A module's figure for an entrant.</summary>
/// <param name="Panel">Exact figure before deductions (R-J2); null: incomplete.</param>
/// <param name="Deductions">Overtime and violations that came off, in words and figures.</param>
/// <param name="Figure">After deductions; may be below 0, as only the component stops there (R-J7); null: incomplete.</param>
/// <param name="Spread">Per 100 of full mark (R-B4); null: not a panel or fewer than two sheets.</param>
/// <param name="SpreadOpen">The spread is above the limit and neither confirmed nor re-scored: ranked provisionally, not publishable (R-J4).</param>
/// <param name="Missing">What is still missing, in words; empty when complete.</param>
public sealed record ModuleResult(
    ModuleId Module,
    IReadOnlyList<SheetResult> Sheets,
    decimal? Panel,
    IReadOnlyList<Deduction> Deductions,
    decimal? Figure,
    decimal? SecondsUsed,
    decimal? Spread,
    bool SpreadOpen,
    bool SetToZero,
    IReadOnlyList<Saying> Missing,
    IReadOnlyList<JudgementResult>? Judgements = null)
{
    /// <summary>Runs of a module that may be run more than once (R-K7), or the members marked in it (R-K14); null: neither. The other figures are then those of the runs that count.</summary>
    public IReadOnlyList<AttemptResult>? Attempts { get; init; }

    /// <summary>Above the limit of staying in (R-K6).</summary>
    public bool Out { get; init; }

    /// <summary>Why the head judge must confirm the panel as it is (R-L3, R-L4), in words; null: nothing to confirm, or confirmed.</summary>
    public Saying? PanelOpen { get; init; }

    /// <summary>Why the figure may still move with others' (R-K3, R-K8), in words; null: it stands by itself, or everyone is in.</summary>
    public Saying? Provisional { get; init; }

    /// <summary>How the figure was brought to one level (R-K3); null: it was not.</summary>
    public LevelledFigure? Levelled { get; init; }

    /// <summary>Latest of the runs that count (R-L2); null: not recorded.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary><see cref="Figure"/> as it goes into the component: not rounded, not even to a decimal's last digit.</summary>
    [JsonIgnore]
    public Exact? ExactFigure { get; init; }

    /// <summary>Has its figure and nothing that keeps it from being final (R-B4).</summary>
    [JsonIgnore]
    public bool IsFinal => Figure is not null && !SpreadOpen && PanelOpen is null && Provisional is null;

    /// <summary>A wide spread (R-B4) or a smaller panel (R-L3, R-L4) waits for the head judge's word.</summary>
    [JsonIgnore]
    public bool AsksHeadJudge => SpreadOpen || PanelOpen is not null;

    /// <summary>Of one run or member, from 1; the module's own where it has neither.</summary>
    public IReadOnlyList<JudgementResult>? JudgementsOf(int attempt) =>
        Attempts is null ? Judgements : Attempts.ElementAtOrDefault(attempt - 1)?.Judgements;

    /// <summary>Before deductions, of one run or member, from 1; the module's own where it has neither.</summary>
    public decimal? PanelOf(int attempt) => Attempts is null ? Panel : Attempts.ElementAtOrDefault(attempt - 1)?.Panel;

    /// <summary>What a tie step may look at: the runs that count, or the module itself.</summary>
    internal IEnumerable<(IReadOnlyList<SheetResult> Sheets, IReadOnlyList<JudgementResult>? Judgements)> Runs() =>
        Attempts is null ? [(Sheets, Judgements)] : Attempts.Where(a => a.Counts).Select(a => (a.Sheets, a.Judgements));
}

/// <summary>One run of a module (R-K7), or one member of a team in it (R-K14).</summary>
/// <param name="Number">From 1.</param>
/// <param name="Figure">After overtime; null: not run, or incomplete.</param>
/// <param name="Waived">弃试, with the reason; null: it was not.</param>
/// <param name="Counts">It is one of those that make the module's figure.</param>
public sealed record AttemptResult(
    int Number, IReadOnlyList<SheetResult> Sheets, decimal? Panel, IReadOnlyList<Deduction> Deductions, decimal? Figure, decimal? SecondsUsed, decimal? Spread,
    bool SpreadOpen, IReadOnlyList<Saying> Missing, string? Waived, bool Counts, IReadOnlyList<JudgementResult>? Judgements = null, bool Out = false)
{
    /// <summary>第 2 次, or the member's (R-K14).</summary>
    public Saying Name { get; init; } = $"";

    /// <summary>As in <see cref="ModuleResult.PanelOpen"/>, of this run.</summary>
    [JsonIgnore]
    public Saying? PanelOpen { get; init; }

    /// <summary>What <see cref="Waived"/> means: 弃试, or 缺考 of a member.</summary>
    [JsonIgnore]
    public Saying LeftOut { get; init; } = $"";

    [JsonIgnore]
    internal Exact? ExactFigure { get; init; }
}

/// <summary>R-K3.</summary>
/// <param name="Group">Name of the own group.</param>
/// <param name="Raw">The panel's figure.</param>
/// <param name="Mean">Of the own group.</param>
/// <param name="Common">What every group is brought to.</param>
/// <param name="Coefficient">Common ÷ mean, rounded if the rule says so.</param>
public sealed record LevelledFigure(string Group, decimal Raw, decimal Mean, decimal Common, decimal Coefficient);

/// <param name="ForTime">Overtime; otherwise a violation.</param>
/// <param name="Percent">Of the total, in place of points (R-K5).</param>
public sealed record Deduction(Saying Because, decimal Points, bool ForTime = false, decimal Percent = 0m);

/// <param name="Figure">Rounded to 2 decimals (R-B9), never below 0; null: incomplete.</param>
/// <param name="Weighted">Figure × weight ÷ 100, exact; in raw-sum mode the figure.</param>
public sealed record ComponentResult(ComponentId Component, IReadOnlyList<ModuleResult> Modules, decimal? Figure, decimal? Weighted)
{
    /// <summary>Sum of its modules before it stops at 0 and is rounded; null: incomplete.</summary>
    public decimal? Raw { get; init; }

    /// <summary>What the modules make together, where the figure is brought to 100 (R-K1); null: it is not.</summary>
    public decimal? ScaledFrom { get; init; }
}

/// <summary>An entrant's whole result in a trade.</summary>
/// <param name="Total">Published total, 2 decimals (R-B9); null: incomplete, or not normal (R-B8).</param>
/// <param name="SecondsUsed">Sum over timed modules net of 补时; null if any lacks it (R-J6).</param>
public sealed record EntrantResult(
    EntrantId Entrant,
    EntrantStatus Status,
    IReadOnlyList<ComponentResult> Components,
    decimal? Total,
    decimal? SecondsUsed,
    DateTimeOffset? FinishedAt)
{
    /// <summary>What violations took off the total (R-K5); null: nothing.</summary>
    public IReadOnlyList<Deduction>? Deductions { get; init; }

    /// <summary>Why a figure may still move with others' (R-K3, R-K8), in words; null: none may.</summary>
    [JsonIgnore]
    public Saying? MayMove { get; init; }

    [JsonIgnore]
    public bool Provisional => MayMove is not null;

    /// <summary>不计名次 (R-K10): a total, and no rank.</summary>
    public bool Guest { get; init; }

    [JsonIgnore]
    public bool Ranked => Status == EntrantStatus.Normal && !Guest && Total is not null;

    /// <summary>Whether a list of results would show the same of both: status, total, component figures, time.</summary>
    internal bool ShowsSame(EntrantResult other)
    {
        if (Status != other.Status || Total != other.Total || SecondsUsed != other.SecondsUsed || MayMove != other.MayMove
            || Guest != other.Guest || Components.Count != other.Components.Count)
        {
            return false;
        }

        for (var i = 0; i < Components.Count; i++)
        {
            if (Components[i].Figure != other.Components[i].Figure)
            {
                return false;
            }
        }

        return true;
    }

    public IEnumerable<ModuleResult> Modules() => Components.SelectMany(c => c.Modules);

    public ModuleResult? Module(ModuleId id) => Modules().FirstOrDefault(m => m.Module == id);
}
