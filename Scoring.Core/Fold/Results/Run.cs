using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.Panels;
using Scoring.Core.Sayings;

namespace Scoring.Core.Fold.Results;

/// <summary>A module run once: marks, levelling, overtime. Violations are not yet off.</summary>
/// <param name="Figure">After overtime; null: incomplete.</param>
/// <param name="Deductions">Overtime, or nothing.</param>
internal sealed record Run(
    MarkedFigure Marked, Exact? Figure, IReadOnlyList<Deduction> Deductions, decimal? Seconds, DateTimeOffset? FinishedAt, bool SpreadOpen, Saying? PanelOpen,
    Saying? Provisional, IReadOnlyList<Saying> Missing, bool Out, LevelledFigure? Levelled = null, IReadOnlyList<AttemptResult>? Attempts = null)
{
    public static Run Of(ModuleState module, EntrantState entrant, ModuleEntries? entries)
    {
        var definition = module.Definition;
        var marked = MarkedFigure.Of(module, entrant, entries);
        var time = definition.Time is null ? null : entries?.Time;
        if (Overtime.IsOut(definition.Time, time?.NetSeconds))
        {
            return new(marked, Exact.Zero, [], time?.NetSeconds, time?.FinishedAtVenue, false, null, null, [],
                Out: true); // R-K6: needs no marks
        }

        var missing = marked.Missing;
        var levelled = module.Cross?.Level(entrant, marked.Figure);
        if (levelled is { Missing: { } cannot })
        {
            missing = [cannot];
        }

        if (Overtime.MissingTime(definition.Time, time?.NetSeconds))
        {
            missing = [.. missing, $"用时未录入"];
        }

        var late = Overtime.Of(definition.Time, time?.NetSeconds);
        var exact = missing.Count > 0 ? null : levelled is { } l ? l.Figure : marked.Figure;
        var open = definition.Marking == MarkingMethod.Panel && entries?.SpreadReason is null && marked.Spread?.IsAbove(definition.SpreadLimit) == true;
        return new(
            marked, late is null || exact is not { } figure ? exact : figure - late.Points, late is null ? [] : [late], time?.NetSeconds,
                time?.FinishedAtVenue, open,
            entries?.PanelReason is null ? marked.Reduced : null, exact is null ? null : module.Cross?.Provisional(entrant), missing, Out: false, levelled?.Words);
    }
}
