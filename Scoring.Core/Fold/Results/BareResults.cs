using Scoring.Core.Marking;

namespace Scoring.Core.Fold.Results;

/// <summary>Results of entrants of whom nothing is in yet. Equal ones share one: of a hundred thousand registered people they would fill
/// the memory.</summary>
internal sealed class BareResults
{
    private IReadOnlyList<ComponentResult>? last;

    public EntrantResult Shared(EntrantResult result)
    {
        if (!result.Components.All(IsBare))
        {
            return result;
        }

        if (last is not null && Same(result.Components, last))
        {
            return result with { Components = last };
        }

        last = result.Components;
        return result;
    }

    private static bool IsBare(ComponentResult c) =>
        c is { Figure: null, Weighted: null, Raw: null, ScaledFrom: null } && c.Modules.All(IsBare);

    private static bool IsBare(ModuleResult m) =>
        m is
        {
            Sheets.Count: 0, Panel: null, Deductions.Count: 0, Figure: null, SecondsUsed: null, Spread: null, SpreadOpen: false,
                SetToZero: false, Out: false,
            PanelOpen: null, Levelled: null, FinishedAt: null, ExactFigure: null, Attempts: null,
        } && m.Judgements is null or { Count: 0 };

    private static bool Same(IReadOnlyList<ComponentResult> a, IReadOnlyList<ComponentResult> b) =>
        a.Count == b.Count && a.Zip(b).All(p => p.First.Component == p.Second.Component && p.First.Modules.Count == p.Second.Modules.Count
            && p.First.Modules.Zip(p.Second.Modules).All(m => Same(m.First, m.Second)));

    private static bool Same(ModuleResult a, ModuleResult b) =>
        a.Module == b.Module && a.Provisional == b.Provisional && a.Judgements is null == b.Judgements is null
            && a.Missing.SequenceEqual(b.Missing);
}
