using Scoring.Api.Console.Contests;
using Scoring.Api.Shelf;
using Scoring.Core.Contracts;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Tests.Console.Contests;

/// <summary>日历: contests by date and what waits, worked by hand for Monday, 30 November 2026.</summary>
public sealed class ContestCalendarTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    [Theory]
    [InlineData("2026-12-10", "Setup", "")] // in ten days
    [InlineData("2026-12-07", "Setup", "12月7日比赛")]
    [InlineData("2026-12-01", "Setup", "明天比赛!")]
    [InlineData("2026-11-30", "Setup", "今天比赛!")]
    [InlineData("2026-11-29", "Setup", "日期已过，1 个工种还没有评分!")]
    [InlineData("2026-11-30", "Scoring", "1 个工种在评分")]
    [InlineData("2026-11-29", "Scoring", "1 个工种在评分!")]
    [InlineData("2026-11-20", "Review,Review", "2 个工种待复核")]
    [InlineData("2026-11-20", "Publicity", "1 个工种公示到颁奖为止")]
    [InlineData("2026-11-20", "Publicity:12-03,Publicity:12-03", "2 个工种公示到 12月3日")]
    [InlineData("2026-11-20", "Publicity:12-01", "1 个工种公示到 12月1日（明天）!")]
    [InlineData("2026-11-20", "Publicity:11-30", "1 个工种公示到 11月30日（今天）!")]
    [InlineData("2026-11-20", "Publicity:11-29", "1 个工种公示期已满，可以公布!")]
    [InlineData("2026-11-20", "Final", "")]
    [InlineData("2026-11-20", "Final*2,Final*1", "3 件申诉待答复!")]
    [InlineData("2026-11-29", "Setup,Scoring,Publicity:12-01", "日期已过，1 个工种还没有评分!；1 个工种在评分!；1 个工种公示到 12月1日（明天）!")]
    public void What_waits_is_said_and_what_cannot_wait_is_marked(string date, string trades, string waits) => Assert.Equal(
        waits, string.Join('；', Calendar(Card("a", date, trades)).Waiting.Select(w => w.Words + (w.Urgent ? "!" : ""))));

    [Fact]
    public void Contests_stand_by_month_and_day_and_what_is_urgent_comes_first()
    {
        var calendar = Calendar(
            Card("late", "2026-12-20", "Setup"), Card("over", "2026-01-05", "Final"), Card("notice", "2026-11-20", "Publicity:12-03"),
                Card("soon", "2026-12-01", "Setup"),
            Card("last", "2025-12-01", "Final"), Card("none", null, "Setup"), Card("gone", null, "Final"));
        Assert.Equal([2026, 2025], calendar.Years);
        Assert.Equal(["1: over", "11: notice", "12: soon late"],
            calendar.Months.Select(m => $"{m.Month}: {string.Join(' ', m.Days.Select(d => d.Name))}"));
        Assert.Equal(["none"], calendar.Undated.Select(d => d.Name));
        Assert.Equal(["soon", "notice"], calendar.Waiting.Select(w => w.ContestName));
        Assert.Equal(["12: last"], ContestCalendar.Of([Card("last", "2025-12-01", "Final")], 2025, Today, "工种").Months.Select(
            m => $"{m.Month}: {m.Days[0].Name}"));
    }

    [Fact]
    public void A_practice_contest_waits_for_nobody()
    {
        var card = Card("demo", "2026-12-01", "Setup");
        Assert.Empty(Calendar(card with { Public = card.Public! with { Demo = true } }).Waiting);
    }

    private static ContestCalendar Calendar(params ShelfCard[] cards) => ContestCalendar.Of(cards, null, Today, "工种");

    // A trade: phase, :last day of its 公示, *open appeals.
    private static ShelfCard Card(string name, string? date, string trades) => new(
        new(name), 9, "", null, null, new CompetitionCard(new(name), name, [name],
            date is null ? null : DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), [], [], false),
        null, null, null, null, new Dictionary<string, string>(), false, [], 8, 3, 0,
        [.. trades.Split(',').Select((t, n) => new ShelfTrade(
            new($"t{n}"), "电工", Enum.Parse<Phase>(t.Split(':', '*')[0]), false,
            t.Contains(':', StringComparison.Ordinal) ? DateOnly.Parse(
                $"2026-{t.Split(':')[1]}", System.Globalization.CultureInfo.InvariantCulture) : null,
            t.Contains('*', StringComparison.Ordinal) ? int.Parse(t.Split('*')[1], System.Globalization.CultureInfo.InvariantCulture)
                : 0))], []);
}
