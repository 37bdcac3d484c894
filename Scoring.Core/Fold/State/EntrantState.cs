using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Fold.State;

/// <summary>An entrant with everything the ledger says of them.</summary>
public sealed class EntrantState
{
    private readonly Dictionary<ModuleId, ModuleEntries> modules = [];
    private readonly List<ViolationRecorded> violations = [];
    private readonly List<WithdrawnViolation> withdrawn = [];
    private readonly List<DrawnCode?> codes = [];
    private readonly Dictionary<ModuleId, string> groups = [];
    private string? group;
    private readonly List<CorrectionRecord> corrections = [];
    private readonly List<StatusRecord> statuses = [];
    private readonly List<SubstitutionRecord> substitutions = [];

    internal EntrantState(Entrant entrant, int index)
    {
        Entrant = entrant;
        Index = index;
        Known = new EntrantResult(entrant.Id, EntrantStatus.Normal, [], null, null, null);
    }

    public Entrant Entrant { get; internal set; }

    /// <summary>Order of registration in the competition, from 0; never given twice.</summary>
    public int Index { get; }

    /// <summary>The last status set, or disqualified as long as a violation says so (R-B7, R-B8).</summary>
    public EntrantStatus Status =>
        violations.Exists(v => v.Outcome == ViolationOutcome.Disqualified) ? EntrantStatus.Disqualified
        : SetStatus == EntrantStatus.Normal && Trade?.Eliminates(this) == true ? EntrantStatus.Eliminated
        : SetStatus;

    /// <summary>不计名次 (R-K10).</summary>
    public bool IsGuest => Entrant.Counts == Counting.Guest;

    /// <summary>Which of a module's panels side by side (R-K3): as assigned, else by the list; null: none yet.</summary>
    public string? GroupOf(ModuleId module) => groups.GetValueOrDefault(module) ?? group ?? Entrant.Group;

    /// <summary>By module, as assigned.</summary>
    public IReadOnlyDictionary<ModuleId, string> Groups => groups;

    public string? StatusReason { get; internal set; }

    /// <summary>Not withdrawn, in the order recorded.</summary>
    public IReadOnlyList<ViolationRecorded> Violations => violations;

    /// <summary>Taken back, in the order they were.</summary>
    public IReadOnlyList<WithdrawnViolation> WithdrawnViolations => withdrawn;

    /// <summary>更正 in the order they were made (R-D2).</summary>
    public IReadOnlyList<CorrectionRecord> Corrections => corrections;

    /// <summary>Every status set, in order (R-B8).</summary>
    public IReadOnlyList<StatusRecord> Statuses => statuses;

    /// <summary>换人: who held this place before, in order.</summary>
    public IReadOnlyList<SubstitutionRecord> Substitutions => substitutions;

    /// <summary>Drawn codes, first layer first (R-A1).</summary>
    public IReadOnlyList<string> Codes => [.. codes.OfType<DrawnCode>().Select(c => c.Code)];

    /// <summary>Of one layer, from 1; null: not drawn.</summary>
    public string? CodeOf(int layer) => layer >= 1 && layer <= codes.Count ? codes[layer - 1]?.Code : null;

    /// <summary>代号: the code of the last layer drawn; in a trade without codes the 准考证号 or a running number; null: not drawn yet.</summary>
    public string? Code { get; private set; }

    /// <summary>工位 as it is shown; null: none.</summary>
    public string? Station { get; private set; }

    /// <summary>Last called to 检录; null: never.</summary>
    public DateTimeOffset? CalledAt { get; private set; }

    /// <summary>How often called.</summary>
    public int Calls { get; private set; }

    /// <summary>检录; null: not noted as there.</summary>
    public DateTimeOffset? ArrivedAt { get; internal set; }

    /// <summary>Sequence of the last entry that touched this entrant's marks, time, violations or status.</summary>
    public long Version { get; internal set; }

    /// <summary>As of the last entry.</summary>
    public EntrantResult Result
    {
        get
        {
            Trade?.WorkOut(this);
            return Known;
        }
    }

    public TradeState? Trade { get; internal set; }

    /// <summary>The result last worked out; <see cref="Result"/> catches up first.</summary>
    internal EntrantResult Known { get; set; }

