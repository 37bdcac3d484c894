// What all competitions of this installation say about a person or an organization, over all editions (R-E5).
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
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
    /// <summary>Of a pair or team (R-K14), each with the stand-in, the name and the certificate; empty: an individual.</summary>
    public IReadOnlyList<(string Person, string Name, string? Certificate)> Members { get; init; } = [];

    /// <summary>The pair's or team's name where this is one member's result; null: it is not.</summary>
    public string? With { get; private init; }

    /// <summary>The same result for each person behind it.</summary>
    public IEnumerable<PastResult> Each() => Members.Count == 0 ? [this]
        : Members.Select(m => this with { Person = m.Person, Name = m.Name, Certificate = m.Certificate, With = Name, Members = [] });
}

/// <summary>One edition as a line of growth.</summary>
/// <param name="Level">Of the contest, e.g. 市级一类; null: unsaid.</param>
/// <param name="Roster">Everyone on it and what came of it; read when it is first asked for, since it opens what is sealed of each.</param>
public sealed record PastEdition(
    CompetitionId Competition, string Name, string? Series, int? Edition, DateOnly? Date, int Trades, int Entrants, int Organizations, int Awards,
    IReadOnlyList<PastResult> Results, string? Level, IReadOnlyList<string> Hosts, Lazy<IReadOnlyList<PastEntry>> Roster)
{
    public IReadOnlyList<PastEntry> Entries => Roster.Value;

    /// <summary>Team places and 优秀组织奖; of rankings whose trades are all published.</summary>
    public IReadOnlyList<PastTeam> Teams { get; init; } = [];
}

/// <summary>Keeps each competition's summary until its ledger moves on, so that eighteen editions answer at once.</summary>
public sealed class History(Competitions competitions, PersonalSeal seal)
{
    private readonly ConcurrentDictionary<CompetitionId, (long Sequence, PastEdition Edition)> kept = new();
    private readonly byte[] secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>Newest first.</summary>
    /// <param name="may">Which competitions this person may enter.</param>
    public IReadOnlyList<PastEdition> Editions(Func<CompetitionId, bool> may) =>
        [.. competitions.All.Where(c => may(c.Id) && !competitions.IsHidden(c.Id)).Select(Of).OfType<PastEdition>().OrderByDescending(e => e.Date).ThenByDescending(e => e.Edition)];

    private PastEdition? Of(OpenCompetition open)
    {
        if (kept.TryGetValue(open.Id, out var known) && known.Sequence == open.Sequence)
        {
            return known.Edition;
        }

        var (sequence, edition) = open.Read(state => (state.Version, Of(open, state)));
        if (edition is not null)
        {
            kept[open.Id] = (sequence, edition);
        }

        return edition;
    }

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
            competition.Level, competition.Hosts ?? [],
            new(() => open.Read(now => PastEntries.Of(now, (entrant, organization, member) => PersonOf(id, entrant, organization, member)))))
        {
            Teams = PastTeams.Of(competition, state),
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
                Members = entrant.Members is null ? [] : [.. entrant.Members.Select(name => (
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

    // Keyed, or the few numbers there are could be tried out.
    private string Person(string? idNumber, string name, string organization) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(idNumber ?? $"{name}\n{organization}")))[..20];
}
