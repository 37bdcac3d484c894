using Scoring.Core.Awards;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Effects;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Issuing;

/// <summary>A 单项奖 (R-K12) stands beside the tiers: a certificate of its own, and a correction says what becomes of it.</summary>
public sealed class SinglePrizeCertificateTests
{
    private const string Star = "操作能手";
    private static readonly DateOnly Day = new(2026, 4, 23);
    private static readonly Actor Admin = new(Role.Admin, "admin", Contest.Here);

    // E1 wins by the total, E3 has the best practical and fails the gate; of the equals at the last place all have the single prize.
    private static Contest Final(params decimal[] practical)
    {
        var awards = new AwardScheme([new("一等奖", 1), new("二等奖", 1)], Singles: [new(Star, 1, new("P"))]);
        var contest = new Contest(Contest.Union() with { Awards = awards }, entrants: 4);
        for (var n = 1; n <= 4; n++)
        {
            contest.Theory(n, n == 3 ? 10 : 96 - n).Sheet(n, practical[n - 1]);
        }

        var competition = new Competition(new("ydb"), "第一届“殷都杯”", Hosts: ["安阳市总工会"], CertificatePrefix: "YDB2026");
        return contest.Apply(new CompetitionDefined(competition))
            .Apply(new Decoded(Contest.TradeId, 1, "a", "b")).Apply(new PhaseChanged(Contest.TradeId, Phase.Final));
    }

    private static Contest Issued(Contest contest) => contest.Apply(Assert.IsType<Decision.Append>(
        IssueCertificates.Decide(contest.State, Admin, Contest.TradeId, Day, facts => facts.Number)).Event);

    private static IEnumerable<string> Planned(Contest contest, CertificateKind kind = CertificateKind.Award) =>
        IssueCertificates.Plan(contest.Trade, Day, kind).Select(p => $"{p.Entrant} {p.Facts.Award}");

    private static TradeOutcome Outcome(Contest contest) =>
        new(contest.Trade.Definition, contest.Trade.Standings(), contest.Trade.Awards());

    private static AwardEffect Corrected(Contest before, Contest after) => AwardEffect.Between(
        Outcome(before), Outcome(after),
        [.. before.Trade.Publication.Certificates.Where(c => c.RevokedBecause is null).Select(c => c.Certificate)]);

    [Fact]
    public void A_single_prize_has_a_certificate_beside_those_of_the_tiers()
    {
        Assert.Equal(["E1 一等奖", "E2 二等奖", "E3 操作能手"], Planned(Final(90, 85, 99, 80)));
        Assert.Equal(["E1 一等奖", "E2 二等奖", "E1 操作能手"], Planned(Final(99, 85, 90, 80)));
        Assert.Equal(["E1 一等奖", "E2 二等奖", "E1 操作能手", "E3 操作能手"], Planned(Final(99, 85, 99, 80)));
    }

    [Fact]
    public void Who_holds_both_gets_neither_again_and_a_revoked_one_is_replaced_by_its_own()
    {
        var contest = Issued(Final(99, 85, 90, 80));
        Assert.Empty(Planned(contest));

        var star = contest.Trade.Publication.Certificates.Single(c => c.Certificate.Facts.Award == Star).Certificate.Facts.Number;
        contest.Apply(Assert.IsType<Decision.Append>(
            RevokeCertificate.Decide(contest.State, Admin, Contest.TradeId, star, "姓名写错")).Event);

        var again = Assert.Single(IssueCertificates.Plan(contest.Trade, Day));
        Assert.Equal((Star, star), (again.Facts.Award, again.Replaces));
    }

    [Fact]
    public void Whoever_has_a_single_prize_needs_no_participation_certificate() =>
        Assert.Equal(["E4 第 3 名"], Planned(Final(90, 85, 99, 80), CertificateKind.Participation));

    [Fact]
    public void A_correction_that_moves_a_single_prize_says_who_wins_and_loses_it_and_what_becomes_of_the_certificates()
    {
        var before = Final(90, 85, 99, 80);
        Assert.Equal(
            ["E3 不再获得操作能手", "E1 获得操作能手"],
            Corrected(before, Final(90, 85, 89, 80)).Singles.Select(p => $"{p.Entrant} {p.Words}"));

        var effect = Corrected(Issued(before), Final(90, 85, 89, 80));
        Assert.Equal(
            ["E3 Revoke: 操作能手证书 YDB2026-DG-003 作废", "E1 Issue: 应发操作能手证书"],
            effect.Certificates.Select(c => $"{c.Entrant} {c.Action}: {c.Words}"));
        Assert.Contains("单项奖变动 2 项", effect.Words.ToString());
    }

    [Fact]
    public void A_correction_that_leaves_the_single_prize_leaves_its_certificate()
    {
        var effect = Corrected(Issued(Final(90, 85, 99, 80)), Final(90, 85, 98, 80));
        Assert.Empty(effect.Certificates);
        Assert.Empty(effect.Singles);
        Assert.False(effect.None); // a total moved
    }

    private static AwardEffect Changed(AwardScheme? before, AwardScheme? after)
    {
        var contest = Issued(Final(90, 85, 99, 80));
        TradeOutcome By(AwardScheme? awards)
        {
            var trade = contest.Trade.Definition with { Awards = awards ?? contest.Trade.Definition.Awards };
            return new(trade, contest.Trade.Standings(), AwardAllocation.Allocate(
                trade, contest.Trade.Standings(), 4, new Dictionary<string, BoundaryDecision>()));
        }

        return AwardEffect.Between(By(before), By(after), [.. contest.Trade.Publication.Certificates.Select(c => c.Certificate)]);
    }

    [Fact]
    public void A_single_prize_that_the_rules_have_no_more_takes_its_certificate_along_and_one_they_have_again_gives_it_back()
    {
        var none = new AwardScheme([new("一等奖", 1), new("二等奖", 1)]);

        Assert.Equal("E3 Revoke: 操作能手证书 YDB2026-DG-003 作废", string.Join('；',
            Changed(null, none).Certificates.Select(c => $"{c.Entrant} {c.Action}: {c.Words}")));
        Assert.Empty(Changed(none, null).Certificates);
        Assert.Equal("获得操作能手", string.Join('；', Changed(none, null).Singles.Select(p => p.Words.ToString())));
    }
}
