using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Console.Progress;
using Scoring.Api.Tablets;
using Scoring.Api.Hubs;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.People;

namespace Scoring.Api.Console.Tablets;

/// <summary>设备: pairing codes for each judge, and when each tablet was last heard of.</summary>
[Authorize(Policy = Policies.Devices)]
public sealed class DevicesModel(Desk desk, PairedTablets devices, GivenPower power, VenueAddress venue) : ContestPage(desk)
{
    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);

    /// <param name="Waiting">A code of this judge was given out and still works.</param>
    public sealed record JudgeRow(JudgeId Id, string Name, string Seats, string Tablets, bool Waiting);

    public sealed record FreshCode(string Judge, string Code, string Link, string Until);

    public IReadOnlyList<JudgeRow> Judges { get; private set; } = [];

    public IReadOnlyList<(DayTablet Tablet, int Waiting)> Tablets { get; private set; } = [];

    public FreshCode? Fresh { get; private set; }

    /// <summary>Tablets in the hall that were paired to another contest, while this one is in use: whose and to which.</summary>
    public IReadOnlyList<string> Strays { get; private set; } = [];

    public bool Organizes => Me.May(Policies.Organize);

    public string TabletAddress => $"{venue.For(HttpContext)}/judge/";

    public void OnGet() => Load();

    public IActionResult OnGetTablets()
    {
        Load();
        return Partial("/Console/Tablets/_Tablets.cshtml", this);
    }

    [OnlyOnce]
    [Needs(Policies.Devices)]
    public async Task<IActionResult> OnPostCode(string judge)
    {
        var id = new JudgeId(judge);
        if (Open.Read(state => MayPair(state, id) ? state.Judges.GetValueOrDefault(id) : null) is not { } found)
        {
            return NotFound();
        }

        var given = await power.Code(Open, found, DayEnds, Giver);
        if (given.Thing is not { } code)
        {
            Say(given.Refused!, bad: true); // no code: it says why
            return LocalRedirect(Request.Path);
        }

        Caution(given.Caution);
        Fresh = new FreshCode(found.Name, code.Code, $"{TabletAddress}#pair={code.Code}", Desk.Local(code.ExpiresAt).Moment());
        Load();
        return Page();
    }

    [Needs(Policies.Devices)]
    public async Task<IActionResult> OnPostRevoke(string device)
    {
        if (devices.All.FirstOrDefault(d => d.Id == device && d.Competition == Open.Id) is not { } found || !Open.Read(state => MayPair(state, found.Judge)))
        {
            return NotFound();
        }

        var unwritten = await power.Unpaired(Open, found, Giver);
        Say(unwritten is null ? $"平板 {found.Name} 已解除配对" : $"平板 {found.Name} 已解除配对，但没有记入台账：{unwritten}", bad: unwritten is not null);
        return LocalRedirect(Request.Path);
    }

    private void Load()
    {
        var now = Desk.Now;
        var own = devices.All.Where(d => d.Competition == Open.Id).ToList();
        var given = devices.Unused(Open.Id).Select(c => c.Judge).ToHashSet();
        Strays = Desk.Competitions.Current != Open ? []
            : [.. devices.All.Where(d => d.Competition != Open.Id && (d.Connected || now - d.LastContact < Recent)).GroupBy(d => d.Competition)
                .Select(g => $"{Desk.Find(g.Key.Value)?.Name ?? g.Key.Value} {g.Count()} 台")];
        (Judges, Tablets) = Open.Read(state => (
            (IReadOnlyList<JudgeRow>)[.. state.Judges.Values.Where(j => MayPair(state, j.Id)).Select(j => new JudgeRow(
                j.Id, j.Name, SeatsOf(state, j), string.Join('、', own.Where(d => d.Judge == j.Id).Select(d => d.Name)), given.Contains(j.Id)))],
            (IReadOnlyList<(DayTablet, int)>)[.. DayTablet.Of(state, own, now).Zip(own, (shown, d) => (shown, d.Waiting))]));
    }

    // A head judge pairs the tablets of the own trades and the own one, never the second person's nor a clerk's; the admin all.
    private bool MayPair(CompetitionState state, JudgeId judge) =>
        state.Judges.GetValueOrDefault(judge)?.Seats.Any(s => s.Role == Role.Judge || TabletRoles.Offices.Contains(s.Role)) == true
        && (Me.Role == Role.Admin || judge.Value == Me.Id
            || state.Judges[judge].Seats.Any(s => s.Role is Role.Judge or Role.FloorJudge && Me.HoldsFor(s.Trade)));

    private static string SeatsOf(CompetitionState state, Judge judge) => string.Join('；', judge.Seats
        .Where(s => s.Role == Role.Judge || TabletRoles.Offices.Contains(s.Role))
        .GroupBy(s => (s.Role, s.Trade, s.Number))
        .Select(g => g.Key.Role == Role.Judge
            ? $"{state.Trade(g.Key.Trade)?.Definition.Name} {string.Join('、', g.Select(s => s.Module?.Value))}，{g.Key.Number} 号"
            : $"{state.Trade(g.Key.Trade)?.Definition.Name} {g.Key.Role.Chinese()}"));
}
