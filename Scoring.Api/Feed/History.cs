// What all competitions of this installation say about a person or an organization, over all editions (R-E5).
using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Scoring.Api.Feed.Figures;
using Scoring.Api.Ledger;
using Scoring.Api.Personal;
using Scoring.Api.Shelf;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Feed;

/// <summary>One published result of one person.</summary>
/// <param name="Person">Stands for the person in every edition: from the document number where there is one, else from name and organization; tells neither.</param>
/// <param name="Decimals">Of the total (R-K2).</param>
public sealed record PastResult(
    string Person, string Name, string Organization, CompetitionId Competition, string CompetitionName, DateOnly? Date, string Trade, int? Rank, decimal? Total, string? Award,
    IReadOnlyList<string> Honours, string? Certificate, int Decimals = 2)
{
    /// <summary>Of a pair or team (R-K14); empty: an individual.</summary>
    public IReadOnlyList<PastMember> Members { get; init; } = [];

    /// <summary>The pair's or team's name where this is one member's result; null: it is not.</summary>
    [JsonIgnore]
    public string? With { get; private init; }

    /// <summary>The same result for each person behind it.</summary>
    public IEnumerable<PastResult> Each() => Members.Count == 0 ? [this]
        : Members.Select(m => this with { Person = m.Person, Name = m.Name, Certificate = m.Certificate, With = Name, Members = [] });
}

/// <param name="Person">Stands for the member in every edition.</param>
/// <param name="Certificate">Number; null: none.</param>
public sealed record PastMember(string Person, string Name, string? Certificate);

/// <summary>Who took part in an edition and what came of it.</summary>
/// <param name="Results">Of its published trades.</param>
/// <param name="Entries">Everyone on its rosters.</param>
/// <param name="Teams">Team places and 优秀组织奖; of rankings whose trades are all published.</param>
public sealed record EditionPeople(IReadOnlyList<PastResult> Results, IReadOnlyList<PastEntry> Entries, IReadOnlyList<PastTeam> Teams)
{
    public static EditionPeople Nobody { get; } = new([], [], []);
}

/// <summary>One edition as a line of growth.</summary>
/// <param name="Level">Of the contest, e.g. 市级一类; null: unsaid.</param>
/// <param name="Awards">Given in published trades.</param>
public sealed record PastEdition(
    CompetitionId Competition, string Name, string? Series, int? Edition, DateOnly? Date, int Trades, int Entrants, int Organizations,
        int Awards, string? Level,
    IReadOnlyList<string> Hosts)
{
    /// <summary>Read when it is first asked for.</summary>
    public Lazy<EditionPeople> People { get; init; } = new(EditionPeople.Nobody);

    public IReadOnlyList<PastResult> Results => People.Value.Results;

    public IReadOnlyList<PastEntry> Entries => People.Value.Entries;

    public IReadOnlyList<PastTeam> Teams => People.Value.Teams;
}

/// <summary>Every edition by its card; its people are kept until its ledger moves on, as long as there is room in memory, and of one at
/// rest in shelf.db.</summary>
public sealed class History(Competitions competitions, ContestCards cards, PersonalSeal seal, StandIns people, EditionRows rows)
{
    private readonly ConcurrentDictionary<CompetitionId, (string Hash, WeakReference<EditionPeople> People)> kept = new();

    /// <summary>Newest first.</summary>
    /// <param name="may">Which competitions this person may enter.</param>
    public IReadOnlyList<PastEdition> Editions(Func<CompetitionId, bool> may) => Of(competitions.All, may);

    /// <summary>Those where a name of a person, team or organization, or a certificate's number, fits, and any at work.</summary>
    public IReadOnlyList<PastEdition> With(Func<string, bool> fits, Func<CompetitionId, bool> may) => Of(cards.WithNameThat(fits), may);

    /// <summary>Those where one of these persons may be: by stand-in, and any at work.</summary>
    public IReadOnlyList<PastEdition> WithPersons(IReadOnlySet<string> persons, Func<CompetitionId, bool> may)
    {
        var (at, all) = (persons.SelectMany(rows.WithPerson).ToHashSet(), rows.All());
        return Of(competitions.All.Where(c => !c.IsResting || at.Contains(c.Id) || all.GetValueOrDefault(c.Id) != (c.HeadHash, Seen(c.Id))),
            may);
    }

