using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Console.Weighing;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Effects;
using Scoring.Core.Fold.State;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Sayings;
using Scoring.Core.Scoring;

namespace Scoring.Api.Console.Correcting;

/// <summary>更正 one sheet or one module's mark (R-D2): typed, weighed, signed by two; certificates that no longer hold are revoked with it (R-H5).</summary>
[Authorize(Policy = Policies.Sign)]
public sealed class CorrectModel(Desk desk, SecondPerson second) : TradePage(desk)
{
    private AwardEffect? effect;

    protected override string PageName => "corrections";

    [BindProperty(SupportsGet = true, Name = "judge")]
    public string? JudgeKey { get; set; }

    /// <summary>Which run (R-K7) or member (R-K14), from 1; null: the first there is.</summary>
    [BindProperty(SupportsGet = true, Name = "attempt")]
    public int? Attempt { get; set; }

    [BindProperty(SupportsGet = true, Name = "module")]
    public string ModuleKey { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "code")]
    public string Code { get; set; } = "";

    public CorrectForm? Form { get; private set; }

    /// <summary>What is wrong with what was typed, by aspect; <c>mark</c> for a whole module.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; private set; } = new Dictionary<string, string>();

    public string? Fault { get; private set; }

    public string? Reason { get; private set; }

    public IActionResult OnGet() => Load() ? Page() : NotFound();

    /// <summary>First shown with its effect, then signed by the second person.</summary>
    [Needs(Policies.Sign)]
    public async Task<IActionResult> OnPostApply(string? reason)
    {
        if (!Load() || Form is not { } form)
        {
            return NotFound();
        }

        Reason = reason;
        var (module, judge, run, version) = (new ModuleId(ModuleKey), form.Judge, form.Run.Number, Request.Form["version"].ToString());
        var (marks, mark, unreadable) = Typed(form);
        if (unreadable.Count > 0)
        {
            return Refused(new Decision.Refuse(Refusal.BadMarks, $"有填错的地方，没有改动", unreadable));
        }

        var step = new WeighedStep(
            $"更正 {Code} 模块 {module}{form.Run.After}{(form.Seat is null ? "" : $"，{form.Seat}")}", $"{Code} 已更正", Always: true,
                Changes: Changes(form, marks, mark),
            new SecondNeed(second, Me.Role == Role.HeadJudge ? "监督或另一位裁判长" : "裁判长或另一位监督", Role.HeadJudge, Role.Supervisor),
            $"/console/{Open.Id}/corrections/{Trade}");
        return await Weigh(step, (state, approver) =>
        {
            if (state.Trade(Trade)?.ByCode(Code) is not { } entrant)
            {
                return new Decision.Refuse(Refusal.NoSuchEntrant, $"找不到代号 {Code}，请刷新后重选");
            }

            if (CorrectForm.VersionOf(entrant, module, judge, run).ToString(CultureInfo.InvariantCulture) != version)
            {
                return new Decision.Refuse(Refusal.MovedOn, $"这份评分在您打开之后又有改动，请重新打开再更正");
            }

            var id = entrant.Entrant.Id;
            var decision = judge is { } sheet
                ? CorrectSheet.Decide(state, Me.Actor, id, module, sheet, marks, reason ?? "", approver, run)
                : CorrectModuleMark.Decide(state, Me.Actor, id, module, mark ?? 0, reason ?? "", approver, run);
            effect = decision is Decision.Append append ? WhatIf.Effect(state, Trade, append.Event) : null;
            revoker = Me.Role == Role.HeadJudge ? Me.Actor : approver;
            return decision;
        });
    }

    private Actor revoker = new(Role.HeadJudge, "");

    // A certificate that says what is no longer so is withdrawn in the same breath; the new one is issued with the next batch.
    protected override async Task Taken(Decision.Append step)
    {
        var words = $"更正：{Reason}";
        var because = words[..Math.Min(words.Length, 500)];
        var gone = await Revoke(
            effect?.Certificates.Where(c => c.Action is CertificateAction.Revoke or CertificateAction.Reissue).Select(c => c.Number).OfType<string>() ?? [],
            (state, number) => RevokeCertificate.Decide(state, revoker, Trade, number, because));
        var ofTeams = await Revoke(effect?.TeamCertificates ?? [], (state, number) => RevokeTeamCertificate.Decide(state, revoker, number, because));
        if (gone.Count + ofTeams.Count > 0)
        {
            Say($"{Code} 已更正；证书 {string.Join('、', gone.Concat(ofTeams))} 已撤销，请按{(ofTeams.Count > 0 ? "“收回清单”" : "下面的清单")}收回。");
        }
    }

    private async Task<IReadOnlyList<string>> Revoke(IEnumerable<string> numbers, Func<CompetitionState, string, Decision> decide)
    {
        var gone = new List<string>();
        foreach (var number in numbers)
        {
            if (await Open.Execute(EntryFor(number), revoker.ToString(), state => decide(state, number), via: Me.Via) is Ledger.Outcome.Accepted)
            {
                gone.Add(number);
            }
        }

        return gone;
    }

    protected override IActionResult Refused(Decision.Refuse why)
    {
        (Fault, Faults) = (why.Message.ToString(), why.Fields?.ToDictionary(f => f.Key, f => f.Value.ToString()) ?? Faults);
        Reason ??= Request.Form["reason"];
        Form = Form?.With(Request.Form);
        return Page();
    }

    private bool Load()
    {
        Form = Open.Read(state => state.Trade(Trade) is { } trade && trade.Module(new ModuleId(ModuleKey)) is { } module && trade.ByCode(Code) is { } entrant
            ? CorrectForm.Of(trade, module, entrant, JudgeKey, Attempt) : null);
        return Form is not null;
    }

    private (IReadOnlyDictionary<AspectId, Core.Marking.Entry> Marks, decimal? Mark, Dictionary<string, Saying> Unreadable) Typed(CorrectForm form)
    {
        var unreadable = new Dictionary<string, Saying>(StringComparer.Ordinal);
        var marks = new Dictionary<AspectId, Core.Marking.Entry>();
        foreach (var aspect in form.Aspects)
        {
            var typed = Request.Form[aspect.Field].Select(v => (v ?? "").Normalize(NormalizationForm.FormKC).Trim()).ToList();
            if (aspect.Names is not null)
            {
                marks[aspect.Aspect.Id] = Core.Marking.Entry.Of(typed);
            }
            else if (typed is [var text] && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                marks[aspect.Aspect.Id] = Core.Marking.Entry.Of(number);
            }
            else
            {
                unreadable[aspect.Aspect.Id.Value] = $"请填数字";
            }
        }

        if (form.Judge is not null)
        {
            return (marks, null, unreadable);
        }

        const NumberStyles plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign; // a quiz may end below 0 (R-K9)
        if (decimal.TryParse(
            Request.Form["mark"].ToString().Normalize(NormalizationForm.FormKC).Trim(), plain, CultureInfo.InvariantCulture,
                out var figure))
        {
            return (marks, figure, unreadable);
        }

        unreadable["mark"] = $"请填数字，例如 87.5";
        return (marks, null, unreadable);
    }

    private static List<WeighedChange> Changes(CorrectForm form, IReadOnlyDictionary<AspectId, Core.Marking.Entry> marks, decimal? mark)
    {
        if (form.Judge is null)
        {
            return [new($"模块 {form.Module.Id} {form.Module.Name}{form.Run.After}", form.Mark.Mark(), mark.Mark())];
        }

        var changed = form.Aspects.Where(a => marks.TryGetValue(a.Aspect.Id, out var entry) && !(a.Entry is { } old && old == entry))
            .Select(a => new WeighedChange($"{a.Aspect.Id} {a.Aspect.Text}（满分 {a.Aspect.FullMark.Plain()}）", a.Said, CorrectAspect.Words(a.Aspect, marks[a.Aspect.Id]))).ToList();
        changed.Add(new("评分表合计", form.Total.Mark(), SheetFigures.Of(new ModuleSheet(form.Module), marks).Total.Mark()));
        return changed;
    }
}