    /// <summary>Whom the entrant shares a total with in <see cref="TradeOrder"/>; null: not in order yet.</summary>
    internal TradeOrder.Rung? Rung { get; set; }

    internal EntrantStatus SetStatus { get; set; }

    /// <summary>Null: nothing entered yet.</summary>
    public ModuleEntries? Entries(ModuleId module) => modules.GetValueOrDefault(module);

    public SheetState? Sheet(ModuleId module, JudgeId judge) => Entries(module)?.Sheet(judge);

    internal EntrantState Copy()
    {
        var copy = new EntrantState(Entrant, Index) { SetStatus = SetStatus, StatusReason = StatusReason, Version = Version, ArrivedAt = ArrivedAt, CalledAt = CalledAt, Calls = Calls };
        copy.group = group;
        foreach (var assigned in groups)
        {
            copy.groups.Add(assigned.Key, assigned.Value);
        }

        copy.violations.AddRange(violations);
        copy.withdrawn.AddRange(withdrawn);
        copy.codes.AddRange(codes);
        copy.corrections.AddRange(corrections);
        copy.statuses.AddRange(statuses);
        copy.substitutions.AddRange(substitutions);
        foreach (var (module, entries) in modules)
        {
            copy.modules.Add(module, entries.Copy());
        }

        return copy;
    }

    internal ModuleEntries EntriesOf(ModuleId module)
    {
        if (!modules.TryGetValue(module, out var entries))
        {
            modules[module] = entries = new ModuleEntries();
        }

        return entries;
    }

    internal void Call(DateTimeOffset at) => (CalledAt, Calls) = (at, Calls + 1);

    internal void Forget()
    {
        foreach (var entries in modules.Values)
        {
            entries.Computed = null;
        }
    }

    internal void Assign(ModuleId? module, string to)
    {
        if (module is { } one)
        {
            groups[one] = to;
        }
        else
        {
            group = to;
        }
    }

    internal void Add(ViolationRecorded violation) => violations.Add(violation);

    internal void Add(CorrectionRecord correction) => corrections.Add(correction);

    internal void Add(StatusRecord status) => statuses.Add(status);

    internal void Add(SubstitutionRecord substitution) => substitutions.Add(substitution);

    /// <returns>The one withdrawn; null: there was none of that number.</returns>
    internal ViolationRecorded? WithdrawViolation(ViolationWithdrawn e)
    {
        var found = violations.Find(v => v.Number == e.Number);
        if (found is not null)
        {
            violations.RemoveAll(v => v.Number == e.Number);
            withdrawn.Add(new(found, e.Reason));
        }

        return found;
    }

    internal void Draw(int layer, DrawnCode code)
    {
        while (codes.Count < layer)
        {
            codes.Add(null);
        }

        codes[layer - 1] = code;
    }

    /// <summary>What was drawn in a layer, from 1; null: nothing.</summary>
    internal DrawnCode? Drawn(int layer) => codes.ElementAtOrDefault(layer - 1);

    internal void ClearCodes(int fromLayer = 1)
    {
        if (codes.Count >= fromLayer)
        {
            codes.RemoveRange(fromLayer - 1, codes.Count - fromLayer + 1);
        }
    }

    /// <summary>Called after anything that can change the current code.</summary>
    internal void SettleCode(int layers)
    {
        var last = codes.FindLast(c => c is not null);
        Code = layers == 0 ? Entrant.ExamNumber ?? (Index + 1).ToString("000", System.Globalization.CultureInfo.InvariantCulture) : last?.Code;
        Station = codes.FindLast(c => c is { HasStation: true }) is { } placed ? placed.Station ?? $"{placed.Place} 号工位" : null;
    }
}

/// <param name="Reason">Why it was taken back.</param>
public sealed record WithdrawnViolation(ViolationRecorded Recorded, string Reason);

/// <param name="From">As it was before.</param>
public sealed record StatusRecord(Stamp Stamp, EntrantStatus From, EntrantStatus To, string Reason);

/// <param name="Before">Who held the place.</param>
public sealed record SubstitutionRecord(Stamp Stamp, Entrant Before, Entrant After, string Reason);