    /// <summary>Writes down the people of a contest before it is closed.</summary>
    public void Keep(OpenCompetition open)
    {
        if (cards.Of(open) is not { Public: not null })
        {
            return;
        }

        var (hash, now) = open.Read(state => (open.HeadHash, PeopleOf(open.Id, state)));
        rows.Write(open.Id, hash, Seen(open.Id), now);
        kept[open.Id] = (hash, new(now));
    }

    private IReadOnlyList<PastEdition> Of(IEnumerable<OpenCompetition> among, Func<CompetitionId, bool> may) =>
    [
        .. among.Where(c => may(c.Id) && !competitions.IsHidden(c.Id))
            .Select(c => cards.Of(c) is { Public: { } contest } card ? new PastEdition(
            c.Id, card.Name, card.Series, card.Edition, contest.Date, card.Trades.Count, card.Entrants, card.Organizations, card.Awards,
                card.Level, contest.Hosts)
        {
            People = new(() => PeopleOf(c)),
        } : null).OfType<PastEdition>().OrderByDescending(e => e.Date).ThenByDescending(e => e.Edition),
    ];

    private EditionPeople PeopleOf(OpenCompetition open)
    {
        if (kept.TryGetValue(open.Id, out var known) && known.Hash == open.HeadHash && known.People.TryGetTarget(out var still))
        {
            return still;
        }

        var (hash, found) = open.IsResting && rows.Read(open.Id, open.HeadHash, Seen(open.Id)) is { } written
            ? (open.HeadHash, written) : open.Read(state => (open.HeadHash, PeopleOf(open.Id, state)));
        kept[open.Id] = (hash, new(found));
        return found;
    }

    // Whose stand-ins they are, and whether the numbers could be read that they stand for: removed since, they are made anew without.
    private string Seen(CompetitionId competition) => $"{people.Print}:{seal.CanOpen(competition)}";

    private EditionPeople PeopleOf(CompetitionId id, CompetitionState state) =>
        state.Competition is not { } competition ? EditionPeople.Nobody : new(
        [.. state.TradesInOrder.Where(t => t.Phase >= Phase.Final).SelectMany(t => Results(id, competition, state, t))],
        PastEntries.Of(state, (entrant, organization, member) => PersonOf(id, entrant, organization, member)),
        PastTeams.Of(competition, state));

    private IEnumerable<PastResult> Results(CompetitionId id, Competition competition, CompetitionState state, TradeState trade)
    {
        var awards = trade.Awards().Rows.Where(r => r.Tier is not null).ToDictionary(r => r.Entrant, r => r.Tier);
        var honours = trade.Awards().SinglesWon().Concat(trade.Publication.Honours.Select(h => (h.Entrant, Prize: h.Title)))
            .ToLookup(h => h.Entrant, h => h.Prize);
        var certificates = trade.Publication.Certificates.Where(c => c.RevokedBecause is null).ToLookup(c => c.Certificate.Entrant, c => c.Certificate.Facts);
        foreach (var row in trade.Standings().Rows)
        {
            var entrant = state.Entrant(row.Result.Entrant)!.Entrant; // standings hold entrants of this competition only
            var organization = state.Organizations.GetValueOrDefault(entrant.Organization)?.Name ?? "";
            yield return new PastResult(
                PersonOf(id, entrant, organization), entrant.Name, organization, id, competition.Name, competition.Date, trade.Definition.Name,
                row.Rank, row.Result.Total, awards.GetValueOrDefault(entrant.Id), [.. honours[entrant.Id]], certificates[entrant.Id].LastOrDefault()?.Number,
                trade.Definition.Decimals)
            {
                Members = entrant.Members is null ? [] : [.. entrant.Members.Select(name => new PastMember(
                    PersonOf(id, entrant, organization, name), name, certificates[entrant.Id].LastOrDefault(c => c.Name == name)?.Number))],
            };
        }
    }

    /// <summary>What stands for whoever an entrant is, in every edition.</summary>
    /// <param name="member">One of the members of a pair or team (R-K14); null: the entrant.</param>
    public string PersonOf(CompetitionId contest, Core.People.Entrant entrant, string organization, string? member = null)
    {
        var personal = seal.Open(contest, entrant.Sealed);
        return member is null ? Person(personal?.IdNumber, entrant.Name, organization) : Person(personal?.NumberOf(entrant.Name, member), member, organization);
    }

    private string Person(string? idNumber, string name, string organization) => people.Of(idNumber ?? $"{name}\n{organization}");
}
