using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Console.Progress;
using Scoring.Api.Devices;
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

    public IReadOnlyList<DayDevice> Tablets { get; private set; } = [];

    public int Lost => Tablets.Count(t => t.State == "lost");

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
        (Board, Tablets) = Open.Read(state => (DayBoard.Of(state, Me, now), DayDevice.Of(state, own, now)));
        People = By is "judge" or "entrant" ? Open.Read(state => DayPeople.Of(state, Me, By == "judge", Tablets)) : DayPeople.None;
        var lost = Tablets.Where(t => t.State == "lost").Select(t => new ToDo(0, "tablet", "dangerc", $"平板 {t.Name} {t.Words}", t.Seat, "查看", "devices"));
        Board = Board with { ToDo = [.. Board.ToDo.Concat(lost).OrderBy(t => t.Urgency)] };
    }
}
