using Scoring.Core.Definition;
using Scoring.Core.Effects;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Issuing;

/// <summary>Which rankings are due their certificates (R-A3, R-F1, R-F3), and what a correction of an entrant makes of them
/// (R-K17).</summary>
public sealed class TeamsDueTests
{
    private static readonly DateOnly Day = new(2026, 4, 23);
    private static readonly Actor Admin = new(Role.Admin, "A1", new(null, []));
    private static readonly Actor Head = new(Role.HeadJudge, "H1", Contest.Here);
    private static readonly TradeId Qg = new("qg");
    private static readonly TeamRanking Totals = new("团体总分", TeamMethod.BestTotals);

    // dg is final: E1 of o1 with 90, E2 of o2 with 80, E3 of o1 with 60. qg has nobody and is in setup.
    private static Contest Final(params TeamRanking[] rankings)
    {
        var contest = new Contest(entrants: 3);
        contest.Apply(new TradeDefined(Contest.Union() with { Id = Qg, Name = "钳工", Code = "QG" }))
            .Apply(new CompetitionDefined(new(new("ydb"), "殷都杯", Hosts: ["工会"], CertificatePrefix: "TRN", TeamRankings: rankings)))
            .Apply(new OrganizationDefined(new(new("o1"), "甲厂"))).Apply(new OrganizationDefined(new(new("o2"), "乙厂")))
            .Apply(new EntrantsRegistered([Person(1, "o1"), Person(2, "o2"), Person(3, "o1")]));
        foreach (var (n, mark) in new[] { (1, 90m), (2, 80m), (3, 60m) })
        {
            contest.Theory(n, mark).Sheet(n, mark);
        }

        return contest.Apply(new Decoded(Contest.TradeId, 1, "a", "b")).Apply(new PhaseChanged(Contest.TradeId, Phase.Final));
    }

    private static Entrant Person(int n, string organization) => new(Contest.E(n), $"选手{n}", new(organization), Contest.TradeId);

    private static Decision Issue(Contest contest) => IssueTeamCertificates.Decide(contest.State, Admin, Day, f => f.Number);

    private static IEnumerable<string> Planned(Contest contest) =>
        IssueTeamCertificates.Plan(contest.State, Day).Select(p => $"{p.Facts.Name} {p.Facts.Award}");

    private static EntrantCorrected Correct(Contest contest, int n, Func<Entrant, Entrant> to, params Organization[] organizations) =>
        contest.Accept<EntrantCorrected>(CorrectEntrant.Decide(
            contest.State, Admin, Head, Contest.E(n), to(contest.State.Entrant(Contest.E(n))!.Entrant), "写错", f => f.Number,
            organizations));

    private static IEnumerable<string> Told(IEnumerable<IssuedCertificate> issued) =>
        issued.Select(c => $"{c.Facts.Number} {c.Facts.Name} {c.Facts.Award}");

    [Fact]
    public void A_ranking_waits_for_the_trades_that_count_in_it_and_for_no_other()
    {
        Assert.Empty(Planned(Final(Totals)));
        Assert.Empty(Planned(Final(Totals with { Trades = [Qg] })));
        Assert.Empty(Planned(Final(Totals with { Trades = [Contest.TradeId, Qg] })));
        Assert.Equal(["甲厂 团体总分第一名", "乙厂 团体总分第二名"], Planned(Final(Totals with { Trades = [Contest.TradeId] })));
        Assert.Equal(["甲厂 团体总分第一名", "乙厂 团体总分第二名"], Planned(Final(Totals).Apply(new PhaseChanged(Qg, Phase.Archived))));
    }

    [Fact]
    public void A_ranking_of_trades_that_are_gone_gives_nothing_not_even_to_a_nominee()
    {
        var prize = new OrganizationPrize("优秀组织奖", OrganizationPrizeBasis.Entrants, 0, Nominees: [new("o2")]);

        Assert.Empty(Planned(Final(Totals with { Trades = [new("gone")], Prize = prize })));
        Assert.Equal(["甲厂 团体总分第一名", "乙厂 团体总分第二名", "乙厂 优秀组织奖"],
            Planned(Final(Totals with { Trades = [Contest.TradeId], Prize = prize })));
    }

    [Fact]
    public void Without_an_issuer_no_team_has_one()
    {
        var contest = Final(Totals with { Trades = [Contest.TradeId] });
        contest.Apply(new CompetitionDefined(contest.State.Competition! with { Hosts = null }));

        Assert.Equal("没有颁发单位，请先在竞赛设置中填写", Refused(Refusal.NoIssuer, Issue(contest)).Message.ToString());
    }

    private static Contest Issued()
    {
        var contest = Final(Totals with { Trades = [Contest.TradeId] });
        return contest.Apply(Assert.IsType<Decision.Append>(Issue(contest)).Event);
    }

    [Fact]
    public void A_correction_revokes_only_what_it_makes_wrong_itself()
    {
        // 甲厂 is left with 60: what it holds is wrong since, and stays a matter of that correction.
        var contest = Issued().Apply(new StatusChanged(Contest.E(1), EntrantStatus.Disqualified, "替考"));
        Assert.Equal(["TRN-001", "TRN-002"], IssueTeamCertificates.Wrong(contest.State).Order(StringComparer.Ordinal));

        var corrected = Correct(contest, 2, e => e with { Name = "选手二" });
        Assert.Empty(corrected.TeamsRevoked);
        Assert.Empty(corrected.TeamsIssued);
    }

    [Fact]
    public void A_team_that_comes_with_the_correction_stands_under_its_name_beside_those_that_were_there()
    {
        // 选手1 was of 丙厂: 90 there, 80 of 乙厂, 60 left of 甲厂.
        var corrected = Correct(Issued(), 1, e => e with { Organization = new("o3") }, new Organization(new("o3"), "丙厂"));

        Assert.Equal(["TRN-001"], corrected.TeamsRevoked);
        Assert.Equal(["TRN-003 丙厂 团体总分第一名", "TRN-004 甲厂 团体总分第三名"], Told(corrected.TeamsIssued));
    }

    [Fact]
    public void A_name_that_the_correction_mends_stands_on_the_teams_new_certificate()
    {
        // 选手1 was of 乙厂, which is written 乙场 from now on: 90 + 80 there, 60 left of 甲厂.
        var corrected = Correct(Issued(), 1, e => e with { Organization = new("o2") }, new Organization(new("o2"), "乙场"));

        Assert.Equal(["TRN-001", "TRN-002"], corrected.TeamsRevoked);
        Assert.Equal(["TRN-003 乙场 团体总分第一名", "TRN-004 甲厂 团体总分第二名"], Told(corrected.TeamsIssued));
    }
}
