using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Ranking;

namespace Scoring.Core.Fold.State;

/// <summary>A trade as the ledger leaves it. Its results are kept up mark by mark.</summary>
public sealed class TradeState
{
    private readonly List<EntrantState> entrants = [];
    private readonly Dictionary<string, EntrantState> byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly TradeReckoning results;
    private TradeModules modules = TradeModules.None;

    internal TradeState(CompetitionState competition, Trade definition)
    {
        Competition = competition;
        Definition = definition;
        results = competition.Reckon(this);
        Public = competition.Watch(this);
    }

    public CompetitionState Competition { get; }

    public Trade Definition { get; private set; }

    public Phase Phase { get; internal set; } = Phase.Setup;

    /// <summary>As set; what the public sees in the end is <see cref="PublicView.Shown"/>.</summary>
    public Visibility Visibility => ChosenVisibility ?? Definition.PublicView;

    /// <summary>Sequence of the last entry that touched the trade.</summary>
    public long Version { get; private set; }

    /// <summary>UTC time of that entry.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>In order of registration.</summary>
    public IReadOnlyList<EntrantState> Entrants => entrants;

    public IReadOnlyList<ModuleState> Modules => modules.All;

    /// <summary>What the public may see of this trade (R-A3).</summary>
    public PublicView Public { get; }

    /// <summary>Everything between the last mark and the last certificate.</summary>
    public Publication Publication { get; } = new();

