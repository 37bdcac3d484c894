using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Fold;

/// <summary>An entrant's result: modules → components → total (R-B1, R-B9).</summary>
internal static class EntrantResults
{
    /// <summary>Modules already worked out are taken as they are: one more mark costs one module (<see cref="EntrantState.Forget"/>).</summary>
    public static EntrantResult Of(TradeState trade, EntrantState entrant)
    {
        var definition = trade.Definition;
        var components = new ComponentResult[definition.Components.Count];
        decimal? total = components.Length == 0 ? null : 0.00m;
        for (var i = 0; i < components.Length; i++)
        {
            components[i] = ComponentOf(trade, entrant, i);
            total += components[i].Weighted;
        }

        var status = entrant.Status;
        var (seconds, finished) = TimeOf(trade, entrant);
        return new EntrantResult(
            entrant.Entrant.Id, status, components,
            status == EntrantStatus.Normal && total is { } sum ? Rounding.Round(sum, definition.Rounding) : null, seconds, finished);
    }

    /// <summary>
    /// Found without working anything out: the result would show the same as <paramref name="known"/>, because every component still lacks a module.
    /// False says nothing.
    /// </summary>
    public static bool SurelyShowsSame(TradeState trade, EntrantState entrant, EntrantResult known)
    {
        if (entrant.Status != known.Status || entrant.Violations.Count > 0 || known.Components.Count != trade.Definition.Components.Count
            || TimeOf(trade, entrant) != (known.SecondsUsed, known.FinishedAt))
        {
            return false;
        }

        for (var i = 0; i < known.Components.Count; i++)
        {
            if (known.Components[i].Figure is not null || !LacksSheet(trade.ModulesOf(i), entrant))
            {
                return false;
            }
        }

        return true;
    }

    // From the last: modules are marked in order.
    private static bool LacksSheet(IReadOnlyList<ModuleState> modules, EntrantState entrant)
    {
        for (var i = modules.Count - 1; i >= 0; i--)
        {
            var module = modules[i];
            var entries = entrant.Entries(module.Definition.Id);
            if (entries is null || (module.Definition.Marking == MarkingMethod.Panel && PanelSlots.Lack(module, entrant, entries)))
            {
                return true;
            }
        }

        return false;
    }

    private static ComponentResult ComponentOf(TradeState trade, EntrantState entrant, int index)
    {
        var definition = trade.Definition.Components[index];
        var modules = trade.ModulesOf(index);
        var results = new ModuleResult[modules.Count];
        Exact? sum = modules.Count == 0 ? null : Exact.Zero;
        for (var i = 0; i < results.Length; i++)
        {
            var entries = entrant.Entries(modules[i].Definition.Id);
            results[i] = entries?.Computed ?? ModuleFigures.Of(modules[i], entrant, entries);
            if (entries is not null)
            {
                entries.Computed = results[i];
            }

            sum = sum is { } s && results[i].ExactFigure is { } figure ? s + figure : null;
        }

        if (sum is not { } exact)
        {
            return new ComponentResult(definition.Id, results, null, null);
        }

        // Only here a figure stops at 0 (R-B7, R-J7).
        var rounded = Rounding.Round(exact.Numerator < 0 ? Exact.Zero : exact, trade.Definition.Rounding);
        return new ComponentResult(
            definition.Id, results, rounded, trade.Definition.Scoring == ScoringMode.RawSum ? rounded : rounded * definition.Weight / 100m);
    }

    // Time used sums all timed modules, the finish is the last one's (R-J6).
    private static (int? Seconds, DateTimeOffset? Finished) TimeOf(TradeState trade, EntrantState entrant)
    {
        int? seconds = null;
        DateTimeOffset? finished = null;
        var lacks = false;
        foreach (var module in trade.Modules)
        {
            if (module.Definition.Time is null)
            {
                continue;
            }

            var time = entrant.Entries(module.Definition.Id)?.Time;
            lacks |= time is null;
            seconds = (seconds ?? 0) + (time?.NetSeconds ?? 0);
            finished = time?.FinishedAt;
        }

        return (lacks ? null : seconds, finished);
    }
}
