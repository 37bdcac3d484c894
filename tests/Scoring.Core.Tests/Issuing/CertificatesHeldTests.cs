using Scoring.Core.Certificates;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Issuing;

/// <summary>Who is due a certificate beside those held already (R-H5), and what stands on it.</summary>
public sealed class CertificatesHeldTests
{
    private static readonly DateOnly Day = new(2026, 4, 23);
    private static readonly Actor Admin = new(Role.Admin, "admin", Contest.Here);

    // E1 first, E2 second prize.
    private static Contest Final()
    {
        var contest = new Contest(Contest.Union() with { Awards = new([new("一等奖", 1), new("二等奖", 1)]) }, entrants: 2);
        contest.Theory(1, 90m).Sheet(1, 90m).Theory(2, 80m).Sheet(2, 80m);
        return contest.Apply(new CompetitionDefined(new(new("ydb"), "殷都杯", Hosts: ["总工会"], CertificatePrefix: "YDB")))
            .Apply(new Decoded(Contest.TradeId, 1, "a", "b")).Apply(new PhaseChanged(Contest.TradeId, Phase.Final));
    }

    private static Contest Issued(Contest contest, CertificateKind kind = CertificateKind.Award) => contest.Apply(
        Assert.IsType<Decision.Append>(IssueCertificates.Decide(contest.State, Admin, Contest.TradeId, Day, f => f.Number, kind)).Event);

    private static IEnumerable<string> Planned(Contest contest, CertificateKind kind = CertificateKind.Award) =>
        IssueCertificates.Plan(contest.Trade, Day, kind).Select(p => $"{p.Facts.Name} {p.Facts.Award} {p.Replaces}".TrimEnd());

    [Fact]
    public void Of_the_prizes_a_person_holds_one_and_another_takes_its_place_once_it_is_revoked()
    {
        var contest = Issued(Final());
        contest.Apply(new StatusChanged(Contest.E(1), EntrantStatus.Disqualified, "替考")); // E2 is now first

        Assert.Empty(Planned(contest));
        contest.Apply(new CertificateRevoked(Contest.TradeId, "YDB-DG-002", "递补"));
        Assert.Equal(["选手2 一等奖 YDB-DG-002"], Planned(contest));
    }

    [Fact] // R-E5
    public void Of_the_honours_a_person_may_hold_several()
    {
        var contest = Final().Apply(new HonoursApproved(Contest.TradeId, [new(Contest.E(1), "技术能手")], "admin"));
        Issued(contest, CertificateKind.Honour);
        Assert.Empty(Planned(contest, CertificateKind.Honour));

        contest.Apply(new HonoursApproved(Contest.TradeId, [new(Contest.E(1), "技术能手"), new(Contest.E(1), "五一劳动奖章")], "admin"));
        Assert.Equal(["选手1 五一劳动奖章"], Planned(contest, CertificateKind.Honour));
    }

    [Theory]
    [InlineData(Role.HeadJudge, "裁判长")]
    [InlineData(Role.Judge, "裁判员")]
    [InlineData(Role.FloorJudge, "裁判员")]
    [InlineData(Role.Clerk, null)]
    [InlineData(Role.Supervisor, null)]
    public void Judges_are_thanked_as_what_they_were(Role role, string? thanked)
    {
        var contest = Final().Apply(new JudgeDismissed(Contest.J(1), "另有任务"))
            .Apply(new JudgesAppointed([new(new("J9"), "钱裁判", [new(role, Contest.TradeId)])]));

        Assert.Equal(thanked is null ? [] : [$"钱裁判 {thanked}"], Planned(contest, CertificateKind.Thanks));
    }

    [Fact]
    public void Who_led_and_marked_is_thanked_once_for_leading()
    {
        var contest = Final().Apply(new JudgesAppointed(
            [new(new("J9"), "钱裁判", [new(Role.Judge, Contest.TradeId, new("P"), 2), new(Role.HeadJudge, Contest.TradeId)])]));

        Assert.Equal(["钱裁判 裁判长", "裁判1 裁判员"], Planned(contest, CertificateKind.Thanks));
    }

    [Fact]
    public void An_individual_whose_list_has_no_members_keeps_the_name_in_another_language()
    {
        var contest = Final();
        contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(1))!.Entrant with
        {
            Members = [], Tags = new Dictionary<string, string> { ["外文名"] = "Alexander" },
        }]));

        Assert.Equal("Alexander", IssueCertificates.Plan(contest.Trade, Day)[0].Facts.OtherName);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void Whoever_hands_a_paper_back_is_named_in_fifty_characters(int length, bool taken)
    {
        var contest = Issued(Final()).Apply(new CertificateRevoked(Contest.TradeId, "YDB-DG-001", "写错"));
        var decision = CollectCertificate.Decide(contest.State, Admin, "YDB-DG-001", $" {new string('王', length)} ");

        Assert.Equal(taken ? null : Refusal.NoName, (decision as Decision.Refuse)?.Code);
        Assert.Equal(taken ? length : null, ((decision as Decision.Append)?.Event as CertificateCollected)?.From.Length);
    }
}
