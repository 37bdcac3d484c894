using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Phases;
using static Scoring.Core.Tests.Phases.OnTheWay;

namespace Scoring.Core.Tests.Phases;

/// <summary>R-A5: how long 公示 lasts, in working days.</summary>
public sealed class WorkingDaysTests
{
    [Fact]
    public void Publicity_of_five_working_days_from_a_Thursday_ends_with_the_next_Thursday()
    {
        var contest = InPublicity();
        var ended = new DateTimeOffset(2026, 4, 30, 15, 59, 59, TimeSpan.Zero); // 23:59:59 in Beijing

        Assert.Equal(["公示 5 个工作日，到 4月30日为止"], Decided.Lacks(contest.Trade, Phase.Final, ended));
        Assert.Empty(Decided.Lacks(contest.Trade, Phase.Final, ended.AddSeconds(1)));
    }

    [Fact]
    public void Holidays_and_worked_weekends_of_the_decree_move_the_end_of_publicity()
    {
        var contest = InPublicity(); // on Thursday, 23 April 2026
        contest.Apply(new CompetitionDefined(contest.State.Competition! with
        {
            Holidays = [new(2026, 4, 27), new(2026, 4, 28)], ExtraWorkdays = [new(2026, 4, 25)],
        }));

        // 24 Fri, 25 Sat worked, 29 Wed, 30 Thu, 1 May Fri
        Assert.Equal(["公示 5 个工作日，到 5月1日为止"], Decided.Lacks(contest.Trade, Phase.Final, Contest.Start));
    }

    [Theory]
    [InlineData("2026-04-23", 0, "2026-04-23")]
    [InlineData("2026-04-23", 1, "2026-04-24")] // Thursday to Friday
    [InlineData("2026-04-24", 1, "2026-04-27")] // Friday to Monday
    [InlineData("2026-04-25", 1, "2026-04-27")] // Saturday, too
    [InlineData("2026-04-26", 5, "2026-05-01")]
    public void Working_days_are_counted_from_the_day_after(string from, int days, string last) =>
        Assert.Equal(last, WorkingDays.After(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), days).ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_worked_Saturday_makes_no_Sunday_a_working_day_and_a_holiday_no_other_weekday()
    {
        var year = new Competition(new("x"), "x", Holidays: [new(2026, 4, 28)], ExtraWorkdays: [new(2026, 4, 25)]);

        Assert.Equal(
            [new(2026, 4, 25), new(2026, 4, 27), new(2026, 4, 27), new(2026, 4, 29)],
            new[] { new DateOnly(2026, 4, 24), new(2026, 4, 25), new(2026, 4, 26), new(2026, 4, 27) }.Select(day => WorkingDays.After(day, 1, year)));
    }
}
