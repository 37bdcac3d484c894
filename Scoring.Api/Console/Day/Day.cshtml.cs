using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Console.Progress;
using Scoring.Api.Tablets;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Day;

/// <summary>当日看板: who has handed in, what is returned, what waits for whom.</summary>
[Authorize(Policy = Policies.WatchDay)]
public sealed class DayModel(Desk desk, PairedTablets devices) : ContestPage(desk)
{
    /// <summary>trade, judge or entrant: what is missing, by whom.</summary>
    [BindProperty(SupportsGet = true, Name = "by")]
    public string? By { get; set; }

    public DayPeople People { get; private set; } = DayPeople.None;

    public DayBoard Board { get; private set; } = null!; // loaded by every handler

    public IReadOnlyList<DayTablet> Tablets { get; private set; } = [];

    /// <summary>Silent while something is still to come from them.</summary>
    public int Lost => Tablets.Count(t => t is { State: "lost", Awaited: true });

    public void OnGet() => Load();

    /// <summary>The part that refreshes itself.</summary>
    public IActionResult OnGetBoard()
    {
        Load();
        return Partial("/Console/Day/_Board.cshtml", this);
    }

    private void Load()
    {
        var now = Desk.Now;
        var own = devices.All.Where(d => d.Competition == Open.Id).ToList();
        (Board, Tablets) = Open.Read(state => (DayBoard.Of(state, Me, now), (IReadOnlyList<DayTablet>)[.. DayTablet.For(state, Me, DayTablet.Of(state, own, now))]));
        People = By is "judge" or "entrant" ? Open.Read(state => DayPeople.Of(state, Me, By == "judge", Tablets)) : DayPeople.None;
        var lost = Tablets.Where(t => t.State == "lost").ToList();
        var missed = lost.Where(t => t.Awaited).Select(t => new ToDo(1, "tablet", "dangerc", $"{t.Name}的平板{t.Words}", $"{t.Seat}，还有没交的", "查看", "devices"));
        var resting = lost.Where(t => !t.Awaited).ToList();
        Board = Board with
        {
            ToDo =
            [
                .. Board.ToDo.Concat(missed).OrderBy(t => t.Urgency),
                .. resting.Count == 0 ? [] : (ToDo[])[new ToDo(9, "tablet", "muted", $"{resting.Count} 台平板不在线，都已交齐", string.Join('、', resting.Take(4).Select(t => t.Name)) + (resting.Count > 4 ? " 等" : ""), "查看", "devices")],
            ],
        };
    }
}
