using Scoring.Api.Shelf;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Console.Contests;

/// <summary>Something that waits for somebody in a contest.</summary>
/// <param name="Page">Of the contest, where it is seen to.</param>
/// <param name="Urgent">Today or tomorrow, or overdue.</param>
public sealed record WaitingThing(CompetitionId Contest, string ContestName, string Words, string Page, bool Urgent);

/// <summary>A contest on its day.</summary>
public sealed record CalendarDay(DateOnly Date, CompetitionId Contest, string Name, IReadOnlyList<string> Hosts, string Phase, bool Over);

/// <summary>All contests by date, and what waits where (a practice contest waits for nobody).</summary>
/// <param name="Months">In order: those of the year that is looked at.</param>
/// <param name="Undated">Contests without a date that are not over.</param>
public sealed record ContestCalendar(
    int Year, IReadOnlyList<int> Years, IReadOnlyList<(int Month, IReadOnlyList<CalendarDay> Days)> Months,
        IReadOnlyList<CalendarDay> Undated, IReadOnlyList<WaitingThing> Waiting)
{
    /// <param name="cards">Those this person may enter.</param>
    /// <param name="year">Null: this one.</param>
    /// <param name="today">At the venue.</param>
    /// <param name="word">What trades are called.</param>
    public static ContestCalendar Of(IEnumerable<ShelfCard> cards, int? year, DateOnly today, string word)
    {
        var all = cards.Where(c => c.Public is { Demo: false }).ToList();
        var shown = year ?? today.Year;
        var days = all.Select(Day).OrderBy(d => d.Date).ThenBy(d => d.Name, Core.People.ReadingOrder.Names).ToList();
        return new(
            shown,
            [.. days.Where(d => d.Date != default).Select(d => d.Date.Year).Append(today.Year).Distinct().OrderDescending()],
            [.. days.Where(d => d.Date != default && d.Date.Year == shown).GroupBy(d => d.Date.Month)
                .Select(m => (m.Key, (IReadOnlyList<CalendarDay>)[.. m]))],
            [.. days.Where(d => d.Date == default && !d.Over)],
            [.. all.SelectMany(c => Of(c, today, word)).OrderByDescending(w => w.Urgent)
                .ThenBy(w => w.ContestName, Core.People.ReadingOrder.Names)]);
    }

    private static CalendarDay Day(ShelfCard card) =>
        new(card.Public!.Date ?? default, card.Id, card.Name, card.Public.Hosts, ShelfRow.PhasesOf(card),
            card.IsOver); // not null by Of's Where

    private static IEnumerable<WaitingThing> Of(ShelfCard card, DateOnly today, string word)
    {
        WaitingThing That(string words, string page, bool urgent) => new(card.Id, card.Name, words, page, urgent);
        static string Of(DateOnly? day) => $"{day?.Month}月{day?.Day}日";
        int In(Phase phase) => card.Trades.Count(t => t.Phase == phase);
        var date = card.Public!.Date; // not null by Of's Where
        if (date is { } day && day >= today && day.DayNumber - today.DayNumber <= 7 && card.Trades.All(t => t.Phase < Phase.Scoring))
        {
            yield return That(day == today ? "今天比赛" : day.DayNumber - today.DayNumber == 1 ? "明天比赛" : $"{day.Month}月{day.Day}日比赛", "road",
                day.DayNumber - today.DayNumber <= 1);
        }

        if (date < today && card.Trades.Any(t => t.Phase < Phase.Scoring))
        {
            yield return That($"日期已过，{card.Trades.Count(t => t.Phase < Phase.Scoring)} 个{word}还没有评分", "road", true);
        }

        if (In(Phase.Scoring) is > 0 and var scoring)
        {
            yield return That($"{scoring} 个{word}在评分", "day", date < today);
        }

        if (In(Phase.Review) is > 0 and var review)
        {
            yield return That($"{review} 个{word}待复核", "review", false);
        }

        foreach (var notice in card.Trades.Where(t => t.Phase == Phase.Publicity).GroupBy(t => t.NoticeUntil))
        {
            var left = notice.Key?.DayNumber - today.DayNumber;
            var words = left switch
            {
                null => "公示到颁奖为止",
                < 0 => "公示期已满，可以公布",
                0 => $"公示到 {Of(notice.Key)}（今天）",
                1 => $"公示到 {Of(notice.Key)}（明天）",
                _ => $"公示到 {Of(notice.Key)}",
            };
            yield return That($"{notice.Count()} 个{word}{words}", "publish", left <= 1);
        }

        if (card.Trades.Sum(t => t.Appeals) is > 0 and var appeals)
        {
            yield return That($"{appeals} 件申诉待答复", "appeals", true);
        }
    }
}
