using Scoring.Core.Definition;
using Scoring.Core.Effects;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Effects;

/// <summary>Name, organization or members after 评分 (R-K17): a correction by two people that revokes and replaces certificates in one
/// entry.</summary>
public sealed class CorrectEntrantTests
{
    private static readonly Actor _admin = new(Role.Admin, "A1", new(null, []));
    private static readonly Actor _head = new(Role.HeadJudge, "H1", Contest.Here);
    private static readonly TeamRanking _ranking = new("团体总分", TeamMethod.BestTotals);

    // E1 张珊 of o1, E2 李泗 of o2, E3 the pair 王五 and 赵柳 of o1: 90, 80 and 70.
    private static Contest Published(Phase phase = Phase.Final)
    {
        var contest = new Contest(entrants: 3);
        contest.Apply(new CompetitionDefined(new(new("ydb"), "殷都杯", CertificatePrefix: "TRN", TeamRankings: [_ranking])))
            .Apply(new OrganizationDefined(new(new("o1"), "甲厂"))).Apply(new OrganizationDefined(new(new("o2"), "乙厂")))
            .Apply(new EntrantsRegistered(
            [
                Person(1, "张珊", "o1"), Person(2, "李泗", "o2"), Person(3, "王五赵柳", "o1") with { Members = ["王五", "赵柳"] },
            ]));
        foreach (var (n, mark) in new[] { (1, 90m), (2, 80m), (3, 70m) })
        {
            contest.Theory(n, mark).Sheet(n, mark);
        }

        return contest.Apply(new PhaseChanged(Contest.TradeId, phase));
    }

    private static Entrant Person(int n, string name, string organization) => new(Contest.E(n), name, new(organization), Contest.TradeId);

    private static IssuedCertificate Certificate(int n, string number, string name, string organization = "甲厂", string award = "一等奖") =>
        new(
        Contest.E(n), new(number, "荣誉证书", name, organization, "电工", award, "殷都杯", ["工会"], new(2026, 4, 23)), "qr");

    private static Entrant Now(Contest contest, int n) => contest.State.Entrant(Contest.E(n))!.Entrant;

    private static Decision Ask(
        Contest contest, Entrant to, string reason = "写错", Actor? by = null, Actor? second = null, EntrantId? whose = null,
        IReadOnlyList<Organization>? organizations = null) =>
        CorrectEntrant.Decide(contest.State, by ?? _admin, second ?? _head, whose ?? to.Id, to, reason, f => $"signed {f.Number}",
            organizations);

    [Fact]
    public void A_name_on_a_certificate_is_revoked_and_issued_again_under_the_next_number()
    {
        var contest = Published().Apply(new CertificatesIssued(Contest.TradeId,
            [Certificate(1, "TRN-DG-001", "张珊"), Certificate(2, "TRN-DG-002", "李泗", "乙厂")]));
        var e = contest.Accept<EntrantCorrected>(Ask(contest, Now(contest, 1) with { Name = "张三" }, " 名单写错 "));

        Assert.Equal(("名单写错", "A1", "H1"), (e.Reason, e.By, e.SecondPerson));
        Assert.Equal(["TRN-DG-001"], e.Revoked);
        var issued = Assert.Single(e.Issued);
        Assert.Equal((Contest.E(1), "TRN-DG-003", "张三", "甲厂", "TRN-DG-001", "signed TRN-DG-003"), (
            issued.Entrant, issued.Facts.Number, issued.Facts.Name, issued.Facts.Organization, issued.Replaces, issued.Qr));
        Assert.Equal("张三", Now(contest, 1).Name);
        Assert.Equal(["TRN-DG-002", "TRN-DG-003"], Valid(contest));
    }

    [Fact]
    public void Somebody_without_a_certificate_is_mended_and_nobody_is_given_one()
    {
        var contest = Published().Apply(new CertificatesIssued(Contest.TradeId, [Certificate(1, "TRN-DG-001", "张珊")]));
        var e = contest.Accept<EntrantCorrected>(Ask(contest, Now(contest, 2) with { Name = "李四" }));

        Assert.Empty(e.Revoked);
        Assert.Empty(e.Issued);
        Assert.Equal("李四", Now(contest, 2).Name);
    }

