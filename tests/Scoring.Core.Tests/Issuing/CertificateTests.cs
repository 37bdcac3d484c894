using Scoring.Core.Definition;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Issuing;

public sealed class CertificateTests
{
    private static readonly DateOnly Day = new(2026, 4, 23);
    private static readonly Actor Admin = new(Role.Admin, "admin", Contest.Here);

    private static Contest Final()
    {
        var contest = new Contest(Contest.Union() with { Awards = new AwardScheme([new("一等奖", 1), new("二等奖", 2)]) }, entrants: 4);
        for (var n = 1; n <= 4; n++)
        {
            contest.Theory(n, 95 - n).Sheet(n, 95 - n);
        }

        return contest.Apply(new CompetitionDefined(new Competition(new("ydb"), "第一届“殷都杯”", Hosts: ["安阳市总工会"], CertificatePrefix: "YDB2026")))
            .Apply(new Decoded(Contest.TradeId, 1, "a", "b")).Apply(new PhaseChanged(Contest.TradeId, Phase.Final));
    }

    private static Decision Issue(Contest contest, Actor? by = null) =>
        IssueCertificates.Decide(contest.State, by ?? Admin, Contest.TradeId, Day, facts => $"signed {facts.Number}");

    private static Contest Issued(Contest contest) => contest.Apply(Assert.IsType<Decision.Append>(Issue(contest)).Event);

    [Fact]
    public void Everyone_with_an_award_gets_a_number_in_the_order_of_the_ranks()
    {
        var issued = Assert.IsType<CertificatesIssued>(Assert.IsType<Decision.Append>(Issue(Final())).Event).Certificates;
        Assert.Equal(["YDB2026-DG-001", "YDB2026-DG-002", "YDB2026-DG-003"], issued.Select(c => c.Facts.Number));
        Assert.Equal(["选手1", "选手2", "选手3"], issued.Select(c => c.Facts.Name));
        Assert.Equal(["一等奖", "二等奖", "二等奖"], issued.Select(c => c.Facts.Award));
        Assert.Equal("signed YDB2026-DG-001", issued[0].Qr);
        Assert.Equal(["安阳市总工会"], issued[0].Facts.Issuers);
    }

    [Fact] // R-H5
    public void A_second_issue_finds_nothing_to_do() => Assert.Equal(Refusal.NothingToIssue, Assert.IsType<Decision.Refuse>(Issue(Issued(Final()))).Code);

    [Fact] // R-H5
    public void A_revoked_number_is_never_used_again()
    {
        var contest = Issued(Final());
        contest.Apply(Assert.IsType<Decision.Append>(RevokeCertificate.Decide(contest.State, Admin, Contest.TradeId, "YDB2026-DG-003", "姓名写错")).Event);
        var again = Assert.Single(IssueCertificates.Plan(contest.Trade, Day));
        Assert.Equal("YDB2026-DG-004", again.Facts.Number);
        Assert.Equal("YDB2026-DG-003", again.Replaces);
        Assert.Equal(Refusal.AlreadyRevoked, Assert.IsType<Decision.Refuse>(RevokeCertificate.Decide(contest.State, Admin, Contest.TradeId, "YDB2026-DG-003", "再撤")).Code);
    }

    [Fact]
    public void Nothing_is_issued_before_the_results_are_final() =>
        Assert.Equal(Refusal.WrongPhase, Assert.IsType<Decision.Refuse>(Issue(new Contest(entrants: 1))).Code);

    [Fact] // R-H1, R-H5
    public void Without_an_issuer_nothing_is_issued_and_without_a_prefix_the_competitions_id_stands_in()
    {
        var contest = Final();
        contest.Apply(new CompetitionDefined(new Competition(new("ydb"), "殷都杯", Issuers: ["安阳市人民政府"])));
        Assert.Equal(("YDB-DG-001", "安阳市人民政府"), (IssueCertificates.Plan(contest.Trade, Day)[0].Facts.Number, IssueCertificates.Plan(contest.Trade, Day)[0].Facts.Issuers[0]));
        contest.Apply(new CompetitionDefined(new Competition(new("ydb"), "殷都杯")));
        Assert.Equal(Refusal.NoIssuer, Assert.IsType<Decision.Refuse>(Issue(contest)).Code);
        Assert.Equal(Refusal.NoSuchTrade, Assert.IsType<Decision.Refuse>(IssueCertificates.Decide(contest.State, Admin, new("x"), Day, f => f.Number)).Code);
    }

    [Fact] // R-H5
    public void Revoking_needs_a_reason_a_number_and_the_right()
    {
        var contest = Issued(Final());
        Refusal Code(string number, string reason, Actor? by = null, string trade = "dg") =>
            Assert.IsType<Decision.Refuse>(RevokeCertificate.Decide(contest.State, by ?? Admin, new(trade), number, reason)).Code;

        Assert.Equal(
            [Refusal.NoReason, Refusal.NoSuchCertificate, Refusal.WrongRole, Refusal.NoSuchTrade],
            [Code("YDB2026-DG-001", " "), Code("YDB2026-DG-009", "写错"), Code("YDB2026-DG-001", "写错", new(Role.Clerk, "K1", Contest.Here)), Code("YDB2026-DG-001", "写错", trade: "x")]);
    }

    [Fact]
    public void A_clerk_issues_nothing() => Assert.Equal(Refusal.WrongRole, Assert.IsType<Decision.Refuse>(Issue(Final(), new Actor(Role.Clerk, "luru", Contest.Here))).Code);

    [Fact] // R-F4
    public void Each_member_of_a_team_gets_one()
    {
        var contest = Final();
        contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(1))!.Entrant with { Members = ["甲", "乙"] }]));
        Assert.Equal(["甲", "乙", "选手2", "选手3"], IssueCertificates.Plan(contest.Trade, Day).Select(p => p.Facts.Name));
    }
}
