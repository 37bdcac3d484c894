using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Certificates;

public sealed class CertificateKindTests
{
    private static readonly DateOnly Day = new(2026, 4, 23);

    private static Contest Final()
    {
        var contest = new Contest(Contest.Union() with { Awards = new AwardScheme([new("一等奖", 1)]) }, entrants: 3);
        for (var n = 1; n <= 3; n++)
        {
            contest.Theory(n, 95 - n).Sheet(n, 95 - n);
        }

        return contest.Apply(new CompetitionDefined(new Competition(new("ydb"), "殷都杯", Hosts: ["安阳市总工会"], CertificatePrefix: "YDB2026")))
            .Apply(new Decoded(Contest.TradeId, 1, "a", "b")).Apply(new PhaseChanged(Contest.TradeId, Phase.Final));
    }

    private static Contest Issue(Contest contest, CertificateKind kind) => contest.Apply(Assert.IsType<Decision.Append>(
        IssueCertificates.Decide(contest.State, new Actor(Role.Admin, "admin", Contest.Here), Contest.TradeId, Day, _ => "signed", kind)).Event);

    [Fact]
    public void Ranked_entrants_without_an_award_get_a_participation_certificate_with_their_rank()
    {
        var planned = IssueCertificates.Plan(Final().Trade, Day, CertificateKind.Participation);
        Assert.Equal([("选手2", "第 2 名"), ("选手3", "第 3 名")], planned.Select(p => (p.Facts.Name, p.Facts.Award)));
        Assert.All(planned, p => Assert.Equal(("参赛证书", CertificateKind.Participation), (p.Facts.Title, p.Facts.Kind)));
    }

    [Fact] // R-E5
    public void Approved_honours_get_one_each_and_awards_beside_them()
    {
        var contest = Final().Apply(new HonoursApproved(Contest.TradeId, [new(Contest.E(1), "技术能手")], "admin"));
        Issue(contest, CertificateKind.Award);
        var planned = Assert.Single(IssueCertificates.Plan(contest.Trade, Day, CertificateKind.Honour));
        Assert.Equal(("选手1", "技术能手"), (planned.Facts.Name, planned.Facts.Award));
        Assert.Null(planned.Replaces);
    }

    [Fact]
    public void Judges_of_the_trade_are_thanked_and_clerks_are_not()
    {
        var contest = Final();
        contest.Apply(new JudgesAppointed(
        [
            new(new("J90"), "郭怀民", [new(Role.HeadJudge, Contest.TradeId)]), new(new("J91"), "杜娟", [new(Role.Clerk, Contest.TradeId)]), new(new("J92"), "外人", [new(Role.Judge, new("qg"))]),
        ]));
        var names = IssueCertificates.Plan(contest.Trade, Day, CertificateKind.Thanks).Select(p => (p.Facts.Name, p.Facts.Award)).ToList();
        Assert.Equal(("郭怀民", "裁判长"), names[0]);
        Assert.DoesNotContain(names, n => n.Name is "杜娟" or "外人");
    }

    [Fact] // R-H5
    public void All_kinds_share_one_run_of_numbers_and_none_is_issued_twice()
    {
        var contest = Issue(Issue(Final(), CertificateKind.Award), CertificateKind.Participation);
        Assert.Equal(["YDB2026-DG-001", "YDB2026-DG-002", "YDB2026-DG-003"], contest.Trade.Publication.Certificates.Select(c => c.Certificate.Facts.Number));
        Assert.Empty(IssueCertificates.Plan(contest.Trade, Day));
        Assert.Empty(IssueCertificates.Plan(contest.Trade, Day, CertificateKind.Participation));
    }
}
