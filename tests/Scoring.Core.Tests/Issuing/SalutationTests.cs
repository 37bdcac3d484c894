using Scoring.Core.Definition;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Issuing;

/// <summary>称呼 on certificates (R-H1): a person's own from the list, the contest's rule, or as the template says.</summary>
public sealed class SalutationTests
{
    private static Entrant Person(string? gender = null, string? own = null, IReadOnlyList<string>? members = null) => new(
        new("E1"), "王晓明", new("org"), Contest.TradeId, gender, Members: members,
        Tags: own is null ? null : new Dictionary<string, string> { ["组别"] = "职工组", [Salutations.Tag] = own });

    private static string? Of(Salutation? rule, Entrant? entrant) =>
        Salutations.Of(new Competition(new("ydb"), "殷都杯", Salutation: rule), entrant);

    [Theory]
    [InlineData(null, "男", null)]
    [InlineData(Salutation.None, "男", "")]
    [InlineData(Salutation.Student, null, "同学")]
    [InlineData(Salutation.ByGender, "男", "先生")]
    [InlineData(Salutation.ByGender, "女", "女士")]
    [InlineData(Salutation.ByGender, null, "")]
    public void The_contests_rule(Salutation? rule, string? gender, string? said) => Assert.Equal(said, Of(rule, Person(gender)));

    [Theory]
    [InlineData("博士", "博士")]
    [InlineData(" 师傅 ", "师傅")]
    [InlineData("无", "")]
    [InlineData("不写", "")]
    [InlineData("—", "")]
    public void A_persons_own_goes_before_the_rule(string own, string said)
    {
        Assert.Equal(said, Of(null, Person("女", own)));
        Assert.Equal(said, Of(Salutation.ByGender, Person("女", own)));
    }

    [Fact]
    public void Of_a_team_nobody_knows_who_of_them_is_which()
    {
        Assert.Equal("", Of(Salutation.ByGender, Person("女", members: ["甲", "乙"])));
        Assert.Equal("女士", Of(Salutation.ByGender, Person("女", members: [])));
        Assert.Equal("同学", Of(Salutation.Student, Person(members: ["甲", "乙"])));
    }

    [Fact]
    public void Of_a_judge_no_list_says_it()
    {
        Assert.Null(Of(null, null));
        Assert.Equal("", Of(Salutation.ByGender, null));
        Assert.Equal("同学", Of(Salutation.Student, null));
    }

    [Fact]
    public void It_is_fixed_when_the_certificate_is_issued()
    {
        var contest = new Contest(entrants: 2);
        contest.Theory(1, 90).Sheet(1, 90).Theory(2, 80).Sheet(2, 80);
        contest.Apply(new CompetitionDefined(new Competition(new("ydb"), "殷都杯", Hosts: ["总工会"], Salutation: Salutation.Student)));
        contest.Apply(new EntrantsRegistered([contest.State.Entrant(
            Contest.E(1))!.Entrant with { Tags = new Dictionary<string, string> { ["称呼"] = "女士" } }]));
        contest.Apply(new Decoded(Contest.TradeId, 1, "a", "b")).Apply(new PhaseChanged(Contest.TradeId, Phase.Final));

        var facts = IssueCertificates.Plan(contest.Trade, new(2026, 4, 23)).Concat(
            IssueCertificates.Plan(contest.Trade, new(2026, 4, 23), Core.Certificates.CertificateKind.Participation))
                .Select(p => (p.Facts.Name, p.Facts.Salutation));

        Assert.Equal([("选手1", "女士"), ("选手2", "同学")], facts);
    }

    [Fact]
    public void A_name_in_another_language_stands_beside_a_persons_own_not_beside_a_teams()
    {
        var contest = new Contest(entrants: 2);
        contest.Theory(1, 90).Sheet(1, 90).Theory(2, 80).Sheet(2, 80);
        contest.Apply(new CompetitionDefined(new Competition(new("ydb"), "殷都杯", Hosts: ["总工会"])));
        var tags = new Dictionary<string, string> { ["外文名"] = "Alexander Montgomery" };
        contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(1))!.Entrant with { Tags = tags }]));
        contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(2))!.Entrant with { Tags = tags, Members = ["甲", "乙"] }]));
        contest.Apply(new Decoded(Contest.TradeId, 1, "a", "b")).Apply(new PhaseChanged(Contest.TradeId, Phase.Final));

        var facts = IssueCertificates.Plan(contest.Trade, new(2026, 4, 23)).Concat(
            IssueCertificates.Plan(contest.Trade, new(2026, 4, 23), Core.Certificates.CertificateKind.Participation))
                .Select(p => (p.Facts.Name, p.Facts.OtherName));

        Assert.Equal([("选手1", "Alexander Montgomery"), ("甲", null), ("乙", null)], facts);
    }
}
