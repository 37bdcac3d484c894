using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Scoring;

/// <summary>Totals of an earlier stage carried into a module (R-K11): entered by a clerk like any figures, at once for everyone who brings
/// one.
/// Where the module's full mark is the earlier stage's and its component is scaled, they are brought to 100 (R-K1).</summary>
public static class CarryTotals
{
    /// <summary>Who brings a total and has no figure of this clerk yet, in the order of the list.</summary>
    /// <param name="clerk">Each of two clerks carries them in (R-B2).</param>
    public static IReadOnlyList<ImportedMark> Of(TradeState trade, ModuleState module, string clerk) =>
        [.. trade.Entrants.Where(e => e.Entrant.From?.Total is not null && !HasOne(e, module, clerk))
            .Select(e => new ImportedMark(e.Entrant.Id, e.Entrant.From!.Total!.Value))]; // by Where

    public static Decision Decide(CompetitionState state, Actor by, TradeId trade, ModuleId module)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if (found.Module(module) is not { } into)
        {
            return Asking.NoModule;
        }

        var marks = Of(found, into, by.Id);
        return marks.Count == 0 ? new Decision.Refuse(Refusal.Nobody, $"没有人带着上一阶段的总分，或者都已经有成绩")
            : ImportModuleMarks.Decide(state, by, trade, module, marks, carried: true) switch
            {
                Decision.Refuse { Fields: { Count: > 0 } faults } no => no with
                {
                    Message = $"{state.Entrant(new EntrantId(faults.Keys.First()))?.Entrant.Name}：{faults.Values.First()}"
                        + $"。模块的满分应是上一阶段的满分，部分再折算成 100",
                },
                var yes => yes,
            };
    }

    private static bool HasOne(EntrantState entrant, ModuleState module, string clerk) =>
        entrant.Entries(module.Definition.Id) is { ClerkMarks.Count: > 0 } entries
        && (module.Definition.Marking != MarkingMethod.DoubleEntry || entries.Mark(clerk) is not null);
}
