using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Screens;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Contracts;
using Scoring.Display.Ceremony;

namespace Scoring.Api.Console.Screens;

/// <summary>颁奖典礼: which parts, in which order, how revealed, with what note; and where it stands.</summary>
[Authorize(Policy = Policies.Publish)]
public sealed class CeremonyModel(Desk desk, ConfirmedAwards awards, CeremonyPlans plans, Ceremonies ceremonies) : ContestPage(desk)
{
    public sealed record Row(string Part, string Name, bool Confirmed, int Winners, bool Frozen, bool Shown, CeremonyReveal Reveal, string Note);

    public static readonly IReadOnlyList<(CeremonyReveal Reveal, string Name)> Reveals =
        [(CeremonyReveal.ByTier, "按奖项，同奖项一起"), (CeremonyReveal.OneByOne, "逐名，从末位到首位"), (CeremonyReveal.Resolver, "先逐名揭晓封榜，再颁奖")];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public PresenterView View { get; private set; } = null!; // set by every handler that shows the page

    public bool Organizes => Me.May(Policies.Organize);

    /// <summary>What the form edits: which part comes when, how, with what note.</summary>
    public IReadOnlyList<PlannedPart> Planned => plans.Of(Open.Id);

    public void OnGet()
    {
        Rows = [.. awards.Planned(Open.Id).Select(p => new Row(
            p.Part.Trade.Value, p.Part.Name, p.Part.Confirmed, p.Part.Tiers.Sum(t => t.Winners.Count), p.Part.Frozen is not null, p.Shown, p.Plan.Reveal, p.Plan.Note ?? ""))];
        View = ceremonies.View(Open.Id);
    }

    [Needs(Policies.Organize)]
    public IActionResult OnPostPlan(string[] part, int[] place, string[] shown, CeremonyReveal[] reveal, string?[] note)
    {
        if (place.Length != part.Length || reveal.Length != part.Length || note.Length != part.Length)
        {
            Say("表单不完整，没有改动。请刷新后重填。", bad: true);
            return LocalRedirect(Request.Path);
        }

        if (ChangedMeanwhile(Planned))
        {
            return LocalRedirect(Request.Path);
        }

        plans.Set(Open.Id, [.. part
            .Select((p, i) => (Place: place[i], Plan: new PlannedPart(p, reveal[i], shown.Contains(p), string.IsNullOrWhiteSpace(note[i]) ? null : note[i]!.Trim())))
            .OrderBy(p => p.Place).Select(p => p.Plan)]);
        var view = ceremonies.View(Open.Id);
        Say(view.StartedAt is null ? $"典礼安排已保存，共 {view.Steps} 步" : "典礼安排已保存；典礼已经开始，已经上过屏的部分不变");
        return LocalRedirect(Request.Path);
    }

    [Needs(Policies.Publish)]
    public IActionResult OnPostRestart()
    {
        var view = ceremonies.Restart(Open.Id);
        Say($"典礼回到开场，共 {view.Steps} 步");
        return LocalRedirect(Request.Path);
    }
}