    /// <summary>Every drawn layer was decoded by two people (R-A2); a trade without codes is.</summary>
    public bool IsDecoded
    {
        get
        {
            for (var layer = 1; layer <= Definition.CodeLayers; layer++)
            {
                if (!Publication.DecodedLayers.Contains(layer))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Entrants with a total.</summary>
    public int Ranked => results.Ranked;

    /// <summary>By the current code, outer spaces and case ignored; null: nobody has it.</summary>
    public EntrantState? ByCode(string code) => byCode.GetValueOrDefault(code.Trim());

    public ModuleState? Module(ModuleId id) => modules.Find(id);

    /// <summary>Judges (of a clerk's module: clerks) with a seat in that module, by seat number.</summary>
    public IReadOnlyList<Judge> Panel(ModuleId module) => [.. (Module(module)?.Seats ?? []).Select(s => s.Judge)];

    /// <exception cref="KeyNotFoundException">No entrant of this trade.</exception>
    public EntrantResult Result(EntrantId entrant) =>
        Competition.Entrant(entrant) is { } state && state.Trade == this ? state.Result : throw new KeyNotFoundException($"no entrant {entrant} in {Definition.Id}");

    /// <summary>The order with ranks and reasons (R-C1, R-C2), as of the last entry.</summary>
    public Standings Standings() => results.Standings();

    /// <summary>Sequence of the last entry that could change a result, a rank or an award.</summary>
    public long ResultsVersion => Before().Select(t => t.ResultsVersion).Append(results.Version).Max();

    /// <summary>The head judge checked the awards, and nothing changed since.</summary>
    public bool AwardsAreConfirmed => Publication.AwardsConfirmed is { At: var at } && at >= ResultsVersion;

    /// <summary>Who started: all but absent and withdrawn (R-J9), and no guests (R-K10).</summary>
    public int Started => entrants.Count(e => !e.IsGuest && e.Status is EntrantStatus.Normal or EntrantStatus.Disqualified or EntrantStatus.Eliminated);

    /// <summary>Who gets what, as it would be published now (R-E1 to R-E4).</summary>
    public AwardList Awards() => results.Awards();

    /// <summary>What prizes and approved honours pay as they stand, published or not (R-K12).</summary>
    public IReadOnlyList<Payment> Payments() => Payouts.Of(Definition, Awards(), Publication.Honours.Select(h => (h.Entrant, h.Title)));

    /// <summary>Who goes on, as of the last entry (R-C3, R-K11); null: the trade has no advance rule.</summary>
    public AdvanceList? Advance() => AdvanceList.Of(Definition, Standings(), Started, Whose, Publication.Declined);

    /// <summary>Organization, person and tags of an entrant of this trade, for limits and groups (R-K12, R-K15).</summary>
    internal Belonging Whose(EntrantId id) => Competition.Entrant(id) is { } entrant ? Competition.Whose(entrant) : Belonging.None(id);

    /// <summary>Awards depend on organizations, persons or tags (R-K12, R-K15).</summary>
    internal bool HeedsOwners => Definition.Awards is { Limits.Count: > 0 } or { CountBy: not null };

    /// <summary>Some name or tag did.</summary>
    internal void OwnersChange()
    {
        if (HeedsOwners)
        {
            Redecided();
        }
    }

    /// <summary>Prizes of the trades before this one, where limits are per person (R-M10).</summary>
    internal IEnumerable<(Belonging Winner, string Tier)> EarlierPrizes() => Elsewhere ?? Before().SelectMany(t =>
        t.Awards().Rows.Where(r => r.Tier is not null).Select(r => (t.Whose(r.Entrant), r.Tier!))); // not null by Where

    /// <summary>As they were when this trade was copied to try an entry on; null: it is no copy.</summary>
    internal IReadOnlyList<(Belonging Winner, string Tier)>? Elsewhere { get; set; }

    /// <summary>The trades whose prizes count here (R-M10); none where no limit is per person.</summary>
    internal IEnumerable<TradeState> Before() => Definition.Awards.Limits?.Any(l => l.Per == LimitPer.Person) == true
        ? Competition.TradesInOrder.TakeWhile(t => t != this) : [];

    /// <summary>Null: never set, so the definition's.</summary>
    internal Visibility? ChosenVisibility { get; set; }

    internal IReadOnlyList<ModuleState> ModulesOf(int component) => modules.Of(component);

    /// <summary>Everyone ranked with the same total as <paramref name="total"/>.</summary>
    internal List<EntrantState> WithTotal(decimal total) => results.WithTotal(total);

    internal void Define(Trade definition)
    {
        results.Redecided();
        Definition = definition;
        modules = new TradeModules(definition, modules);
        Seat(Competition.Judges.Values);
        SettleCodes();
    }

    /// <summary>Panels anew from the judges' seats; every entrant's panel may have changed.</summary>
    internal void Seat(IEnumerable<Judge> judges)
    {
        modules.Seat(judges);
        foreach (var entrant in entrants)
        {
            entrant.Forget();
            results.Recheck(entrant);
        }
    }

    internal void TakeProgress(TradeState from)
    {
        (Phase, ChosenVisibility) = (from.Phase, from.ChosenVisibility);
        Publication.Take(from.Publication);
        modules.KeepSignatures(from.modules);
    }

    internal void Add(EntrantState entrant)
    {
        if (entrant.Trade != this)
        {
            entrants.Add(entrant);
        }

        OwnersChange();
        var code = entrant.Code;
        Unindex(entrant);
        entrant.Trade = this;
        entrant.Forget();
        entrant.SettleCode(Definition.CodeLayers);
        Index(entrant);
        Public.CodeChanges(code, entrant.Code);
        results.Recheck(entrant);
    }

    internal void Remove(EntrantState entrant)
    {
        Public.RowGoes(entrant);
        modules.Leaves(entrant);
        entrants.Remove(entrant);
        results.Remove(entrant);
        Unindex(entrant);
        entrant.Trade = null;
    }

    /// <summary>R-K6, R-M5: every run of a module was out of time.</summary>
    internal bool Eliminates(EntrantState entrant) => modules.Eliminate(entrant);

    /// <summary>Some module's figures follow from those of others (R-K3, R-K8), or from several runs (R-K7): nothing is known without working it out.</summary>
    internal bool HasEntangled => modules.Entangled;

    /// <summary>Modules whose figures follow from the values of others (R-K3, R-K8).</summary>
    internal IReadOnlyList<ModuleState> Crossed => modules.Crossed;

    /// <summary>Something of this entrant changed; worked out by <see cref="Settle"/>.</summary>
    internal void Changed(EntrantState entrant) => results.Changed(entrant);

    /// <summary>A definition or a decision that ranks and awards follow from.</summary>
    internal void Redecided() => results.Redecided();

    internal void SettleCodes()
    {
        byCode.Clear();
        foreach (var entrant in entrants)
        {
            entrant.SettleCode(Definition.CodeLayers);
            Index(entrant);
            results.Recheck(entrant);
        }
    }

    /// <summary>The end of an entry: results of whoever it concerned, their places, and what of it the public sees.</summary>
    internal void Settle(Stamp stamp)
    {
        results.Settle(stamp.Sequence);
        Version = stamp.Sequence;
        At = stamp.At;
        Public.Settle(stamp);
    }

    /// <summary>The entrant's result, if it waits to be worked out.</summary>
    internal void WorkOut(EntrantState entrant) => results.WorkOut(entrant);

    private void Index(EntrantState entrant)
    {
        if (entrant.Code is { } code)
        {
            byCode[code] = entrant;
        }
    }

    private void Unindex(EntrantState entrant)
    {
        if (entrant.Code is { } code && byCode.GetValueOrDefault(code) == entrant)
        {
            byCode.Remove(code);
        }
    }
}