    [Fact]
    public void Of_a_pair_only_the_member_who_was_misspelt_has_a_new_certificate()
    {
        var contest = Published().Apply(new CertificatesIssued(Contest.TradeId,
            [Certificate(3, "TRN-DG-001", "王五"), Certificate(3, "TRN-DG-002", "赵柳")]));
        var e = contest.Accept<EntrantCorrected>(Ask(contest, Now(contest, 3) with { Members = ["王五", "赵六"] }));

        Assert.Equal(["TRN-DG-002"], e.Revoked);
        Assert.Equal(["TRN-DG-003 赵六"], e.Issued.Select(c => $"{c.Facts.Number} {c.Facts.Name}"));
        Assert.Equal(["王五", "赵六"], Now(contest, 3).Members);
    }

    [Fact]
    public void Another_organization_is_another_certificate_for_everyone_of_the_pair_and_one_in_another_name_keeps_it()
    {
        var contest = Published().Apply(new CertificatesIssued(Contest.TradeId,
            [Certificate(3, "TRN-DG-001", "王五"), Certificate(3, "TRN-DG-002", "赵柳"), Certificate(3, "TRN-DG-003", "教练")]));
        var e = contest.Accept<EntrantCorrected>(Ask(contest, Now(contest, 3) with { Organization = new("o2") }));

        Assert.Equal(["TRN-DG-001", "TRN-DG-002", "TRN-DG-003"], e.Revoked);
        Assert.Equal(["004 王五 乙厂", "005 赵柳 乙厂", "006 教练 乙厂"],
            e.Issued.Select(c => $"{c.Facts.Number[^3..]} {c.Facts.Name} {c.Facts.Organization}"));
    }

    [Fact]
    public void One_that_was_revoked_before_stays_as_it_is()
    {
        var contest = Published().Apply(new CertificatesIssued(Contest.TradeId,
            [Certificate(1, "TRN-DG-001", "张珊"), Certificate(1, "TRN-DG-002", "张珊")]))
            .Apply(new CertificateRevoked(Contest.TradeId, "TRN-DG-001", "纸坏了"));

        Assert.Equal(["TRN-DG-002"], contest.Accept<EntrantCorrected>(Ask(contest, Now(contest, 1) with { Name = "张三" })).Revoked);
    }

    [Fact]
    public void What_no_certificate_says_changes_none()
    {
        var contest = Published().Apply(new CertificatesIssued(Contest.TradeId, [Certificate(1, "TRN-DG-001", "张珊")]));

        Assert.Empty(contest.Accept<EntrantCorrected>(Ask(contest, Now(contest, 1) with { Gender = "男" })).Revoked);
    }

    [Fact]
    public void A_new_organization_comes_with_the_correction_and_stands_on_the_certificate()
    {
        var contest = Published().Apply(new CertificatesIssued(Contest.TradeId, [Certificate(1, "TRN-DG-001", "张珊")]));
        var to = Now(contest, 1) with { Organization = new("o3") };

        Refused(Refusal.NoSuchOrganization, Ask(contest, to));
        Refused(Refusal.NoSuchOrganization, Ask(contest, to, organizations: [new(new("o4"), "丁厂")]));
        var e = contest.Accept<EntrantCorrected>(Ask(contest, to, organizations: [new(new("o4"), "丁厂"), new(new("o3"), "丙厂")]));
        Assert.Equal("丙厂", Assert.Single(e.Issued).Facts.Organization);
        Assert.Equal("丙厂", contest.State.Organizations[new("o3")].Name);
    }

