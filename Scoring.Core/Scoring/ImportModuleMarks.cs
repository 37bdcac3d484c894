using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Scoring;

/// <summary>Many module marks at once, from an exam system's list; all or nothing (R-I3). It adds; a figure already there must be equal or is refused.</summary>
public static class ImportModuleMarks
{
    public static Decision Decide(
        CompetitionState state, Actor by, TradeId trade, ModuleId module, IReadOnlyList<ImportedMark> marks, string? source = null, bool carried = false)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if (found.Module(module) is not { } definition)
        {
            return Asking.NoModule;
        }

        if ((Asking.Role(found, by, Role.Clerk) ?? EnterModuleMark.ByClerk(definition) ?? Closed.Why(found, definition)) is { } refused)
        {
            return refused;
        }

        var faults = new Dictionary<string, Saying>(StringComparer.Ordinal);
        var seen = new HashSet<EntrantId>();
        foreach (var mark in marks)
        {
            if (Wrong(state, found, definition, by, mark, seen) is { } wrong)
            {
                faults[mark.Entrant.Value] = wrong;
            }
        }

        return marks.Count == 0
            ? new Decision.Refuse(Refusal.Empty, $"名单里没有成绩，请核对文件")
            : faults.Count > 0
                ? new Decision.Refuse(Refusal.BadMarks, $"有 {faults.Count} 行需要处理，全部改好后再导入", faults)
                : Decision.Of(new ModuleMarksImported(module, by.Id, marks, source, carried ? true : null));
    }

    private static Saying? Wrong(CompetitionState state, TradeState trade, ModuleState module, Actor by, ImportedMark mark, HashSet<EntrantId> seen)
    {
        if (state.Entrant(mark.Entrant) is not { } entrant || entrant.Trade != trade)
        {
            return $"{trade.Definition.Name}没有这位选手";
        }

        if (!seen.Add(mark.Entrant))
        {
            return $"同一位选手出现两次";
        }

        var entries = entrant.Entries(module.Definition.Id);
        return (ModuleMark.Check(module.Definition, mark.Mark) ?? Closed.Why(entrant))?.Message
            ?? (EnterModuleMark.ThirdClerk(module, entries, by.Id) ? (Saying)$"两位录入员都已录入" : null)
            ?? (entries?.Mark(by.Id) is { } own && own.Mark != mark.Mark ? (Saying)$"已有不同的成绩，导入不会覆盖，请单独修改" : null);
    }
}
