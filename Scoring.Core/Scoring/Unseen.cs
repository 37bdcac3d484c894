using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Sayings;

namespace Scoring.Core.Scoring;

/// <summary>
/// What an official decides on a tablet may reach the ledger much later. If what it was decided on has changed meanwhile, nobody has looked
/// at that: it comes back instead of being carried out.
/// </summary>
public static class Unseen
{
    /// <param name="seen">Version of the page it was decided on; null: not said.</param>
    /// <param name="attempt">Which run or member, from 1; null: the first or only one.</param>
    /// <returns>Null: what was seen is what there is.</returns>
    public static Decision.Refuse? Sheet(
        CompetitionState state, EntrantId entrant, ModuleId module, JudgeId judge, long? seen, int? attempt = null) =>
        Run(state, entrant, module, attempt)?.Sheet(judge) is { } sheet && sheet.Version > seen ? Changed($"这位裁判的评分表") : null;

    /// <inheritdoc cref="Sheet"/>
    public static Decision.Refuse? Panel(CompetitionState state, EntrantId entrant, ModuleId module, long? seen, int? attempt = null) =>
        Run(state, entrant, module, attempt)?.Sheets.Any(s => s.Version > seen) == true ? Changed($"小组的评分") : null;

    /// <inheritdoc cref="Sheet"/>
    public static Decision.Refuse? Status(CompetitionState state, EntrantId entrant, long? seen) =>
        state.Entrant(entrant)?.Statuses is [.., var last] && last.Stamp.Sequence > seen ? Changed($"选手的状态") : null;

    private static ModuleEntries? Run(CompetitionState state, EntrantId entrant, ModuleId module, int? attempt) =>
        state.Entrant(entrant)?.Entries(module)?.Attempt(attempt ?? 1);

    private static Decision.Refuse Changed(Saying what) => new(Refusal.Unseen, $"您办理之后才送到，其间{what}有了变化。请打开看过，需要时再办一次");
}
