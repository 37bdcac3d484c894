using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Fold.Results;

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
        var (seconds, finished) = TimeOf(trade, components);
        var deductions = OffTotal(entrant);
        return new EntrantResult(
            entrant.Entrant.Id, status, components, status == EntrantStatus.Normal && total is { } sum ? Total(definition, sum, deductions) : null, seconds, finished)
        {
            Deductions = deductions.Count == 0 ? null : deductions,
            Guest = entrant.IsGuest,
            MayMove = trade.HasEntangled
                ? components.SelectMany(c => c.Modules).FirstOrDefault(m => m.Provisional is not null)?.Provisional : null,
        };
    }

    // One rounding; percentages are of a positive total only, and only a trade with a component below 0 goes below 0 itself (R-K5, R-M4).
    private static decimal Total(Trade definition, decimal sum, List<Deduction> deductions)
    {
        sum = After(sum, deductions);
        var floor = !definition.Components.Any(c => c.BelowZero);
        return Rounding.Round(floor && sum < 0 ? 0m : sum, definition.Rounding, definition.Decimals);
    }

    /// <summary>What is left of a sum of components, before it stops at 0.</summary>
    internal static decimal After(decimal sum, IReadOnlyList<Deduction> deductions) =>
        (sum > 0 ? sum * (1m - (deductions.Sum(d => d.Percent) / 100m)) : sum) - deductions.Sum(d => d.Points);

    private static List<Deduction> OffTotal(EntrantState entrant) =>
    [
        .. entrant.Violations.Where(v => v.Module is null && v.Outcome == ViolationOutcome.Deduction)
            .Select(v => new Deduction($"违规第 {v.Number} 号：{v.What}", v.Deduction, Percent: v.Percent ?? 0m)),
    ];

    /// <summary>
    /// Found without working anything out: the result would show the same as <paramref name="known"/>, because every component still lacks a module.
    /// False says nothing.
    /// </summary>
    public static bool SurelyShowsSame(TradeState trade, EntrantState entrant, EntrantResult known)
    {
        if (entrant.Status != known.Status || entrant.IsGuest != known.Guest || entrant.Violations.Count > 0 || known.Components.Count != trade.Definition.Components.Count
            || Time(trade.Modules.Where(m => m.Definition.Time is not null).Select(m => entrant.Entries(m.Definition.Id)?.Time)
                .Select(t => (t?.NetSeconds, t?.FinishedAt))) != (known.SecondsUsed, known.FinishedAt))
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

        // Only here a figure stops at 0 (R-B7, R-J7), unless it has no floor (R-K9).
        var raw = exact;
        if (definition.Scaled)
        {
            exact = Exact.Of(exact.ToRatio() * Ratio.Of(100m) / Ratio.Of(definition.ModulesFullMark));
        }

        var rounded = Rounding.Round(exact.IsNegative && !definition.BelowZero ? Exact.Zero : exact, trade.Definition.Rounding, trade.Definition.Decimals);
        return new ComponentResult(
            definition.Id, results, rounded, trade.Definition.Scoring == ScoringMode.RawSum ? rounded : rounded * definition.Weight / 100m)
        {
            Raw = raw.ToDecimal(),
            ScaledFrom = definition.Scaled ? definition.ModulesFullMark : null,
        };
    }

    // Time used sums all timed modules (R-J6); the finish is the latest there is (R-L2), because groups rotate.
    private static (decimal? Seconds, DateTimeOffset? Finished) TimeOf(TradeState trade, ComponentResult[] components) => Time(
        components.Zip(trade.Definition.Components).SelectMany(c => c.First.Modules.Zip(c.Second.Modules)).Where(m => m.Second.Time is not null)
            .Select(m => (m.First.SecondsUsed, m.First.FinishedAt)));

    private static (decimal? Seconds, DateTimeOffset? Finished) Time(IEnumerable<(decimal? Seconds, DateTimeOffset? Finished)> modules)
    {
        decimal? seconds = null;
        DateTimeOffset? finished = null;
        var lacks = false;
        foreach (var module in modules)
        {
            lacks |= module.Seconds is null;
            seconds = (seconds ?? 0) + (module.Seconds ?? 0);
            finished = finished is null || module.Finished > finished ? module.Finished : finished;
        }

        return (lacks ? null : seconds, finished);
    }
}
