using Scoring.Core.Awards;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Effects;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Tests.Awards;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Effects;

/// <summary>R-D2, R-H5: what a correction would change.</summary>
public sealed class AwardEffectTests
{
    private static readonly AwardScheme Three = Scheme(new("一等奖", 1), new("二等奖", 1), new("三等奖", 1));

    private static TradeOutcome Outcome(AwardScheme scheme, params Contestant[] contestants)
    {
        var trade = Trade(scheme) with { Honours = [new HonourRule("技术能手", 1, 1)] };
        var standings = Of(contestants);
        return new TradeOutcome(
            trade, standings, AwardAllocation.Allocate(trade, standings, Started(standings), NoDecisions), HonourProposals.Propose(trade, standings, _ => null));
    }

    private static readonly Contestant[] Four = [new("A", 90m), new("B", 85m), new("C", 80m), new("D", 75m)];

    private static TradeOutcome With(string id, decimal? total, EntrantStatus status = EntrantStatus.Normal) =>
        Outcome(Three, Four.Select(c => c.Id == id ? c with { Total = total, Status = status } : c).ToArray());

    private static readonly TradeOutcome Before = Outcome(Three, Four);

    private static IssuedCertificate Certificate(string entrant, string number, string award, CertificateKind kind = CertificateKind.Award) => new(
        new EntrantId(entrant), new CertificateFacts(number, "荣誉证书", entrant, null, "电工", award, "殷都杯", ["安阳市总工会"], new DateOnly(2026, 4, 23), kind), "qr");

    private static readonly IssuedCertificate[] Issued =
        [Certificate("A", "YDB-001", "一等奖"), Certificate("B", "YDB-002", "二等奖"), Certificate("C", "YDB-003", "三等奖")];

    private static string[] Lines(AwardEffect effect) => effect.Certificates.Select(c => $"{c.Entrant} {c.Action}: {c.Words}").ToArray();

    [Fact]
    public void A_correction_that_changes_nothing_says_so()
    {
        var effect = AwardEffect.Between(Before, Outcome(Three, Four), Issued);

        Assert.True(effect.None);
        Assert.Equal("总分、名次、奖项和证书都不变", effect.Words.ToString());
    }

    [Fact]
    public void A_total_that_changes_no_rank_is_listed_alone()
    {
        var effect = AwardEffect.Between(Before, With("B", 84.5m), Issued);

        Assert.Equal("总分 85.00 → 84.50", Assert.Single(effect.Entrants).Words.ToString());
        Assert.Empty(effect.Certificates);
        Assert.False(effect.None);
        Assert.Equal("1 人总分变动，名次和奖项不变", effect.Words.ToString());
    }

    [Fact]
    public void Two_who_change_places_change_their_awards_and_certificates()
    {
        var effect = AwardEffect.Between(Before, With("C", 86m), Issued);

        Assert.Equal(
            ["C: 总分 80.00 → 86.00；第 3 名 → 第 2 名；三等奖 → 二等奖", "B: 第 2 名 → 第 3 名；二等奖 → 三等奖"],
            effect.Entrants.Select(e => $"{e.Entrant}: {e.Words}"));
        Assert.Equal(
            ["B Reissue: 证书 YDB-002 作废，补发三等奖证书", "C Reissue: 证书 YDB-003 作废，补发二等奖证书"], Lines(effect));
        Assert.Equal("2 人名次变动；2 人奖项变动；作废并补发证书 2 张", effect.Words.ToString());
        var c = effect.Entrants[0];
        Assert.Equal((80m, 86m, 3, 2, "三等奖", "二等奖"), (c.TotalBefore, c.TotalAfter, c.RankBefore, c.RankAfter, c.AwardBefore, c.AwardAfter));
    }

