using System.Text.Json.Serialization;
using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Core.Ledger.Events;

/// <summary>The contest's own data, first or again. Team rankings changed after scoring began need a reason.</summary>
/// <param name="SecondPerson">Who signed beside the actor once a trade was published; null: nobody had to.</param>
public sealed record CompetitionDefined(Competition Competition, string? Reason = null, string? SecondPerson = null) : LedgerEvent;

/// <summary>A trade's whole definition, first or again. After scoring began it needs a reason.</summary>
/// <param name="Boundary">Only this of it was chosen; null: it was defined as a whole.</param>
public sealed record TradeDefined(Trade Trade, string? Reason = null, BoundaryPolicy? Boundary = null) : LedgerEvent, IOfTrade
{
    TradeId IOfTrade.Trade => Trade.Id;
}

public sealed record TradeRemoved(TradeId Trade) : LedgerEvent, IOfTrade;

public sealed record OrganizationDefined(Organization Organization) : LedgerEvent;

/// <summary>A new entrant, or one whose data were mended; an import is one event of many.</summary>
public sealed record EntrantsRegistered(IReadOnlyList<Entrant> Entrants, IReadOnlyList<Organization>? Organizations = null, string? Source = null)
    : LedgerEvent, IOfTrades, IOfEntrants
{
    IEnumerable<TradeId> IOfTrades.Trades => Entrants.Select(e => e.Trade);

    IEnumerable<EntrantId> IOfEntrants.Entrants => Entrants.Select(e => e.Id);
}

/// <summary>换人: the place, codes and order stay, the person changes (before scoring).</summary>
public sealed record EntrantSubstituted(EntrantId Entrant, Entrant By, string Reason) : LedgerEvent, IOfEntrant;

/// <summary>补报: an entrant who came once 评分 had begun, with codes that nobody had; by two people.</summary>
/// <param name="By">Who asked; <paramref name="SecondPerson"/> agreed.</param>
/// <param name="Organizations">New ones; null: none.</param>
public sealed record LateEntrantAdmitted(
    Entrant Person, IReadOnlyList<GivenCode> Codes, string Reason, string By, string SecondPerson, IReadOnlyList<Organization>? Organizations = null)
    : LedgerEvent, IOfTrade, IOfEntrant
{
    TradeId IOfTrade.Trade => Person.Trade;

    EntrantId IOfEntrant.Entrant => Person.Id;
}

/// <param name="Layer">1 is the first drawn.</param>
/// <param name="Station">工位号 that goes with the code; null: none.</param>
public sealed record GivenCode(int Layer, string Code, string? Station = null);

public sealed record EntrantRemoved(EntrantId Entrant, string Reason) : LedgerEvent, IOfEntrant;

/// <summary>Judges with their seats and recusals, first or again.</summary>
/// <param name="Organizations">New ones they belong to; null: none.</param>
/// <param name="Source">Name of the list they were imported from (R-I3); null: typed in.</param>
/// <param name="Reason">Needed once scoring has begun; null: none given.</param>
public sealed record JudgesAppointed(
    IReadOnlyList<Judge> Judges, IReadOnlyList<Organization>? Organizations = null, string? Source = null, string? Reason = null)
    : LedgerEvent, IOfTrades
{
    IEnumerable<TradeId> IOfTrades.Trades => Judges.SelectMany(j => j.Seats).Select(s => s.Trade);
}

/// <summary>An import was taken back before scoring (R-I3): who it brought is gone, who it changed is as before.</summary>
/// <param name="Import">Sequence of the entry taken back.</param>
/// <param name="Removed">Entrants it had added.</param>
/// <param name="Restored">Entrants it had changed, as they were.</param>
public sealed record ImportUndone(
    long Import, IReadOnlyList<EntrantId> Removed, IReadOnlyList<Entrant> Restored, IReadOnlyList<JudgeId> RemovedJudges, IReadOnlyList<Judge> RestoredJudges,
    string Reason) : LedgerEvent, IOfTrades, IOfEntrants
{
    IEnumerable<TradeId> IOfTrades.Trades => Restored.Select(e => e.Trade).Concat(RestoredJudges.SelectMany(j => j.Seats).Select(s => s.Trade));

    IEnumerable<EntrantId> IOfEntrants.Entrants => Removed.Concat(Restored.Select(e => e.Id));
}

/// <param name="Reason">As typed; null: <paramref name="NotListed"/> says why. In entries from before that was written down it may hold the program's own words.</param>
/// <param name="NotListed">Handed in sheets, and is not on the list of judges that was imported with them.</param>
public sealed record JudgeDismissed(JudgeId Judge, string? Reason, bool? NotListed = null) : LedgerEvent;

/// <summary>抽签 (R-A1): one layer of codes for a trade, all entrants at once.</summary>
/// <param name="Layer">1 is the first drawn.</param>
/// <param name="Seed">Recorded seed of a machine draw; null: entered by hand.</param>
/// <param name="Reason">Why codes already given were taken away again; null: nobody had one.</param>
public sealed record CodesDrawn(TradeId Trade, int Layer, string? Seed, IReadOnlyList<DrawnCode> Codes, string? Reason = null) : LedgerEvent, IOfTrade;

/// <param name="Station">工位 that goes with the code, as somebody wrote it; null: none. Of a machine's draw in older entries the program's words for <paramref name="Place"/>.</param>
/// <param name="Place">工位号 that a machine drew with the code; null: none.</param>
public sealed record DrawnCode(EntrantId Entrant, string Code, string? Station = null, int? Place = null)
{
    [JsonIgnore]
    public bool HasStation => Station is not null || Place is not null;
}

/// <summary>分组 (R-K3): which of the panels side by side an entrant belongs to, by list, draw, room or session.</summary>
/// <param name="Module">Null: every module with groups.</param>
/// <param name="Seed">Of a draw; null: by hand or by a list.</param>
/// <param name="Reason">Of a draw that took the place of groups there were; null: there were none.</param>
public sealed record GroupsAssigned(
    TradeId Trade, ModuleId? Module, string? Seed, IReadOnlyList<GroupedEntrant> Entrants, string? Reason = null) : LedgerEvent, IOfTrade;

public sealed record GroupedEntrant(EntrantId Entrant, string Group);
