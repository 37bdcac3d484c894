// What every page of the console stands on: who is here, which contest, what just happened.
using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Api.Help;
using Scoring.Api.Security;
using Scoring.Core.Definition;

namespace Scoring.Api.Console;

public abstract class ConsolePage(Desk desk) : PageModel
{
    public const string BasisField = "Basis";

    private const string NoticeKey = "notice", BadKey = "bad", KeptKey = "kept";

    protected Desk Desk => desk;

    public SignedIn Me => SignedIn.From(User) ?? throw new InvalidOperationException("a page without its policy");

    /// <summary>Null where no competition is open.</summary>
    public virtual Competition? Contest => null;

    /// <summary>What the contest calls its trades; where none is open, the one in use.</summary>
    public string TradeWord => HttpContext.RequestServices.GetRequiredService<ContestWords>().Trade;

    /// <summary>Files that would not open, or open for reading only, keys that are missing: every page says so.</summary>
    public IReadOnlyList<string> Trouble => desk.Cautions.All();

    /// <summary>What the admin could make safer; pages an admin comes to first say it.</summary>
    public IReadOnlyList<string> Safer => !Me.May(Policies.Administer) ? []
        : desk.Cautions.Advice(plain: !Request.IsHttps && !(HttpContext.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)));

    /// <summary>In the foot of every printed page: which state of the ledger it shows; null where no competition is open.</summary>
    public virtual string? LedgerFoot => null;

    /// <summary>This page's place in the handbook.</summary>
    public string Help => HttpContext.RequestServices.GetRequiredService<Handbook>() is var book
        && book.ByPage.TryGetValue(Handbook.PageOf(PageContext.ActionDescriptor.AttributeRouteInfo?.Template ?? ""), out var place)
        ? $"/help/{book.Chapters.First(c => c.Places.Contains(place)).Key}#{place.Anchor}" : "/help";

    public string Clock => desk.Local(desk.Now).Moment();

    /// <summary>What the last action led to; shown once.</summary>
    public string? Notice => TempData[NoticeKey] as string;

    public bool NoticeBad => TempData.ContainsKey(BadKey) && TempData[BadKey] is true;

    public virtual IReadOnlyList<NavGroup> Navigation() => Scoring.Api.Console.Navigation.General(Me, Request.Path);

    /// <summary>A handler that names a policy of its own asks for it too.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (IsNobodys(context))
        {
            context.Result = NotFound();
        }
        else if (context.HandlerMethod?.MethodInfo.GetCustomAttribute<NeedsAttribute>() is { } needs && !Me.May(needs.Policy))
        {
            context.Result = Forbid();
        }
    }

    /// <summary>A form sent twice is carried out once: the second gets the answer of the first.</summary>
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        OnPageHandlerExecuting(context);
        if (context.Result is not null)
        {
            return;
        }

        // What htmx sends stays on its page and is sent again on purpose.
        var key = HttpMethods.IsPost(Request.Method) && !Request.Headers.ContainsKey("HX-Request") ? await SentForms.KeyOf(Request, Me.Login) : null;
        formKey = key;
        if (key is null)
        {
            OnPageHandlerExecuted(await next());
            return;
        }

        var sent = HttpContext.RequestServices.GetRequiredService<SentForms>();
        while (!sent.IsFirst(key, out var earlier))
        {
            if (await earlier is { } answer)
            {
                Say(answer.Notice ?? SentForms.Before);
                context.Result = LocalRedirect(answer.To ?? Request.Path);
                return;
            }
        }

        SentAnswer? became = null;
        try
        {
            var done = await next();
            OnPageHandlerExecuted(done);
            became = Became(done, context.HandlerMethod?.MethodInfo);
        }
        finally
        {
            if (became is null)
            {
                sent.Forget(key);
            }
            else
            {
                sent.Done(key, became);
            }
        }
    }

    // Null: refused, failed, or a file: the same form may be sent again.
    private SentAnswer? Became(PageHandlerExecutedContext done, MethodInfo? handler) => done switch
    {
        { Exception: not null } => null,
        _ when refused => null,
        { Result: LocalRedirectResult to } => new SentAnswer(to.Url, said),
        { Result: RedirectResult to } when Url.IsLocalUrl(to.Url) => new SentAnswer(to.Url, said),
        { Result: PageResult } when handler?.GetCustomAttribute<OnlyOnceAttribute>() is not null => new SentAnswer(null, null),
        _ => null,
    };

    /// <summary>What was typed into the form that was just refused; shown once.</summary>
    public KeptForm? Kept => kept ?? HttpContext.RequestServices.GetRequiredService<KeptForms>().Take(TempData[KeptKey] as string);

    /// <summary>A form for a handler there is none of: the page would be shown with nothing in it.</summary>
    protected bool IsNobodys(PageHandlerExecutingContext context) => context.HandlerMethod is null && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method);

    /// <summary>
    /// The id of an entry this form appends, made of the form itself: sent once more, the ledger knows it and takes no second one, whatever the server
    /// remembers or has forgotten.
    /// </summary>
    /// <param name="which">Tells the entries of one form apart: the trade, the word, the certificate each is about.</param>
    protected Guid EntryFor(string which = "") => formKey is null ? Guid.NewGuid()
        : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{formKey}\n{which}")).AsSpan(0, 16));

    /// <summary>Whose form this is, where it gives power.</summary>
    protected Giver Giver => new(Me, EntryFor, HttpContext.RequestAborted);

    /// <summary>The version its form was opened on; null: the form edits nothing that somebody else could have changed meanwhile.</summary>
    [BindProperty(Name = BasisField)]
    public string? PostedBasis { get; set; }

    /// <summary>Whether what the form edits is no longer what it was when the form was opened.</summary>
    protected bool IsOvertaken(object? now) => Edition.Read(PostedBasis) is { } opened && opened.Print != Edition.Of(0, now).Print;

    /// <summary>The same of what is kept beside the ledger, and says so.</summary>
    protected bool ChangedMeanwhile(object? now)
    {
        var overtaken = IsOvertaken(now);
        if (overtaken)
        {
            Say("您打开这张表以后，有人已经改过这里。没有保存；您填的都还在，请对照后再保存一次。", bad: true);
        }

        return overtaken;
    }

    /// <summary>Whoever is shown personal data is written down (R-I2); a refused form keeps what was typed.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if (context is { Exception: null, Result: PageResult or PartialViewResult } && HttpMethods.IsGet(Request.Method)
            && GetType().GetCustomAttribute<ShowsPeopleAttribute>() is { } shows)
        {
            desk.Access.Write(Me, Contest?.Id, $"查看{shows.What}");
        }

        if (!refused || context.Exception is not null || !HttpMethods.IsPost(Request.Method) || !Request.HasFormContentType)
        {
            return;
        }

        if (context.Result is PageResult)
        {
            kept = KeptForm.Of(Request);
        }
        else if (context.Result is LocalRedirectResult or RedirectResult)
        {
            TempData[KeptKey] = HttpContext.RequestServices.GetRequiredService<KeptForms>().Keep(KeptForm.Of(Request));
        }
    }

    private string? formKey;
    private bool refused;
    private string? said;
    private KeptForm? kept;

    /// <summary>What went well and should be known all the same; null: nothing.</summary>
    protected void Caution(string? words)
    {
        if (words is not null)
        {
            Say(words, bad: true);
        }
    }

    protected void Say(string words, bool bad = false)
    {
        (refused, said) = (bad, words);
        TempData[NoticeKey] = words;
        TempData[BadKey] = bad;
    }
}
