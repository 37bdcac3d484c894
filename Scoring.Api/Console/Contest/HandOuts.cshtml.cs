using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Tablets;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Contest;

/// <summary>For all judges at once, on sheets to cut: a link each to the own account, a pairing code each for the tablet.</summary>
[Authorize(Policy = Policies.Administer)]
public sealed class HandOutsModel(
    Desk desk, Accounts accounts, AccountLinks links, PairedTablets tablets, GivenPower power, VenueAddress venue, PrintedHandOuts printed)
    : ContestPage(desk)
{
    /// <param name="Code">To be typed; null: only the picture.</param>
    public sealed record Slip(string Name, string What, string? Code, string Link);

    /// <summary>Shown and printed this once.</summary>
    public IReadOnlyList<Slip> Slips { get; private set; } = [];

    public string Heading { get; private set; } = "";

    public string Hint { get; private set; } = "";

    public string Address => venue.For(HttpContext);

    public IActionResult OnGet() => LocalRedirect($"/console/{PlainLocation.Of(Open.Id.Value)}/road");

    /// <summary>An account for every official of the 裁判名册 who has none, and a new link for whoever has not used the last.</summary>
    [OnlyOnce]
    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostAccounts()
    {
        if (IsOvertaken(printed.Links(Open)))
        {
            return Printed("账号链接");
        }

        var until = Until(GivenPower.LinkLife);
        var own = accounts.All().Where(a => a.Competition == Open.Id && !a.Disabled).ToList();
        var unused = links.Unused();
        var slips = new List<Slip>();
        foreach (var official in Officials.Of(Open.Read(s => s.Judges.Values.ToList())))
        {
            var account = own.Find(official.Has);
            if (account is not null && !unused.ContainsKey(account.Login))
            {
                continue;
            }

            var login = account?.Login ?? Free(official);
            var given = account is not null ? await power.Reset(account, Giver, until)
                : await power.Account(new(login, official.Name, official.Role, Open.Id, official.Judge, official.Trades), Giver, until);
            if (given.Thing is not { } token)
            {
                return Refused(given.Refused!); // no link: it says why
            }

            slips.Add(new Slip(official.Name, $"{official.Role.Chinese()}，账号 {login}", null, $"{Address}/console/welcome?token={token}"));
        }

        return Shown(slips, "控制台账号", $"用手机或电脑扫码，设定自己的密码。每个链接只能用一次，{Desk.Local(until).Moment()} 前有效。", "名册里要登录控制台的人都已经有账号，并且设好了密码。");
    }

    /// <summary>A pairing code for everybody who works with a tablet and has none, valid until the contest's day ends.</summary>
    [OnlyOnce]
    [Needs(Policies.Devices)]
    public async Task<IActionResult> OnPostCodes()
    {
        if (IsOvertaken(printed.Codes(Open)))
        {
            return Printed("配对码");
        }

        var paired = tablets.All.Where(d => d.Competition == Open.Id).Select(d => d.Judge).ToHashSet();
        var until = Until(TimeSpan.FromHours(12));
        var slips = new List<Slip>();
        foreach (var (judge, seats) in Open.Read(state => Officials.OnTablets(state).Where(j => !paired.Contains(j.Id))
            .Select(j => (j, Officials.SeatWords(state, j))).ToList()))
        {
            var given = await power.Code(Open, judge, until, Giver);
            if (given.Thing is not { } code)
            {
                return Refused(given.Refused!); // no code: it says why
            }

            slips.Add(new Slip(judge.Name, seats, code.Code, $"{Address}/judge/#pair={code.Code}"));
        }

        return Shown(
            slips, "平板配对码",
            $"用平板扫码，或打开 {Address}/judge/ 输入配对码。每个码只能用一次，{Desk.Local(until).Moment()} 前有效；再打印一次，没用过的码就作废。",
            "用平板的人都已经配对。");
    }

    private IActionResult Refused(string why)
    {
        Say(why, bad: true);
        return OnGet();
    }

    // What lies on the table already is not made void by a form that does not know of it.
    private LocalRedirectResult Printed(string what)
    {
        Say($"{what}刚才已经打印过，没有再印，印出来的照常有效。要重印，请在进程页再按一次。", bad: true);
        return LocalRedirect($"/console/{PlainLocation.Of(Open.Id.Value)}/road");
    }

    private IActionResult Shown(IReadOnlyList<Slip> slips, string heading, string hint, string none)
    {
        if (slips.Count == 0)
        {
            return Refused(none);
        }

        Response.Headers.CacheControl = "no-store";
        (Slips, Heading, Hint) = (slips, heading, hint);
        return Page();
    }

    // The end of the contest's last day, or the usual span from now, whichever is later.
    private DateTimeOffset Until(TimeSpan usual)
    {
        var soonest = Desk.Now + usual;
        return DayEnds is { } end && end > soonest ? end : soonest;
    }

    private string Free(Official official)
    {
        var word = Lists.Pinyin.SpelledName(official.Name);
        word = word.Length == 0 ? "user" : word[..Math.Min(30, word.Length)];
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? word : $"{word}{n}").First(login => accounts.Find(login) is null);
    }
}
