using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Api.Ledger;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;

namespace Scoring.Api.Console;

/// <summary>A page about one competition. Its path carries the competition, so that two tabs never mix two contests.</summary>
public abstract class ContestPage(Desk desk) : ConsolePage(desk), IEdited
{
    private static readonly string[] NotTyped =
        ["__RequestVerificationToken", "Entry", "seen", "secondPassword", SecondPerson.CodeField, BasisField, SentForms.Field];

    private Competition? contest;

    [BindProperty(SupportsGet = true, Name = "competition")]
    public string CompetitionKey { get; set; } = "";

    /// <summary>Made with the form, so that a form sent twice is one entry of the ledger.</summary>
    [BindProperty]
    public Guid Entry { get; set; }

    /// <summary>The version of what this page's form edits, as it is now.</summary>
    public string Basis => Open.Read(state => Edition.Of(state.Version, Edited(state)).ToString());

    public OpenCompetition Open { get; private set; } = null!; // set before any handler runs, or none runs

    public override Competition? Contest => contest;

    /// <summary>Name of the contest in use where it is another than this one; null: it is this, or none is.</summary>
    public string? InUseInstead => Desk.Competitions.Current is { } used && used != Open ? used.Name : null;

    /// <summary>The midnight after the contest's last day, at its venue; null: it has no date.</summary>
    protected DateTimeOffset? DayEnds => contest?.Ends is { } last ? Desk.AtVenue(last.AddDays(1).ToDateTime(TimeOnly.MinValue)) : null;

    public override string? LedgerFoot => Open is null ? null : $"台账第 {Open.Sequence} 条 {Open.HeadHash[..Math.Min(16, Open.HeadHash.Length)]}，{Desk.Local(Desk.Now).Moment()} 打印";

    public override IReadOnlyList<NavGroup> Navigation() =>
        Scoring.Api.Console.Navigation.Of(Me, Open.Id, Request.Path, new Dictionary<string, int>(StringComparer.Ordinal), TradeWord);

    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (IsNobodys(context) || Desk.Find(CompetitionKey) is not { } open || !Me.MayEnter(open.Id))
        {
            context.Result = NotFound();
            return;
        }

        Open = open;
        contest = open.Read(state => state.Competition);
        if (!MayHandle(context.HandlerMethod?.MethodInfo))
        {
            context.Result = Forbid();
        }
        else if (!HttpMethods.IsGet(Request.Method) && !ModelState.IsValid)
        {
            Say("表单不完整，没有改动。请刷新后重填。", bad: true);
            context.Result = LocalRedirect(Request.Path);
        }
    }

    /// <summary>Who may call a handler beyond who may open the page.</summary>
    protected virtual bool MayHandle(MethodInfo? handler)
    {
        if (handler is null || HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method))
        {
            return true;
        }

        return handler.GetCustomAttribute<NeedsAttribute>() is { } needs && Me.May(needs.Policy);
    }

    /// <summary>What the page's form that <c>edits</c> would overwrite.</summary>
    protected virtual object? Edited(CompetitionState state) => null;

    /// <summary>Whether an entry changed that.</summary>
    protected virtual bool Rewrites(LedgerEvent e) => false;

    /// <summary>What the other person changed, field by field, if the page can tell; one a line.</summary>
    protected virtual IReadOnlyList<string> Differences(LedgerEvent? shown) => [];

    /// <summary>Null: what the form edits is still what it was when the form was opened.</summary>
    /// <param name="edited">What it edits, if that is not what the page's other forms edit.</param>
    protected Decision.Refuse? Overtaken(CompetitionState state, Func<CompetitionState, object?>? edited = null) =>
        IsOvertaken((edited ?? Edited)(state)) ? new(Refusal.ChangedMeanwhile, $"") : null;

    private string Meanwhile()
    {
        var (changed, shown) = Edition.Read(PostedBasis)!.Since(Open, Rewrites); // it was stale, so it was there
        var who = changed is null ? "有人" : Desk.Local(changed.At).Moment() + " " + Who(changed.Actor);
        var what = Differences(shown);
        return $"您打开这张表以后，{who} 已经改过这里{(what.Count == 0 ? "" : $"：{string.Join("；", what)}")}。没有保存；您填的都还在，请对照后再保存一次。";
    }

    private string Who(string actor)
    {
        var id = actor.Split(':', 2)[^1];
        return Open.Read(state => state.Judges.GetValueOrDefault(new JudgeId(id))?.Name) ?? id;
    }

    /// <summary>Words of a refusal; of one for a changed version, who changed what.</summary>
    protected string Words(Decision.Refuse why) => why.Code == Refusal.ChangedMeanwhile ? Meanwhile() : why.Message.ToString();

    /// <summary>Puts one command to the ledger and says what became of it, on the page it came from.</summary>
    /// <param name="edited">What its form edits, if that is not what the page's other forms edit.</param>
    protected async Task<IActionResult> Carry(
        string done, Func<CompetitionState, Decision> decide, Func<CompetitionState, object?>? edited = null)
    {
        await Ask(done, decide, edited);
        return LocalRedirect(Request.Path + Request.QueryString.Value?.Split("handler=")[0].TrimEnd('?', '&'));
    }

    /// <summary>The form as it was typed, its files included: the same form sent twice is one entry, the same form with something else in it is refused.</summary>
    protected async Task<Sent> Typed()
    {
        var fields = Request.Form.Where(f => !NotTyped.Contains(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => $"{f.Key}={string.Join('\n', f.Value.ToArray())}").ToList();
        foreach (var file in Request.Form.Files)
        {
            using var content = file.OpenReadStream();
            fields.Add($"{file.Name}={Convert.ToHexString(await SHA256.HashDataAsync(content, HttpContext.RequestAborted))}");
        }

        return Sent.Of($"{Request.Path}{Request.QueryString}", fields);
    }

    protected async Task<bool> Ask(
        string done, Func<CompetitionState, Decision> decide, Func<CompetitionState, object?>? edited = null)
    {
        var id = Entry == Guid.Empty ? EntryFor() : Entry;
        switch (await Open.Execute(id, Me.Actor.ToString(), state => Overtaken(state, edited) ?? decide(state), HttpContext.RequestAborted, await Typed(), Me.Via))
        {
            case Outcome.Accepted accepted:
                Say($"{done}（台账第 {accepted.Receipt.Sequence} 条）");
                return true;
            case Outcome.Refused refused:
                Say(Words(refused.Why), bad: true);
                return false;
            case Outcome.NotStored failed:
                Say(failed.Message, bad: true);
                return false;
            default:
                throw new InvalidOperationException("an outcome without a name");
        }
    }
}
