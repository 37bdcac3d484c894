// What all competitions of this installation say about a person or an organization, over all editions (R-E5).
using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Scoring.Api.Feed.Figures;
using Scoring.Api.Ledger;
using Scoring.Api.Personal;
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

/// <summary>One edition as a line of growth.</summary>
/// <param name="Level">Of the contest, e.g. 市级一类; null: unsaid.</param>
/// <param name="Teams">Team places and 优秀组织奖; of rankings whose trades are all published.</param>
public sealed record PastEdition(
    CompetitionId Competition, string Name, string? Series, int? Edition, DateOnly? Date, int Trades, int Entrants, int Organizations, int Awards,
    IReadOnlyList<PastResult> Results, string? Level, IReadOnlyList<string> Hosts, IReadOnlyList<PastTeam> Teams)
{
    /// <summary>Reads <see cref="Entries"/> when they are first asked for, since it opens what is sealed of each.</summary>
    [JsonIgnore]
    public Lazy<IReadOnlyList<PastEntry>> Roster { get; init; } = new([]);

    /// <summary>Everyone on its rosters and what came of it.</summary>
    [JsonIgnore]
    public IReadOnlyList<PastEntry> Entries => Roster.Value;
}

/// <summary>Keeps each competition's summary until its ledger moves on: of one at rest in shelf.db and, as long as there is room, in memory.</summary>
public sealed class History(Competitions competitions, PersonalSeal seal, StandIns people, EditionRows rows)
{
    private readonly ConcurrentDictionary<CompetitionId, (long Sequence, PastEdition Edition)> kept = new();
    private readonly ConcurrentDictionary<CompetitionId, (long Sequence, WeakReference<PastEdition> Edition)> closed = new();

    /// <summary>Newest first.</summary>
    /// <param name="may">Which competitions this person may enter.</param>
    public IReadOnlyList<PastEdition> Editions(Func<CompetitionId, bool> may) =>
        [.. competitions.All.Where(c => may(c.Id) && !competitions.IsHidden(c.Id)).Select(Of).OfType<PastEdition>().OrderByDescending(e => e.Date).ThenByDescending(e => e.Edition)];

    /// <summary>Writes down the summary of a contest before it is closed.</summary>
    public void Keep(OpenCompetition open)
    {
        if (Of(open) is { } edition)
        {
            rows.Write(edition, open.Sequence, Seen(open.Id));
            kept.TryRemove(open.Id, out _);
            closed[open.Id] = (open.Sequence, new(edition));
        }
    }

    private PastEdition? Of(OpenCompetition open)
    {
        var now = open.Sequence;
        if (kept.TryGetValue(open.Id, out var known) && known.Sequence == now)
        {
            return known.Edition;
        }

        if (closed.TryGetValue(open.Id, out var before) && before.Sequence == now && before.Edition.TryGetTarget(out var still))
        {
            return still;
        }

        if (open.IsResting && rows.Read(open.Id, now, Seen(open.Id)) is { } written)
        {
            closed[open.Id] = (now, new(written));
            return written;
        }

        var (sequence, edition) = open.Read(state => (state.Version, Of(open, state)));
        if (edition is not null)
        {
            kept[open.Id] = (sequence, edition);
        }

        return edition;
    }

    // Whose stand-ins they are, and whether the numbers could be read that they stand for: removed since, they are made anew without.
    private string Seen(CompetitionId competition) => $"{people.Print}:{seal.CanOpen(competition)}";

    private PastEdition? Of(OpenCompetition open, CompetitionState state)
    {
        var id = open.Id;
        if (state.Competition is not { } competition)
        {
            return null;
        }

        var results = state.TradesInOrder.Where(t => t.Phase >= Phase.Final).SelectMany(t => Results(id, competition, state, t)).ToList();
        return new PastEdition(
            id, competition.Name, competition.Series, competition.Edition, competition.Date, state.TradesInOrder.Count, state.Entrants.Count,
            state.Entrants.Values.Select(e => e.Entrant.Organization).Distinct().Count(), results.Count(r => r.Award is not null), results,
            competition.Level, competition.Hosts ?? [], PastTeams.Of(competition, state))
        {
            Roster = new(() => open.Read(now => PastEntries.Of(now, (entrant, organization, member) => PersonOf(id, entrant, organization, member)))),
        };
    }

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
