using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;

namespace Scoring.Core.Scoring;

/// <summary>Which run of a module (R-K7), or which member of a team in it (R-K14), an entry is of.</summary>
internal static class Runs
{
    /// <param name="attempt">From 1; null: the first or only one.</param>
    public static Decision.Refuse? Check(ModuleState module, EntrantState entrant, int? attempt) =>
        (attempt ?? 1) >= 1 && (attempt ?? 1) <= module.Definition.EntriesOf(entrant.Entrant.Names.Count)
            ? null
            : new(Refusal.NoSuchRun, $"{module.Definition.Name}没有第 {attempt} 份，请刷新后重选");

    /// <summary>As events keep it.</summary>
    public static int? Stored(int? attempt) => attempt is > 1 ? attempt : null;
}
