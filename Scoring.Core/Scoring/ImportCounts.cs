using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Scoring;

/// <summary>Votes, orders and the like of many entrants at once, from a list (R-K8): by a clerk, as sheets of the module's counting seat.
/// All or nothing; a count
/// already there must be equal or is refused.</summary>
public static class ImportCounts
{
    /// <summary>Where counts of a module go: one figure an entrant that one judge's seat holds; null: this module takes no counts from a
    /// list.</summary>
    public static (JudgeId Judge, Aspect Aspect)? Into(ModuleState module) =>
        module.Definition is { Marking: MarkingMethod.Judge, Attempts: null, PerMember: null }
        && module.Sheet.Aspects is [FieldAspect or CountAspect or MetricAspect { Base: null or { Value: not null } }]
            && module.Seats is [var seat]
            ? (seat.Judge.Id, module.Sheet.Aspects[0]) : null;

    public static Decision Decide(CompetitionState state, Actor by, TradeId trade, ModuleId module, IReadOnlyList<ImportedMark> counts,
        string? source = null)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if (found.Module(module) is not { } definition || Into(definition) is not var (judge, aspect))
        {
            return Asking.NoModule;
        }

        if ((Asking.Role(found, by, Role.Clerk) ?? Closed.Why(found, definition)) is { } refused)
        {
            return refused;
        }

        var faults = new Dictionary<string, Saying>(StringComparer.Ordinal);
        var seen = new HashSet<EntrantId>();
        var taken = new List<ImportedMark>();
        foreach (var count in counts)
        {
            if (!seen.Add(count.Entrant))
            {
                faults[count.Entrant.Value] = $"同一位选手出现两次";
            }
            else if (state.Entrant(count.Entrant) is not { } entrant || entrant.Trade != found)
            {
                faults[count.Entrant.Value] = $"{found.Definition.Name}没有这位选手";
            }
            else if (Own(definition, entrant) is { } own)
            {
                if (own != count.Mark)
                {
                    faults[count.Entrant.Value] = $"已有不同的数，导入不会覆盖，请裁判长退回后再导入";
                }
            }
            else if (Sheet(state, found, definition, judge, aspect, entrant, count.Mark) is { } wrong)
            {
                faults[count.Entrant.Value] = wrong;
            }
            else
            {
                taken.Add(count);
            }
        }

        return faults.Count > 0 ? new Decision.Refuse(Refusal.BadMarks, $"有 {faults.Count} 行需要处理，全部改好后再导入", faults)
            : taken.Count == 0 ? new Decision.Refuse(Refusal.Empty, $"名单里没有新的数，请核对文件")
            : Decision.Of(new CountsImported(module, judge, aspect.Id, by.Id, taken, source));
    }

    /// <summary>The count that stands; null: none, or it was sent back.</summary>
    public static decimal? Own(ModuleState module, EntrantState entrant) => Into(module) is var (judge, aspect)
        && entrant.Entries(module.Definition.Id)?.Sheet(judge) is { Returned: false } sheet
            && sheet.Marks.TryGetValue(aspect.Id, out var entry) ? entry.Number : null;

    // Asked as of the judge's own sheet, so that list and glass obey the same rules.
    private static Saying? Sheet(
        CompetitionState state, TradeState trade, ModuleState module, JudgeId judge, Aspect aspect, EntrantState entrant, decimal count) =>
        SubmitSheet.Decide(state, judge, new SheetSubmission(
            Guid.Empty, trade.Definition.Id, module.Definition.Id, entrant.Code ?? "",
                entrant.Entries(module.Definition.Id)?.Sheet(judge)?.Version ?? 0,
            new Dictionary<AspectId, Entry> { [aspect.Id] = Entry.Of(count) })) is Decision.Refuse no
            ? no.Fields is { Count: > 0 } fields ? fields.Values.First() : no.Message : null;
}
