using Scoring.Core.Definition;
using Scoring.Core.Panels;
using Scoring.Core.People;

namespace Scoring.Core.Fold.State;

/// <summary>The modules of a trade under one definition, flat and by component, with their panels.</summary>
internal sealed class TradeModules
{
    private readonly TradeId trade;
    private readonly ModuleState[][] byComponent;
    private readonly ModuleState[] all;
    private readonly ModuleState[] limited;
    private readonly ModuleState[] crossed;

    /// <param name="before">Under the definition before: signatures stay with modules that are still there.</param>
    public TradeModules(Trade definition, TradeModules before)
        : this(definition.Id, [.. definition.Components.Select(c => c.Modules.Select(m => new ModuleState(m)).ToArray())]) => KeepSignatures(before);

    private TradeModules(TradeId trade, ModuleState[][] byComponent)
    {
        this.trade = trade;
        this.byComponent = byComponent;
        all = [.. byComponent.SelectMany(m => m)];
        limited = [.. all.Where(m => m.Definition.Time?.Out?.Then == OutMeans.Entrant)];
        crossed = [.. all.Where(m => m.Cross is not null)];
    }

    public static TradeModules None { get; } = new(default, []);

    public IReadOnlyList<ModuleState> All => all;

    public bool Entangled => crossed.Length > 0 || all.Any(m => m.Definition is { Attempts: not null } or { PerMember: not null });

    public bool Eliminate(EntrantState entrant)
    {
        foreach (var module in limited)
        {
            if (entrant.Entries(module.Definition.Id)?.AllOut(module.Definition) == true)
            {
                return true;
            }
        }

        return false;
    }

    public void Leaves(EntrantState entrant)
    {
        foreach (var module in crossed)
        {
            module.Cross!.Leaves(entrant); // not null: crossed
        }
    }

    /// <summary>Those whose figures follow from the values of others.</summary>
    public IReadOnlyList<ModuleState> Crossed => crossed;

    public IReadOnlyList<ModuleState> Of(int component) => byComponent[component];

    public ModuleState? Find(ModuleId id)
    {
        foreach (var module in all)
        {
            if (module.Definition.Id == id)
            {
                return module;
            }
        }

        return null;
    }

    /// <summary>Panels anew from the judges' seats, by seat number (R-J3).</summary>
    public void Seat(IEnumerable<Judge> judges)
    {
        var seats = judges.SelectMany(j => j.Seats, (judge, seat) => (Judge: judge, Seat: seat)).Where(s => s.Seat.Trade == trade).ToList();
        foreach (var module in all)
        {
            var own = seats.Where(s => s.Seat.Module == module.Definition.Id && s.Seat.Role == module.MarkedBy)
                .Select(s => new PanelSeat(s.Judge, s.Seat.Number, module.Definition.Panel?.Groups is null ? null : s.Seat.Group, s.Seat.Trainee))
                .OrderBy(s => s.Number).ThenBy(s => s.Judge.Id.Value, StringComparer.Ordinal).ToLookup(s => s.Trainee);
            module.Seats = [.. own[false]];
            module.Trainees = [.. own[true]];
        }
    }

    public void KeepSignatures(TradeModules before)
    {
        foreach (var module in all)
        {
            if (before.Find(module.Definition.Id) is { } same)
            {
                module.KeepSignatures(same);
            }
        }
    }
}
