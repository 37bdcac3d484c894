using Scoring.Api.Ledger;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Phases;

namespace Scoring.Api.Shelf;

/// <summary>What must be known of a contest while its file is closed: for lists of contests, for what is looked up over all of them, for
/// warnings.</summary>
/// <param name="Sequence">Of the last entry it tells of; 0: its ledger is empty.</param>
/// <param name="Hash">Of that entry: the same hash is the same ledger, the same sequence may be another's.</param>
/// <param name="At">Time of that entry; null: there is none.</param>
/// <param name="First">Id of the first entry: of the form that made the contest; null: there is none.</param>
/// <param name="Public">As anyone may see it; null: it is not defined yet.</param>
/// <param name="IsSealed">Document numbers of entrants are in it, sealed.</param>
/// <param name="Tags">Of the contest, kind → value (R-K15).</param>
/// <param name="SigningKeys">Ids of the keys its certificates were signed with.</param>
/// <param name="Organizations">Those that sent somebody.</param>
/// <param name="Awards">Given in published trades.</param>
public sealed record ShelfCard(
    CompetitionId Id, long Sequence, string Hash, DateTimeOffset? At,
    Guid? First, CompetitionCard? Public, string? Series, int? Edition, string? Level,
        string? NumberPrefix,
    IReadOnlyDictionary<string, string> Tags, bool IsSealed, IReadOnlyList<string> SigningKeys, int Entrants, int Organizations, int Awards,
    IReadOnlyList<ShelfTrade> Trades, IReadOnlyList<ShelfJudge> Judges)
{
    /// <summary>As people call it; before it has a name, its id.</summary>
    public string Name => Public?.Name ?? Id.Value;

    /// <summary>All its trades are published.</summary>
    public bool IsOver => Trades.Count > 0 && Trades.All(t => t.Phase >= Phase.Final);

    internal static ShelfCard Of(OpenCompetition open, CompetitionState state, Guid? first, IReadOnlyList<string> keys) => new(
        open.Id, state.Version, open.HeadHash, state.At, first,
        CompetitionCards.Of(state), state.Competition?.Series, state.Competition?.Edition,
            state.Competition?.Level,
        state.Competition?.NumberPrefix, state.Competition?.Tags ?? new Dictionary<string, string>(),
            state.Entrants.Values.Any(e => e.Entrant.Sealed is not null), keys,
        state.Entrants.Count, state.Entrants.Values.Select(e => e.Entrant.Organization).Distinct().Count(),
        state.TradesInOrder.Where(t => t.Phase >= Phase.Final).Sum(t => t.Awards().Rows.Count(r => r.Tier is not null)),
        [.. state.TradesInOrder.Select(t => new ShelfTrade(
            t.Definition.Id, t.Definition.Name, t.Phase, t.Definition.Advance is not null,
                t.Phase == Phase.Publicity ? PublicNotice.LastDay(t) : null,
            t.Publication.Appeals.Count(a => a.Answer is null)))],
        [.. state.Judges.Values.Select(j => new ShelfJudge(j.Id, j.Name))]);

    /// <summary>What it may be looked up by: names of people, teams and organizations on its rosters, numbers of its
    /// certificates.</summary>
    internal static IEnumerable<string> LookedUpBy(CompetitionState state) =>
        state.Entrants.Values.SelectMany(e => (IEnumerable<string?>)[e.Entrant.Name, e.Entrant.Team, .. e.Entrant.Members ?? []])
            .Concat(state.Organizations.Values.Select(o => o.Name)).Concat(Certificates(state).Select(c => c.Facts.Number))
            .OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Of persons, organizations and teams, those revoked too.</summary>
    internal static IEnumerable<IssuedCertificate> Certificates(CompetitionState state) =>
        state.TradesInOrder.SelectMany(t => t.Publication.Certificates).Concat(state.TeamCertificates).Select(c => c.Certificate);
}

/// <param name="Advances">Somebody goes on from it to a next stage (R-K11).</param>
/// <param name="NoticeUntil">Last day of a 公示 that runs; null: none does, or it lasts until the ceremony.</param>
/// <param name="Appeals">That wait for an answer.</param>
public sealed record ShelfTrade(TradeId Id, string Name, Phase Phase, bool Advances, DateOnly? NoticeUntil = null, int Appeals = 0);

public sealed record ShelfJudge(JudgeId Id, string Name);
