using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Issuing;

/// <summary>The date on a certificate (R-H1): from 31 days before the contest's first day to two years, 731 days, after its last.</summary>
public sealed class CertificateDayTests
{
    private static readonly Actor Admin = new(Role.Admin, "admin", Contest.Here);

    private static Decision Issue(string? first, string? last, string date)
    {
        static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");
        var contest = new Contest(entrants: 1);
        contest.Theory(1, 90m).Sheet(1, 90m)
            .Apply(new CompetitionDefined(new(new("ydb"), "殷都杯", Date: Day(first), LastDate: Day(last), Hosts: ["总工会"])))
            .Apply(new Decoded(Contest.TradeId, 1, "a", "b")).Apply(new PhaseChanged(Contest.TradeId, Phase.Final));
        return IssueCertificates.Decide(contest.State, Admin, Contest.TradeId, Day(date)!.Value, f => f.Number);
    }

    [Theory]
    [InlineData("2026-04-23", null, "2026-03-23", true)]
    [InlineData("2026-04-23", null, "2026-03-22", false)]
    [InlineData("2026-04-23", null, "2028-04-23", true)] // 365 days to April 2027, 366 with the 29th of February
    [InlineData("2026-04-23", null, "2028-04-24", false)]
    [InlineData("2026-04-23", "2026-04-26", "2028-04-26", true)]
    [InlineData("2026-04-23", "2026-04-26", "2028-04-27", false)]
    [InlineData("2026-04-23", "2026-04-26", "2026-03-23", true)]
    [InlineData("2026-04-23", "2026-04-26", "2026-03-22", false)]
    [InlineData(null, null, "2026-03-23", true)] // no day is set: the ledger's last entry, the 23rd of April 2026
    [InlineData(null, null, "2026-03-22", false)]
    [InlineData(null, null, "2028-04-23", true)]
    [InlineData(null, null, "2028-04-24", false)]
    public void Near_the_contest_it_is_printed(string? first, string? last, string date, bool issued) =>
        Assert.Equal(issued ? null : Refusal.AbsurdDate, (Issue(first, last, date) as Decision.Refuse)?.Code);

    [Fact]
    public void One_far_from_it_is_refused_with_both_dates() => Assert.Equal(
        "证书日期 2062年4月23日 离比赛日期（2026年4月23日）太远，没有签发。请核对电脑的日期和要印的日期；比赛日期错了，请先在竞赛设置中改正",
        Assert.IsType<Decision.Refuse>(Issue("2026-04-23", null, "2062-04-23")).Message.ToString());

    [Fact]
    public void Of_teams_likewise()
    {
        var contest = new Contest();
        contest.Apply(new CompetitionDefined(contest.State.Competition! with { Date = new(2026, 4, 23) }));
        Refusal Team(DateOnly date) =>
            Assert.IsType<Decision.Refuse>(IssueTeamCertificates.Decide(contest.State, Admin, date, f => f.Number)).Code;

        Assert.Equal(Refusal.AbsurdDate, Team(new(2026, 3, 22)));
        Assert.Equal(Refusal.NothingToIssue, Team(new(2026, 3, 23)));
    }
}
