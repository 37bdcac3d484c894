using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;
using Scoring.Core.Teams;

namespace Scoring.Core.Issuing;

/// <summary>团体奖 and 优秀组织奖 (R-F1, R-F3, R-H1): whoever won one and holds no valid certificate of it gets it. Numbers run through the whole contest (R-H5).</summary>
public static class IssueTeamCertificates
{
    /// <summary>Ranks of a team ranking that are an award; the ceremony announces the same.</summary>
    public const int Places = 3;

    private sealed record Due(EntrantId Holder, CertificateKind Kind, string Name, string? Organization, string Award);

    /// <summary>What would be issued now: ranking by ranking, teams by rank, then the prize.</summary>
    public static IReadOnlyList<PlannedCertificate> Plan(CompetitionState state, DateOnly date) => Plan(state, date, TeamRankings.Of(state), new HashSet<string>());

    /// <summary>After a correction (R-K17): certificates that hold no more, and those that hold in their place, of the same date. Nothing if none was wrong.</summary>
    /// <param name="made">Organizations that come with the correction; null: none.</param>
    internal static (IReadOnlyList<string> Revoked, IReadOnlyList<PlannedCertificate> Issued) Anew(
        CompetitionState state, IReadOnlyList<TeamStandings> standings, IReadOnlyList<Organization>? made)
    {
        var wrong = Wrong(state, standings).Except(Wrong(state)).ToHashSet(StringComparer.Ordinal);
        var date = state.TeamCertificates.FirstOrDefault(c => wrong.Contains(c.Certificate.Facts.Number))?.Certificate.Facts.Date;
        return date is { } day ? ([.. wrong.Order(StringComparer.Ordinal)], Plan(state, day, standings, wrong, made)) : ([], []);
    }

    /// <param name="revoked">Numbers that hold no more by then.</param>
    private static List<PlannedCertificate> Plan(
        CompetitionState state, DateOnly date, IReadOnlyList<TeamStandings> standings, IReadOnlySet<string> revoked,
        IReadOnlyList<Organization>? made = null)
    {
        if (state.Competition is not { } competition)
        {
            return [];
        }

        var prefix = competition.NumberPrefix;
        var next = CertificateNumber.Next(prefix, null, state.TeamCertificates.Select(c => c.Certificate.Facts.Number));
        var held = state.TeamCertificates.ToLookup(c => c.Certificate.Entrant);
        var planned = new List<PlannedCertificate>();
        foreach (var due in AllDue(state, standings, made))
        {
            if (held[due.Holder].Any(c => c.RevokedBecause is null && !revoked.Contains(c.Certificate.Facts.Number)))
            {
                continue;
            }

            planned.Add(new PlannedCertificate(
                due.Holder,
                new CertificateFacts(
                    CertificateNumber.Write(prefix, null, next++), IssueCertificates.TitleOf(due.Kind), due.Name, due.Organization, null, due.Award,
                    competition.Name, competition.Signing, date, due.Kind, state.TradeWord),
                held[due.Holder].LastOrDefault()?.Certificate.Facts.Number));
        }

        return planned;
    }

    /// <summary>Numbers of valid certificates that say what the rankings no longer say, after a correction (R-D2): to be revoked, then issued anew.</summary>
    public static IReadOnlySet<string> Wrong(CompetitionState state) => Wrong(state, TeamRankings.Of(state));

    /// <param name="standings">Of every ranking, perhaps as a correction would leave them.</param>
    internal static IReadOnlySet<string> Wrong(CompetitionState state, IReadOnlyList<TeamStandings> standings)
    {
        var due = AllDue(state, standings).Select(d => (d.Holder, d.Award)).ToHashSet();
        return state.TeamCertificates
            .Where(c => c.RevokedBecause is null && !due.Contains((c.Certificate.Entrant, c.Certificate.Facts.Award)))
            .Select(c => c.Certificate.Facts.Number)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <param name="sign">Gives the text of the QR for facts (R-H6); quick.</param>
    public static Decision Decide(CompetitionState state, Actor by, DateOnly date, Func<CertificateFacts, string> sign)
    {
        if (by.Role != Role.Admin)
        {
            return new Decision.Refuse(Refusal.WrongRole, $"团体奖和组织奖的证书只能由管理员签发");
        }

        if (CertificateDay.Fault(state, date) is { } absurd)
        {
            return absurd;
        }

        var planned = Plan(state, date);
        return planned.Count == 0 ? new Decision.Refuse(Refusal.NothingToIssue, $"没有待签发的证书。计入的{state.TradeWord}都公布以后才能签发")
            : planned[0].Facts.Issuers.Count == 0 ? new Decision.Refuse(Refusal.NoIssuer, $"没有颁发单位，请先在竞赛设置中填写")
            : Decision.Of(new TeamCertificatesIssued([.. planned.Select(p => new IssuedCertificate(p.Entrant, p.Facts, sign(p.Facts), p.Replaces))]));
    }

    /// <summary>Only of rankings whose every counting trade is public: nothing of a hidden mark may show (R-A3).</summary>
    private static IEnumerable<Due> AllDue(
        CompetitionState state, IReadOnlyList<TeamStandings> standings, IReadOnlyList<Organization>? made = null)
    {
        var rankings = state.Competition?.TeamRankings ?? [];
        return rankings.Zip(standings).Where(pair => Complete(state, pair.First)).SelectMany(pair => Of(state, pair.First, pair.Second, made));
    }

    private static bool Complete(CompetitionState state, TeamRanking ranking)
    {
        var counting = state.TradesInOrder.Where(t => ranking.Trades?.Contains(t.Definition.Id) != false).ToList();
        return counting.Count > 0 && counting.TrueForAll(t => t.Phase >= Phase.Final);
    }

    private static IEnumerable<Due> Of(
        CompetitionState state, TeamRanking ranking, TeamStandings standings, IReadOnlyList<Organization>? made)
    {
        string Name(OrganizationId id) => (made?.FirstOrDefault(o => o.Id == id) ?? state.Organizations.GetValueOrDefault(id))?.Name ?? id.Value;
        var teams = standings.Rows.Where(row => row.Rank <= Places).Select(row => new Due(
            TeamHolder.OfTeam(ranking.Name, row.Organization, row.Team), CertificateKind.Team,
            row.Team ?? Name(row.Organization!.Value), row.Team is null || row.Organization is not { } of ? null : Name(of), $"{ranking.Name}第{"一二三"[row.Rank!.Value - 1]}名")); // ranked: chosen so
        var prize = standings.Prize.Select(winner => new Due(
            TeamHolder.OfPrize(ranking.Name, winner.Organization), CertificateKind.Organization, Name(winner.Organization), null, ranking.Prize!.Name)); // nobody wins what there is not
        return teams.Concat(prize);
    }
}

/// <summary>A team's or an organization's certificate no longer holds (R-H5).</summary>
public static class RevokeTeamCertificate
{
    /// <param name="by">The admin; a head judge, whose correction (R-D2) made it wrong, only such a one.</param>
    public static Decision Decide(CompetitionState state, Actor by, string number, string reason) =>
        by.Role != Role.Admin && !(by.Role == Role.HeadJudge && IssueTeamCertificates.Wrong(state).Contains(number)) ? new Decision.Refuse(Refusal.WrongRole, $"团体奖和组织奖的证书只能由管理员撤销")
        : Asking.Reason(reason) ?? RevokeCertificate.Of(state.TeamCertificates, number, new TeamCertificateRevoked(number, reason.Trim()));
}
