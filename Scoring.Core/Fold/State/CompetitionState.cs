using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.People;

namespace Scoring.Core.Fold.State;

/// <summary>
/// The fold: a competition as its ledger leaves it, and nothing else. Pure of I/O, clock and chance; used by one thread at a time. Applying an entry costs what
/// that entry concerns, not what is already in.
/// </summary>
public sealed class CompetitionState
{
    private readonly Func<TradeState, TradeReckoning> reckon;
    private readonly Func<TradeState, PublicView> watch;
    private readonly TradeShelf trades = new();
    private readonly Dictionary<OrganizationId, Organization> organizations = [];
    private readonly Dictionary<JudgeId, Judge> judges = [];
    private readonly Dictionary<EntrantId, EntrantState> entrants = [];
    private readonly Dictionary<EntrantId, EntrantState> former = [];
    private readonly List<TradeState> touched = [];
    private int registered;

    /// <summary>Made by the rooms above (<c>Folding.Begin</c>).</summary>
    /// <param name="reckon">What works a trade's results out.</param>
    /// <param name="watch">What finds out which of it shows.</param>
    internal CompetitionState(Func<TradeState, TradeReckoning> reckon, Func<TradeState, PublicView> watch) => (this.reckon, this.watch) = (reckon, watch);

    /// <summary>Null: nothing defined yet.</summary>
    public Competition? Competition
    {
        get;
        internal set
        {
            field = value;
            trades.Arrange(value?.TradeOrder);
        }
    }

    /// <summary>What the contest calls its trades.</summary>
    public string TradeWord => Definition.TradeWord.Of(Competition);

    /// <summary>Sequence of the last entry; 0: none.</summary>
    public long Version { get; private set; }

    /// <summary>UTC time of that entry.</summary>
    public DateTimeOffset? At { get; private set; }

    public IReadOnlyDictionary<TradeId, TradeState> Trades => trades.ById;

    /// <summary>In the contest's own order, else as defined.</summary>
    public IReadOnlyList<TradeState> TradesInOrder => trades.InOrder;

    public IReadOnlyDictionary<OrganizationId, Organization> Organizations => organizations;
    public IReadOnlyDictionary<JudgeId, Judge> Judges => judges;

    /// <summary>By id, of all trades.</summary>
    public IReadOnlyDictionary<EntrantId, EntrantState> Entrants => entrants;

    /// <summary>Highest number given to a violation; the next one is one more (R-B7).</summary>
    public int LastViolation { get; internal set; }

    /// <summary>Highest number given to an appeal (R-D4).</summary>
    public int LastAppeal { get; internal set; }

    /// <summary>Lists imported so far, as long as they can be taken back (R-I3).</summary>
    public ImportHistory Imports { get; } = new();

    /// <summary>Trades marked on other laptops.</summary>
    public BranchBook Branches { get; } = new();

    /// <summary>Certificates of teams and organizations, in order of issue, revoked ones too (R-F1, R-F3, R-H5).</summary>
    public IReadOnlyList<CertificateIssue> TeamCertificates => TeamPapers.All;

    internal CertificateBook TeamPapers { get; } = new();

    public EntrantState? Entrant(EntrantId id) => entrants.GetValueOrDefault(id);

    /// <summary>The same, and whoever had that id before being removed or substituted: entries of the ledger still speak of them.</summary>
    public EntrantState? Known(EntrantId id) => entrants.GetValueOrDefault(id) ?? former.GetValueOrDefault(id);

    public TradeState? Trade(TradeId id) => trades.ById.GetValueOrDefault(id);

    /// <exception cref="System.Text.Json.JsonException">The entry's event is unknown or damaged.</exception>
    public void Apply(LedgerEntry entry) => Apply(entry.Sequence, entry.At, entry.Actor, EventTypes.Read(entry), entry.Hash);

    /// <param name="hash">Of the entry, for receipts; may be left out.</param>
    public void Apply(long sequence, DateTimeOffset at, string actor, LedgerEvent e, ReadOnlyMemory<byte> hash = default)
    {
        var stamp = new Stamp(sequence, e.Origin?.At ?? at, actor, hash);
        var (violations, appeals) = (LastViolation, LastAppeal);
        if (!SetupFold.Apply(this, e, stamp) && !ScoringFold.Apply(this, e, stamp))
        {
            PublicationFold.Apply(this, e, stamp);
        }

        if (e.Origin is { } origin)
        {
            (LastViolation, LastAppeal) = (violations, appeals); // a branch counts in a row of its own
            Branches.Take(origin, sequence);
        }

        (Version, At) = (sequence, at);
        foreach (var trade in touched)
        {
            trade.Settle(stamp);
        }

        touched.Clear();
    }

