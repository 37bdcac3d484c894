// What every page of the console stands on: who is here, which contest, what just happened.
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Api.Security;
using Scoring.Core.Definition;

namespace Scoring.Api.Console;

public abstract class ConsolePage(Desk desk) : PageModel
{
    private const string NoticeKey = "notice", BadKey = "bad";

    protected Desk Desk => desk;

    public SignedIn Me => SignedIn.From(User) ?? throw new InvalidOperationException("a page without its policy");

    /// <summary>Null where no competition is open.</summary>
    public virtual Competition? Contest => null;

    public string Clock => desk.Local(desk.Now).Moment();

    /// <summary>What the last action led to; shown once.</summary>
    public string? Notice => TempData[NoticeKey] as string;

    public bool NoticeBad => TempData.ContainsKey(BadKey) && TempData[BadKey] is true;

    public virtual IReadOnlyList<NavGroup> Navigation() => Scoring.Api.Console.Navigation.General(Me, Request.Path);

    protected void Say(string words, bool bad = false)
    {
        TempData[NoticeKey] = words;
        TempData[BadKey] = bad;
    }
}
