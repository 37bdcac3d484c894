using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Scoring;

/// <summary>A clerk enters one figure for a whole module (R-B2): theory, or one of the two of a double entry (R-J13).</summary>
public static class EnterModuleMark
{
    /// <param name="basedOn">Sequence of the clerk's own figure that was seen; 0: none yet.</param>
    /// <param name="attempt">Which run (R-K7) or member (R-K14), from 1; null: the first or only one.</param>
    public static Decision Decide(
        CompetitionState state, Actor by, EntrantId entrant, ModuleId module, decimal mark, long basedOn, int? attempt = null)
    {
        if (state.Entrant(entrant) is not { Trade: { } trade } found)
        {
            return Asking.NoEntrant;
        }

        if (trade.Module(module) is not { } definition)
        {
            return Asking.NoModule;
        }

        var entries = found.Entries(module)?.Attempt(attempt ?? 1);
        return Asking.Role(trade, by, Role.Clerk) ?? ByClerk(definition) ?? Closed.Why(trade, definition) ?? Closed.Why(found)
            ?? Runs.Check(definition, found, attempt)
            ?? ModuleMark.Check(definition.Definition, mark)
            ?? (entries?.Mark(by.Id)?.Version ?? 0) switch
            {
                var version when version != basedOn => new Decision.Refuse(Refusal.MarkConflict, $"这个成绩已有另一个版本，请对照后再录入"),
                _ when Differ(definition, entries) => new Decision.Refuse(Refusal.Differ, $"两次录入不一致，已交第三人核定，不能再改"),
                _ when ThirdClerk(definition, entries, by.Id) => new Decision.Refuse(Refusal.ThirdClerk, $"两位录入员都已录入；不一致时由第三人核定"),
                _ => Decision.Of(new ModuleMarkEntered(entrant, module, by.Id, mark, basedOn, Runs.Stored(attempt))),
            };
    }

    internal static Decision.Refuse? ByClerk(ModuleState module) =>
        module.MarkedBy == Role.Clerk ? null : new(Refusal.NotByClerk, $"{module.Definition.Name}由裁判评分，不能录入整个模块的成绩");

    // After a difference only the third person settles it (R-L6).
    private static bool Differ(ModuleState module, ModuleEntries? entries) =>
        module.Definition.Marking == MarkingMethod.DoubleEntry && entries is { ClerkMarks.Count: >= 2, Settled: null } && entries.ClerkMarks.Any(m => m.Mark != entries.ClerkMarks[0].Mark);

    internal static bool ThirdClerk(ModuleState module, ModuleEntries? entries, string clerk) =>
        module.Definition.Marking == MarkingMethod.DoubleEntry && entries is { ClerkMarks.Count: >= 2 } && entries.Mark(clerk) is null;
}

/// <summary>A figure for a whole module.</summary>
internal static class ModuleMark
{
    public static Decision.Refuse? Check(Module module, decimal mark) => !module.Allows(mark)
        ? new(Refusal.BadMark, module.BelowZero ? $"{module.Name}的成绩须不超过 {Words.Plain(module.MostOfOne)}"
            : (Saying)$"{module.Name}的成绩须在 0 到 {Words.Plain(module.MostOfOne)} 之间")
        : decimal.Round(mark, Limits.MostDecimals) != mark ? new(Refusal.BadMark, $"成绩最多 {Limits.MostDecimals} 位小数") : null;
}