    internal TradeReckoning Reckon(TradeState trade) => reckon(trade);
    internal PublicView Watch(TradeState trade) => watch(trade);

    /// <summary>An empty one with the same rooms above it.</summary>
    internal CompetitionState Beside() => new(reckon, watch) { Competition = Competition, LastViolation = LastViolation, LastAppeal = LastAppeal };

    /// <summary>The trade is settled at the end of this entry.</summary>
    internal void Touch(TradeState? trade)
    {
        if (trade is not null && !touched.Contains(trade))
        {
            touched.Add(trade);
        }
    }

    /// <summary>Everything of another state that concerns one of its trades, entrants copied.</summary>
    internal void Take(CompetitionState from, TradeState trade)
    {
        Fork.Copy(from.organizations, organizations);
        Fork.Copy(from.judges, judges);
        (Version, At, registered) = (from.Version, from.At, from.registered);
        foreach (var entrant in trade.Entrants)
        {
            entrants.Add(entrant.Entrant.Id, entrant.Copy());
        }

        var copy = Define(trade.Definition);
        copy.TakeProgress(trade);
        copy.Elsewhere = [.. trade.EarlierPrizes()];
        touched.Clear();
        copy.Settle(new Stamp(trade.Version, trade.At ?? default, "", default));
    }

    internal TradeState Define(Trade definition)
    {
        var trade = Trade(definition.Id) ?? trades.Add(new TradeState(this, definition));
        trade.Public.CompareBoards();
        trade.Define(definition);
        Touch(trade);
        foreach (var entrant in entrants.Values.Where(e => e.Trade is null && e.Entrant.Trade == definition.Id))
        {
            trade.Add(entrant);
        }

        return trade;
    }

    internal void Remove(TradeId id)
    {
        if (trades.Remove(id) is { } trade)
        {
            foreach (var entrant in trade.Entrants.ToList())
            {
                trade.Remove(entrant);
            }
        }
    }

    internal void Define(Organization organization)
    {
        organizations[organization.Id] = organization;
        foreach (var trade in TradesInOrder)
        {
            if (trade.IsDecoded || trade.HeedsOwners)
            {
                trade.Public.CompareBoards();
                trade.OwnersChange();
                Touch(trade);
            }
        }
    }

    internal void Register(Entrant entrant)
    {
        Renames(entrant.Trade);
        if (!entrants.TryGetValue(entrant.Id, out var state))
        {
            entrants[entrant.Id] = state = new EntrantState(entrant, registered++);
        }

        if (state.Trade is { } from && from.Definition.Id != entrant.Trade)
        {
            Touch(from);
            from.Remove(state);
            state.ClearCodes();
        }

        Rename(state, entrant);
    }

    /// <summary>The place stays, the person changes; the new one may come with another id.</summary>
    internal void Substitute(EntrantId id, Entrant by)
    {
        if (Entrant(id) is { } state)
        {
            Renames(state.Entrant.Trade);
            entrants.Remove(id);
            former[id] = state;
            entrants[by.Id] = state;
            Rename(state, by with { Trade = state.Entrant.Trade });
        }
    }

    internal void Remove(EntrantState entrant)
    {
        Touch(entrant.Trade);
        entrant.Trade?.Remove(entrant);
        entrants.Remove(entrant.Entrant.Id);
        former[entrant.Entrant.Id] = entrant;
    }

    internal void Appoint(IReadOnlyList<Judge> appointed)
    {
        foreach (var judge in appointed)
        {
            judges[judge.Id] = judge;
        }

        SeatAll();
    }

    internal void Dismiss(JudgeId judge)
    {
        judges.Remove(judge);
        SeatAll();
    }

    // A named board shows more of its people than follows from results: names, organizations, members, the group of an award.
    private void Renames(TradeId id)
    {
        if (Trade(id)?.Public is { Shown: Visibility.Named } shown)
        {
            shown.CompareBoards();
        }
    }

    private void Rename(EntrantState state, Entrant entrant)
    {
        state.Entrant = entrant;
        if (Trade(entrant.Trade) is { } trade)
        {
            trade.Add(state);
            Touch(trade);
        }
    }

    private void SeatAll()
    {
        foreach (var trade in TradesInOrder)
        {
            trade.Seat(judges.Values);
            Touch(trade);
        }
    }
}
