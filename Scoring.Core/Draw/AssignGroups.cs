using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Draw;

/// <summary>分组 (R-K3): which of the panels side by side each entrant belongs to, drawn from a recorded seed or set by hand; a list sets
/// it too.</summary>
public static class AssignGroups
{
    /// <summary>Everyone who draws is dealt out: groups differ by one at most.</summary>
    /// <param name="module">Null: every module with groups, where they are the same.</param>
    /// <param name="seed">Made outside Core, written to the ledger; the same seed gives the same groups.</param>
    /// <param name="reason">Needed where somebody has a group already: what was printed of it is not made false by one click.</param>
    public static Decision ByMachine(CompetitionState state, Actor by, TradeId trade, ModuleId? module, string seed, string? reason = null)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        var noSeed = string.IsNullOrWhiteSpace(seed) ? new Decision.Refuse(Refusal.NoSeed, $"抽签需要随机种子") : null;
        if ((Allowed(found, by) ?? noSeed) is { } refused)
        {
            return refused;
        }

        if (Of(found, module) is not { } groups)
        {
            return NoGroups(found, module);
        }

        var drawn = Shuffle.Of(
            $"{seed}\n{trade.Value}\n{module?.Value}\ngroups", DrawCodes.Drawing(found).Select(e => e.Entrant.Id).OrderBy(id =>
                id.Value, StringComparer.Ordinal));
        var grouped = drawn.Count(id => Now(found, id, module) is not null);
        return drawn.Count == 0 ? new Decision.Refuse(Refusal.Nobody, $"还没有选手，请先导入名单")
            : grouped > 0 && string.IsNullOrWhiteSpace(reason)
                ? new Decision.Refuse(Refusal.Again, $"已经有 {grouped} 人分了组，重新分组会换掉他们的组，请写理由")
            : Decision.Of(new GroupsAssigned(trade, module, seed, [.. drawn.Select((id, i) =>
                new GroupedEntrant(id, groups[i % groups.Count].Id))], grouped > 0 ? reason!.Trim() : null)); // looked at above
    }

    /// <param name="entrants">Whoever is named; the others stay where they are.</param>
    public static Decision ByHand(CompetitionState state, Actor by, TradeId trade, ModuleId? module, IReadOnlyList<GroupedEntrant> entrants)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if (Allowed(found, by) is { } refused)
        {
            return refused;
        }

        if (Of(found, module) is not { } groups)
        {
            return NoGroups(found, module);
        }

        if (entrants.FirstOrDefault(e => found.Competition.Entrant(e.Entrant)?.Trade != found || groups.All(g =>
            g.Id != e.Group)) is { } wrong)
        {
            return new Decision.Refuse(Refusal.BadGroup, $"没有“{wrong.Group}”这个组，或选手不在这里，请刷新后重选");
        }

        var changed = entrants.Where(e => Now(found, e.Entrant, module) != e.Group).ToList();
        return changed.Count == 0 ? new Decision.Refuse(Refusal.NothingChanged, $"分组没有改动")
            : Decision.Of(new GroupsAssigned(trade, module, null, changed));
    }

    /// <summary>The groups to choose from; null: this module has none, or without a module they are not the same everywhere.</summary>
    public static IReadOnlyList<PanelGroup>? Of(TradeState trade, ModuleId? module)
    {
        var sets = trade.Modules.Where(m => module is null || m.Definition.Id == module).Select(m =>
            m.Definition.Panel?.Groups).OfType<IReadOnlyList<PanelGroup>>().ToList();
        return sets.Count == 0 || sets.Any(s => !s.SequenceEqual(sets[0])) ? null : sets[0];
    }

    /// <summary>Where an entrant stands; null: in no group yet.</summary>
    public static string? Now(TradeState trade, EntrantId entrant, ModuleId? module) =>
        (module ?? trade.Modules.FirstOrDefault(m => m.Definition.Panel?.Groups is not null)?.Definition.Id) is { } of
            ? trade.Competition.Entrant(entrant)?.GroupOf(of) : null;

    private static Decision.Refuse NoGroups(TradeState trade, ModuleId? module) => module is null && trade.Modules.Any(m =>
        m.Definition.Panel?.Groups is not null)
        ? new(Refusal.GroupsDiffer, $"各模块的组不同，请一个模块一个模块地分") : new(Refusal.NoGroups, $"还没有设组，请先在评分方案里给模块分组");

    // Once a sheet is in, another panel would owe it.
    private static Decision.Refuse? Allowed(TradeState trade, Actor by) => Asking.Role(trade, by, Role.CodingOfficer, Role.Admin)
        ?? (trade.Phase > Phase.Scoring || trade.Entrants.Any(e => trade.Modules.Any(m =>
            m.Definition.Panel?.Groups is not null && e.Entries(m.Definition.Id) is { Sheets.Count: > 0 }))
            ? new(Refusal.TooLate, $"已经开始评分，不能再改分组") : null);
}
