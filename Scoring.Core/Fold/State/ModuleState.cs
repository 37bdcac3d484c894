using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.Panels;
using Scoring.Core.People;

namespace Scoring.Core.Fold.State;

/// <summary>A module of a trade: its sheet, its panel and who has signed it.</summary>
public sealed class ModuleState
{
    private readonly List<ModuleSigned> signatures = [];

    internal ModuleState(Module definition)
    {
        Sheet = new ModuleSheet(definition);
        Cross = Sheet.Fields.Count > 0 || definition.Panel?.Levelling is not null ? new CrossFigures(this) : null;
    }

    public Module Definition => Sheet.Module;

    public ModuleSheet Sheet { get; }

    /// <summary>Judges (of a clerk's module: clerks) with a seat in it, in panel order (R-J3).</summary>
    public IReadOnlyList<PanelSeat> Seats { get; internal set; } = [];

    /// <summary>影子裁判 (R-K10), who mark beside the panel and count in no figure.</summary>
    public IReadOnlyList<PanelSeat> Trainees { get; internal set; } = [];

    /// <summary>What here follows from the values of others (R-K3, R-K8); null: nothing.</summary>
    internal CrossFigures? Cross { get; }

    public IReadOnlyList<ModuleSigned> Signatures => signatures;

    /// <summary>Signed by the head judge: its sheets change only by correction until two people reopen it (R-D5).</summary>
    public bool Locked => signatures.Exists(s => s.As == Role.HeadJudge);

    /// <summary>Who marks it: judges, or clerks (R-B2).</summary>
    public Role MarkedBy => Definition.Marking is MarkingMethod.Judge or MarkingMethod.Panel ? Role.Judge : Role.Clerk;

    /// <summary>Whether this judge marks this entrant here: has a seat, of the entrant's group (R-K3), and is not recused (R-A4).</summary>
    public bool Marks(JudgeId judge, EntrantState entrant) =>
        Seat(judge) is { } seat && !seat.Judge.IsRecusedFrom(entrant.Entrant) && InGroup(seat, entrant);

    /// <summary>Whether this seat marks this entrant's group (R-K3).</summary>
    internal bool InGroup(PanelSeat seat, EntrantState entrant) =>
        Definition.Panel?.Groups is null || (seat.Group is { } group && group == entrant.GroupOf(Definition.Id));

    /// <summary>A judge's seat on the panel, or a trainee's beside it; null: neither.</summary>
    public PanelSeat? Seat(JudgeId judge) => Find(Seats, judge) ?? Find(Trainees, judge);

    internal void Sign(ModuleSigned signature)
    {
        signatures.RemoveAll(s => s.As == signature.As && s.By == signature.By);
        signatures.Add(signature);
    }

    internal void Reopen() => signatures.Clear();

    private static PanelSeat? Find(IReadOnlyList<PanelSeat> seats, JudgeId judge)
    {
        foreach (var seat in seats)
        {
            if (seat.Judge.Id == judge)
            {
                return seat;
            }
        }

        return null;
    }

    internal void KeepSignatures(ModuleState before) => signatures.AddRange(before.signatures);
}
