// Steps whose effect is shown before they are taken (R-D2): ranks, awards and certificates that would move, then the signature.
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Scoring.Api.Console.Weighing;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;

namespace Scoring.Api.Console;

/// <summary>A contest's page with steps that are weighed.</summary>
public abstract class WeighingPage(Desk desk) : ContestPage(desk)
{
    private static readonly string[] NotSentAgain =
        ["__RequestVerificationToken", "seen", "secondLogin", "secondPassword", SecondPerson.CodeField, "handler", SentForms.Field];

    /// <summary>Fingerprint of the effect the person saw; null: not shown yet.</summary>
    [BindProperty(Name = "seen")]
    public string? Seen { get; set; }

    [BindProperty(Name = "secondLogin")]
    public string? SecondLogin { get; set; }

    [BindProperty(Name = "secondPassword")]
    public string? SecondPassword { get; set; }

    public WeighingView? Weighing { get; private set; }

    /// <summary>Whose results a step is weighed by, and whose office the second signer holds; a page of no one trade says for itself.</summary>
    protected virtual TradeId Weighed => default;

    /// <summary>Shows the effect, and once it was seen and signed carries the step out.</summary>
    /// <param name="decide">Gets who signed second; before that a stand-in.</param>
    protected async Task<IActionResult> Weigh(WeighedStep step, Func<CompetitionState, Actor, Decision> decide)
    {
        var standIn = new Actor(step.Second?.Roles.FirstOrDefault(r => r != Me.Role, step.Second.Roles[0]) ?? Core.People.Role.Supervisor, "?", new Office(Open.Id, []));
        var (decision, effect) = Open.Read(state =>
        {
            var first = Overtaken(state) ?? decide(state, standIn);
            return (first, first is Decision.Append append ? Effect(state, append.Event) : null);
        });
        if (decision is Decision.Refuse refused)
        {
            return Refused(refused);
        }

        if (effect is null || (effect.None && !step.Always && step.Second is null))
        {
            return await Take(step, state => decide(state, standIn));
        }

        if (Seen != effect.Fingerprint)
        {
            return Show(step, effect, Seen is null ? null : "您查看之后有了新的变动，影响已经不同。请重新看过再确认。");
        }

        var signed = standIn;
        if (step.Second is { } need)
        {
            var (second, fault) = await need.Check.Check(Me, Open, SecondLogin, SecondPassword, Weighed, need.Roles);
            if (second is null || second.Id == Me.Actor.Id)
            {
                return Show(step, effect, fault ?? "两次签名是同一个人，须由另一人签名");
            }

            signed = second;
        }

        return await Take(step, state => decide(state, signed) switch
        {
            Decision.Append append when Effect(state, append.Event)?.Fingerprint != Seen =>
                new Decision.Refuse(Refusal.EffectMoved, $"您查看之后有了新的变动，没有改动。请重新查看影响再确认。"),
            var other => other,
        });
    }

    /// <summary>What the step would do, as far as the people of this page may see it.</summary>
    protected virtual EffectView? Effect(CompetitionState state, LedgerEvent e) => EffectView.Of(state, Weighed, e);

    /// <summary>Called once the step is in the ledger.</summary>
    protected virtual Task Taken(Decision.Append step) => Task.CompletedTask;

    /// <summary>The form cannot be taken as it is.</summary>
    protected virtual IActionResult Refused(Decision.Refuse why)
    {
        Say(Words(why), bad: true);
        return LocalRedirect(Here);
    }

    /// <summary>Where the form stood.</summary>
    protected virtual string Here => Request.Path + Request.QueryString.Value?.Split("handler=")[0].TrimEnd('?', '&');

    private async Task<IActionResult> Take(WeighedStep step, Func<CompetitionState, Decision> decide)
    {
        Decision.Append? made = null;
        var stored = await Ask(step.Done, state =>
        {
            var decision = decide(state);
            made = decision as Decision.Append;
            return decision;
        });
        if (stored && made is not null)
        {
            await Taken(made);
        }

        return LocalRedirect(stored && step.Back is not null ? step.Back : Here);
    }

    private ViewResult Show(WeighedStep step, EffectView effect, string? fault)
    {
        var fields = Request.Form.Where(f => !NotSentAgain.Contains(f.Key))
            .SelectMany(f => f.Value, (f, value) => new KeyValuePair<string, string>(f.Key, value ?? "")).ToList();
        Weighing = new WeighingView(step, effect, fields, Request.Path + Request.QueryString, Here, Request.Form["reason"].FirstOrDefault(), fault);
        return new ViewResult
        {
            ViewName = "/Console/Weighing/Weigh.cshtml",
            ViewData = new ViewDataDictionary<WeighingPage>(ViewData, this),
            TempData = TempData,
        };
    }
}