    [Fact]
    public void Certificates_of_teams_that_move_are_replaced_too()
    {
        var contest = Published();
        contest.Apply(new CompetitionDefined(contest.State.Competition! with { Hosts = ["工会"] }))
            .Apply(new Decoded(Contest.TradeId, 1, "a", "b"));
        contest.Apply(Assert.IsType<Decision.Append>(IssueTeamCertificates.Decide(contest.State, _admin, new(2026, 4, 23), f =>
            f.Number)).Event);
        Assert.Equal(["TRN-001 甲厂 团体总分第一名", "TRN-002 乙厂 团体总分第二名"], Held(contest)); // 160 and 80

        // 张珊 goes to 乙厂: 甲厂 70, 乙厂 170.
        var e = contest.Accept<EntrantCorrected>(Ask(contest, Now(contest, 1) with { Organization = new("o2") }));

        Assert.Equal(["TRN-001", "TRN-002"], e.TeamsRevoked);
        Assert.Equal(["signed TRN-003 for TRN-002", "signed TRN-004 for TRN-001"], e.TeamsIssued.Select(c => $"{c.Qr} for {c.Replaces}"));
        Assert.Equal(["TRN-003 乙厂 团体总分第一名", "TRN-004 甲厂 团体总分第二名"], Held(contest));
        Assert.All(e.TeamsIssued, c => Assert.Equal(new DateOnly(2026, 4, 23), c.Facts.Date));

        // A name moves no team.
        Assert.Empty(contest.Accept<EntrantCorrected>(Ask(contest, Now(contest, 1) with { Name = "张三" })).TeamsRevoked);
    }

    private static IEnumerable<string> Held(Contest contest) => contest.State.TeamCertificates.Where(c => c.RevokedBecause is null)
        .Select(c => $"{c.Certificate.Facts.Number} {c.Certificate.Facts.Name} {c.Certificate.Facts.Award}");

    [Fact]
    public void What_must_not_be_is_refused_in_words()
    {
        var contest = Published();
        var (one, pair) = (Now(contest, 1), Now(contest, 3));
        var right = one with { Name = "张三" };

        Refused(Refusal.NoSuchEntrant, Ask(contest, right, whose: Contest.E(9)));
        Refused(Refusal.WrongRole, Ask(contest, right, by: new(Role.Clerk, "K1", Contest.Here)));
        Refused(Refusal.WrongRole, Ask(contest, right, second: new(Role.Judge, "J1", Contest.Here)));
        Refused(Refusal.SamePerson, Ask(contest, right, second: _head with { Id = "a1" }));
        Refused(Refusal.NoReason, Ask(contest, right, " "));
        Refused(Refusal.NoName, Ask(contest, one with { Name = " " }));
        Refused(Refusal.NoName, Ask(contest, pair with { Members = ["王五", " "] }));
        Refused(Refusal.OtherEntrant, Ask(contest, right with { Id = Contest.E(8) }, whose: Contest.E(1)));
        Refused(Refusal.OtherEntrant, Ask(contest, right with { Trade = new("qg") }));
        Refused(Refusal.Members, Ask(contest, pair with { Members = ["王五"] }));
        Refused(Refusal.Members, Ask(contest, one with { Members = ["张三"] }));
        Refused(Refusal.Members, Ask(contest, pair with { Members = null }));
        Refused(Refusal.NoChange, Ask(contest, one));
        Refused(Refusal.NoChange, Ask(contest, pair with { Members = ["王五", "赵柳"] }));
        Assert.IsType<Decision.Append>(Ask(contest, pair with { Members = ["赵柳", "王五"] }));
        Assert.IsType<Decision.Append>(Ask(contest, right, by: _head, second: new(Role.Supervisor, "S1", Contest.Here)));
        Assert.IsType<Decision.Append>(Ask(contest, right, by: _head, second: _admin));
    }

    [Theory]
    [InlineData(Phase.Scoring, Refusal.TooEarly)]
    [InlineData(Phase.Review, null)]
    [InlineData(Phase.Publicity, null)]
    [InlineData(Phase.Archived, Refusal.WrongPhase)]
    public void It_is_a_correction_from_the_review_to_the_archive(Phase phase, Refusal? refused)
    {
        var contest = Published(phase);

        Assert.Equal(refused, (Ask(contest, Now(contest, 1) with { Name = "张三" }) as Decision.Refuse)?.Code);
    }

    private static IEnumerable<string> Valid(Contest contest) =>
        contest.Trade.Publication.Certificates.Where(c => c.RevokedBecause is null).Select(c => c.Certificate.Facts.Number);
}