    [Fact]
    public void Who_falls_out_loses_the_certificate_and_who_comes_in_gets_one()
    {
        var effect = AwardEffect.Between(Before, With("C", 70m), Issued);

        Assert.Equal(["C Revoke: 证书 YDB-003 作废", "D Issue: 应发三等奖证书"], Lines(effect));
        Assert.Equal((null, "三等奖"), (effect.Certificates[1].Number, effect.Certificates[1].Award));
        Assert.Equal("三等奖 → 无奖项", effect.Entrants.Single(e => e.Entrant.Value == "C").Words.ToString().Split('；')[^1]);
        Assert.Equal("2 人名次变动；2 人奖项变动；作废证书 1 张；新发证书 1 张", effect.Words.ToString());
    }

    [Fact]
    public void A_disqualification_moves_everyone_up_and_ends_the_proposed_title()
    {
        var effect = AwardEffect.Between(Before, With("A", null, EntrantStatus.Disqualified), [.. Issued, Certificate("A", "YDB-H1", "技术能手", CertificateKind.Honour)]);

        Assert.Equal("总分 90.00 → 没有总分；第 1 名 → 不计名次；一等奖 → 无奖项", effect.Entrants.Single(e => e.Entrant.Value == "A").Words.ToString());
        Assert.Equal(
            ["A Revoke: 证书 YDB-001 作废", "B Reissue: 证书 YDB-002 作废，补发一等奖证书", "C Reissue: 证书 YDB-003 作废，补发二等奖证书",
             "A Revoke: 技术能手证书 YDB-H1 作废", "D Issue: 应发三等奖证书"],
            Lines(effect));
        Assert.Equal(["取消提名：技术能手", "新增提名：技术能手"], effect.Honours.Select(h => h.Words).Select(s => s.ToString()));
        Assert.Equal("4 人名次变动；4 人奖项变动；荣誉提名变动 2 项；作废证书 2 张；作废并补发证书 2 张；新发证书 1 张", effect.Words.ToString());
    }

    [Fact]
    public void Before_any_certificate_is_out_none_is_due() => Assert.Empty(AwardEffect.Between(Before, With("C", 70m)).Certificates);

    [Fact]
    public void One_whose_award_stays_but_whose_certificate_is_not_out_yet_is_no_effect() =>
        Assert.DoesNotContain(AwardEffect.Between(Before, With("C", 70m), [Issued[0], Issued[2]]).Certificates, c => c.Entrant.Value == "B");

    [Fact]
    public void Certificates_of_another_kind_stay()
    {
        IssuedCertificate[] others = [Certificate("C", "P-1", "参赛证书", CertificateKind.Participation), Certificate("C", "T-1", "三等奖", CertificateKind.Team)];

        Assert.Empty(AwardEffect.Between(Before, With("C", 70m), others).Certificates);
    }

    [Fact]
    public void A_certificate_that_names_the_rank_goes_with_the_rank()
    {
        IssuedCertificate[] ranks = [Certificate("A", "R-1", "第一名"), Certificate("B", "R-2", "第二名"), Certificate("C", "R-3", "第三名")];

        Assert.Equal(["B Reissue: 证书 R-2 作废，补发第 3 名证书", "C Reissue: 证书 R-3 作废，补发第 2 名证书"], Lines(AwardEffect.Between(Before, With("C", 86m), ranks)));
        Assert.Equal("A Revoke: 证书 R-1 作废", Lines(AwardEffect.Between(Before, With("A", null, EntrantStatus.Disqualified), ranks))[0]);
    }

    [Fact]
    public void A_certificate_that_was_wrong_before_is_put_right_too() =>
        Assert.Equal(["A Reissue: 证书 OLD 作废，补发一等奖证书"], Lines(AwardEffect.Between(Before, Outcome(Three, Four), [Certificate("A", "OLD", "二等奖")])));

    [Fact]
    public void Every_member_of_a_team_event_has_a_certificate_of_their_own() => Assert.Equal(
        ["B Reissue: 证书 M-1 作废，补发三等奖证书", "B Reissue: 证书 M-2 作废，补发三等奖证书"],
        Lines(AwardEffect.Between(Before, With("C", 86m), [Certificate("B", "M-1", "二等奖"), Certificate("B", "M-2", "二等奖"), Certificate("C", "M-3", "二等奖")])));

