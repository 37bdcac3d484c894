using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Fold.Public;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Issuing;

/// <summary>Four entrants of organizations O1 to O4, best first; each organization is a team by rank points, and the two best get 优秀组织奖.</summary>
public sealed class TeamCertificateTests
{
    private static readonly DateOnly Day = new(2026, 4, 23);
    private static readonly Actor Admin = new(Role.Admin, "admin", Contest.Here);
    private static readonly TeamRanking Ranking = new(
        "团体总分", TeamMethod.RankPoints, Points: [10, 9, 8, 7], Prize: new("优秀组织奖", OrganizationPrizeBasis.Points, 2));

    private static Contest Scored(TeamRanking? ranking = null)
    {
        var contest = new Contest(Contest.Union(), entrants: 4);
        for (var n = 1; n <= 4; n++)
        {
            contest.Apply(new OrganizationDefined(new(new($"O{n}"), $"第{n}公司")));
            contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(n))!.Entrant with { Organization = new($"O{n}"), Team = "一队" }]));
            contest.Theory(n, 95 - n).Sheet(n, 95 - n);
        }

        return contest
            .Apply(new CompetitionDefined(new Competition(new("ydb"), "殷都杯", Hosts: ["安阳市总工会"], CertificatePrefix: "YDB2026", TeamRankings: [ranking ?? Ranking])))
            .Apply(new Decoded(Contest.TradeId, 1, "a", "b"));
    }

    private static Contest Final(TeamRanking? ranking = null) => Scored(ranking).Apply(new PhaseChanged(Contest.TradeId, Phase.Final));

    private static Decision Issue(Contest contest, Actor? by = null) => IssueTeamCertificates.Decide(contest.State, by ?? Admin, Day, facts => $"signed {facts.Number}");

    private static Contest Issued(Contest contest) => contest.Apply(Assert.IsType<Decision.Append>(Issue(contest)).Event);

    [Fact] // R-F1, R-F3, R-H1
    public void The_first_three_teams_and_the_prize_winners_get_numbers_that_run_through_the_contest()
    {
        var issued = Issued(Final()).State.TeamCertificates.Select(c => c.Certificate).ToList();
        Assert.Equal(
            [
                ("YDB2026-001", "第1公司", "团体总分第一名", CertificateKind.Team), ("YDB2026-002", "第2公司", "团体总分第二名", CertificateKind.Team), ("YDB2026-003", "第3公司", "团体总分第三名", CertificateKind.Team),
                ("YDB2026-004", "第1公司", "优秀组织奖", CertificateKind.Organization), ("YDB2026-005", "第2公司", "优秀组织奖", CertificateKind.Organization),
            ],
            issued.Select(c => (c.Facts.Number, c.Facts.Name, c.Facts.Award, c.Facts.Kind)));
        Assert.All(issued, c => Assert.Equal(("荣誉证书", null, $"signed {c.Facts.Number}"), (c.Facts.Title, c.Facts.Trade, c.Qr)));
    }

    [Fact]
    public void A_named_team_carries_its_organization() =>
        Assert.Equal(("一队", "第1公司"), IssueTeamCertificates.Plan(Final(Ranking with { Unit = TeamUnit.NamedTeam }).State, Day)[0].Facts is var facts ? (facts.Name, facts.Organization) : default);

    [Fact] // R-A3
    public void As_long_as_a_counting_trade_is_not_public_nothing_is_issued() =>
        Assert.Equal(Refusal.NothingToIssue, Assert.IsType<Decision.Refuse>(Issue(Scored())).Code);

    [Fact] // R-H5
    public void A_second_issue_finds_nothing_to_do() => Assert.Equal(Refusal.NothingToIssue, Assert.IsType<Decision.Refuse>(Issue(Issued(Final()))).Code);

    [Fact] // R-A4
    public void Only_the_admin_issues_and_revokes()
    {
        var contest = Issued(Final());
        Assert.Equal(Refusal.WrongRole, Assert.IsType<Decision.Refuse>(Issue(contest, new(Role.HeadJudge, "J1", Contest.Here))).Code);
        Assert.Equal(Refusal.WrongRole, Assert.IsType<Decision.Refuse>(RevokeTeamCertificate.Decide(contest.State, new(Role.HeadJudge, "J1", Contest.Here), "YDB2026-001", "写错")).Code);
    }

    [Fact] // R-H5
    public void A_revoked_one_is_issued_again_under_a_new_number()
    {
        var contest = Issued(Final());
        Refusal Code(string number, string reason) => Assert.IsType<Decision.Refuse>(RevokeTeamCertificate.Decide(contest.State, Admin, number, reason)).Code;
        Assert.Equal([Refusal.NoReason, Refusal.NoSuchCertificate], [Code("YDB2026-005", " "), Code("YDB2026-009", "写错")]);
        contest.Apply(Assert.IsType<Decision.Append>(RevokeTeamCertificate.Decide(contest.State, Admin, "YDB2026-005", "单位名称写错")).Event);
        Assert.Equal(Refusal.AlreadyRevoked, Code("YDB2026-005", "再撤"));
        var again = Assert.Single(IssueTeamCertificates.Plan(contest.State, Day));
        Assert.Equal(("YDB2026-006", "第2公司", "YDB2026-005"), (again.Facts.Number, again.Facts.Name, again.Replaces));
    }

    [Fact] // R-D2, R-H5
    public void After_a_correction_the_certificates_that_are_no_longer_right_are_named()
    {
        var contest = Issued(Final());
        Assert.Empty(IssueTeamCertificates.Wrong(contest.State));
        contest.Apply(new StatusChanged(Contest.E(2), EntrantStatus.Disqualified, "替考"));
        Assert.Equal(["YDB2026-002", "YDB2026-003", "YDB2026-005"], IssueTeamCertificates.Wrong(contest.State).Order(StringComparer.Ordinal));
    }

    [Fact] // R-D2, R-H5
    public void A_correction_tells_beforehand_which_will_be_wrong_and_its_head_judge_may_revoke_those_only()
    {
        var contest = Issued(Final());
        var out2 = new StatusChanged(Contest.E(2), EntrantStatus.Disqualified, "替考");
        var effect = Core.Effects.WhatIf.Effect(contest.State, Contest.TradeId, out2)!;
        Assert.Equal(["YDB2026-002", "YDB2026-003", "YDB2026-005"], effect.TeamCertificates);
        Assert.EndsWith("；作废团体证书 3 张", effect.Words.ToString(), StringComparison.Ordinal);
        Assert.Empty(IssueTeamCertificates.Wrong(contest.State));

        contest.Apply(out2);
        var head = new Actor(Role.HeadJudge, "J1", Contest.Here);
        Assert.IsType<Decision.Append>(RevokeTeamCertificate.Decide(contest.State, head, "YDB2026-002", "替考"));
        Assert.Equal(Refusal.WrongRole, Assert.IsType<Decision.Refuse>(RevokeTeamCertificate.Decide(contest.State, head, "YDB2026-001", "替考")).Code);
        Assert.Equal(Refusal.WrongRole, Assert.IsType<Decision.Refuse>(RevokeTeamCertificate.Decide(contest.State, new(Role.Clerk, "K1", Contest.Here), "YDB2026-002", "替考")).Code);

        // What was wrong before is nobody's doing now.
        var next = Core.Effects.WhatIf.Effect(contest.State, Contest.TradeId, new StatusChanged(Contest.E(4), EntrantStatus.Disqualified, "替考"))!;
        Assert.NotEmpty(next.Teams);
        Assert.Empty(next.TeamCertificates);
        Assert.DoesNotContain("团体证书", next.Words.ToString(), StringComparison.Ordinal);
    }

    [Fact] // R-H5
    public void A_revoked_paper_is_collected_once_and_a_valid_one_never()
    {
        var contest = Issued(Final());
        Decision Collect(string number, string from = "王主任", Actor? by = null) => CollectCertificate.Decide(contest.State, by ?? Admin, number, from);
        Refusal Code(Decision decision) => Assert.IsType<Decision.Refuse>(decision).Code;
        Assert.Equal([Refusal.StillValid, Refusal.NoSuchCertificate, Refusal.NoName, Refusal.WrongRole],
            [Code(Collect("YDB2026-001")), Code(Collect("X")), Code(Collect("YDB2026-001", " ")), Code(Collect("YDB2026-001", by: new(Role.Clerk, "K", Contest.Here)))]);
        contest.Apply(new TeamCertificateRevoked("YDB2026-001", "写错"));
        contest.Apply(Assert.IsType<Decision.Append>(Collect("YDB2026-001", " 王主任 ")).Event);
        Assert.Equal("王主任", contest.State.TeamCertificates[0].Collected!.From);
        Assert.Equal(Refusal.AlreadyCollected, Code(Collect("YDB2026-001")));
    }

    [Fact]
    public void A_file_carries_them_with_what_was_revoked_and_collected()
    {
        var contest = Issued(Final());
        contest.Apply(new TeamCertificateRevoked("YDB2026-001", "写错")).Apply(new CertificateCollected("YDB2026-001", "王主任"));
        var copy = Folding.Begin();
        foreach (var (i, e) in FileExport.Of(contest.State, _ => new PersonalData()).ToEvents(_ => "sealed").Index())
        {
            copy.Apply(i + 1, Contest.Start, Actor.System, e);
        }

        Assert.Equal(
            contest.State.TeamCertificates.Select(c => (c.Certificate.Facts.Number, c.Certificate.Qr, c.RevokedBecause, c.Collected?.From)),
            copy.TeamCertificates.Select(c => (c.Certificate.Facts.Number, c.Certificate.Qr, c.RevokedBecause, c.Collected?.From)));
    }

    [Fact] // R-F1, R-F3
    public void An_entrant_shares_in_the_own_team_and_organization_only()
    {
        var contest = Issued(Final());
        var shared = TeamHolder.Shared(contest.State.Competition!, contest.State.Entrant(Contest.E(2))!.Entrant);
        Assert.Equal(["YDB2026-002", "YDB2026-005"], contest.State.TeamCertificates.Where(c => shared.Contains(c.Certificate.Entrant)).Select(c => c.Certificate.Facts.Number));
        var elsewhere = contest.State.Competition! with { TeamRankings = [Ranking with { Trades = [new("qg")] }] };
        Assert.Empty(TeamHolder.Shared(elsewhere, contest.State.Entrant(Contest.E(2))!.Entrant));
    }
}
