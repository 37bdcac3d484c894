using Microsoft.AspNetCore.Authorization;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Contests;

/// <summary>日历: all contests of a year by date, and what waits where.</summary>
[Authorize(Policy = Policies.Console)]
public sealed class CalendarModel(Desk desk) : ConsolePage(desk)
{
    public ContestCalendar Calendar { get; private set; } = ContestCalendar.Of([], null, default, "");

    public void OnGet(int? year) => Calendar = ContestCalendar.Of(
        Desk.Cards.All.Where(c => Me.MayEnter(c.Id) && !Desk.Competitions.IsHidden(c.Id)), year,
            DateOnly.FromDateTime(Desk.Local(Desk.Now).Date), TradeWord);
}