    [Fact]
    public void A_new_tie_that_the_committee_must_decide_leaves_its_certificates_waiting()
    {
        var decide = Three with { Boundary = BoundaryPolicy.Decide };
        var before = Outcome(decide, Four);
        var after = Outcome(decide, [.. Four.Select(c => c.Id == "D" ? c with { Total = 80m } : c)]);

        var effect = AwardEffect.Between(before, after, Issued);

        Assert.True(effect.Opens);
        Assert.False(effect.None);
        Assert.Equal(["C Await: 证书 YDB-003 待组委会议定后处理"], Lines(effect));
        Assert.Equal(["三等奖 → 待议定", "总分 75.00 → 80.00；第 4 名 → 第 3 名；无奖项 → 待议定"], effect.Entrants.Select(e => e.Words).Select(s => s.ToString()));
        Assert.Equal("1 人名次变动；1 人奖项变动；1 张证书待议定；出现奖项末位并列，须先由组委会议定", effect.Words.ToString());
        Assert.False(AwardEffect.Between(after, after).Opens);
        Assert.True(AwardEffect.Between(after, after).None);
    }

    [Fact]
    public void Someone_newly_listed_or_listed_no_more_is_shown()
    {
        var without = Outcome(Three, Four[..3]);

        Assert.Equal("没有总分 → 总分 75.00；不计名次 → 第 4 名", Assert.Single(AwardEffect.Between(without, Before).Entrants).Words.ToString());
        Assert.Equal("总分 75.00 → 没有总分；第 4 名 → 不计名次", Assert.Single(AwardEffect.Between(Before, without).Entrants).Words.ToString());
        Assert.Equal(["C Revoke: 证书 YDB-003 作废"], Lines(AwardEffect.Between(Outcome(Three, Four[..3]), Outcome(Three, Four[..2]), [Issued[2]])));
    }

    [Fact]
    public void Honours_that_were_not_looked_at_are_not_called_lost()
    {
        var unseen = With("A", 50m) with { Honours = null };

        var effect = AwardEffect.Between(Before, unseen, [Certificate("A", "H-1", "技术能手", CertificateKind.Honour)]);

        Assert.Empty(effect.Honours);
        Assert.DoesNotContain(effect.Certificates, c => c.Number == "H-1");
        Assert.Empty(AwardEffect.Between(unseen, Before).Honours);
    }

    [Fact]
    public void An_honour_that_stays_or_was_never_proposed_keeps_its_certificate() => Assert.Empty(
        AwardEffect.Between(Before, With("C", 86m), [
            Certificate("A", "H-1", "技术能手", CertificateKind.Honour), Certificate("B", "H-2", "劳动模范", CertificateKind.Honour)]).Certificates);

    [Fact]
    public void Of_several_proposed_only_the_one_that_is_lost_takes_its_certificate_along()
    {
        static TradeOutcome Two(TradeOutcome outcome)
        {
            var trade = outcome.Trade with { Honours = [new HonourRule("技术能手", 1, 2)] };
            return outcome with { Honours = HonourProposals.Propose(trade, outcome.Standings, _ => null) };
        }

        Assert.Equal(
            ["B Revoke: 技术能手证书 H-2 作废"],
            Lines(AwardEffect.Between(Two(Before), Two(With("C", 86m)), [
                Certificate("A", "H-1", "技术能手", CertificateKind.Honour), Certificate("B", "H-2", "技术能手", CertificateKind.Honour)])));
    }

    [Fact]
    public void The_two_outcomes_stay_as_they_are()
    {
        var line = Before.Awards.Line();
        AwardEffect.Between(Before, With("C", 86m), Issued);

        Assert.Equal(line, Before.Awards.Line());
    }
}
