using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Security;
using Scoring.Api.Shelf;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Console.AccountPages;

/// <summary>Who may sign in, as what, for which trades (R-A4).</summary>
[Authorize(Policy = Policies.Administer)]
public sealed class AccountsModel(Desk desk, Accounts accounts, GivenPower power, VenueAddress venue) : ConsolePage(desk)
{
    private const int MostOffered = 50;

    public sealed record Row(Account Account, string Scope);

    /// <param name="Contest">As the lists name it, so that two of one name are told apart.</param>
    public sealed record Choice(string Key, string Name, string Contest);

    /// <param name="Until">When the link stops working, as people read it.</param>
    public sealed record Handover(string Login, string Name, string Link, string Until);

    public static IReadOnlyList<Role> Roles { get; } = Policies.Table[Policies.Console];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Scopes { get; private set; } = [];

    public IReadOnlyList<Choice> Judges { get; private set; } = [];

    public Handover? Handed { get; private set; }

    public void OnGet() => Load();

    [OnlyOnce]
    public async Task<IActionResult> OnPostCreate(string? login, string? name, Role role, string? scope, string? judge)
    {
        login = login?.Trim() ?? "";
        var (competition, trades) = role == Role.Admin ? (null, []) : ParseScope(scope);
        if (login.Length is 0 or > 40 || string.IsNullOrWhiteSpace(name) || !Roles.Contains(role))
        {
            Say("请填写账号、姓名和角色。", bad: true);
        }
        else if (accounts.Find(login) is not null)
        {
            Say($"账号“{login}”已经有了，请换一个。", bad: true);
        }
        else if (role != Role.Admin && (competition is null || Desk.Competitions.Find(competition.Value) is null))
        {
            Say($"请选择{role.Chinese()}属于哪场比赛。", bad: true);
        }
        else if (Person(competition, judge) is not { } person)
        {
            Say("名册中的本人要从同一场比赛的名册里选。", bad: true);
        }
        else
        {
            var made = new NewAccount(login, name.Trim(), role, competition, person.Judge, trades);
            Hand(login, made.Name, await power.Account(made, Giver));
        }

        Load();
        return Page();
    }

    [OnlyOnce]
    public async Task<IActionResult> OnPostReset(string login)
    {
        if (accounts.Find(login) is not { } account)
        {
            return NotFound();
        }

        if (string.Equals(login, Me.Login, StringComparison.OrdinalIgnoreCase))
        {
            Say("自己的密码在右上角“修改密码”里改。", bad: true);
        }
        else
        {
            Hand(account.Login, account.Name, await power.Reset(account, Giver));
        }

        Load();
        return Page();
    }

    public async Task<IActionResult> OnPostDisable(string login)
    {
        if (string.Equals(login, Me.Login, StringComparison.OrdinalIgnoreCase))
        {
            Say("不能停用正在使用的账号。", bad: true);
        }
        else if (!accounts.SetDisabled(login, disabled: true))
        {
            Say("至少要留一个可用的管理员。", bad: true);
        }
        else if (accounts.Find(login) is { } account && (await power.Changed(account, AccountChange.Disabled, Giver)).Refused is { } unwritten)
        {
            Say($"账号已停用，但没有记入台账：{unwritten}", bad: true); // it stays disabled: taking power away waits for nothing
        }

        return LocalRedirect("/console/accounts");
    }

    public async Task<IActionResult> OnPostEnable(string login)
    {
        if (accounts.Find(login) is not { } account)
        {
            return NotFound();
        }

        var given = await power.Changed(account, AccountChange.Enabled, Giver);
        if (given.Refused is { } refused)
        {
            Say(refused, bad: true);
        }
        else
        {
            accounts.SetDisabled(login, disabled: false);
            Caution(given.Caution);
        }

        return LocalRedirect("/console/accounts");
    }

    private void Hand(string login, string name, Given<string> given)
    {
        if (given.Thing is not { } token)
        {
            Say(given.Refused!, bad: true); // no link: it says why
            return;
        }

        Caution(given.Caution);
        Response.Headers.CacheControl = "no-store";
        var until = Desk.Local(Desk.Now + GivenPower.LinkLife).Moment();
        Handed = new Handover(login, name, $"{venue.For(HttpContext)}/console/welcome?token={token}", until);
    }

    private sealed record Chosen(JudgeId? Judge);

    // Null: somebody of no list of judges of that contest.
    private Chosen? Person(CompetitionId? competition, string? judge)
    {
        if (string.IsNullOrEmpty(judge))
        {
            return new(Judge: null);
        }

        var (contest, id) = judge.LastIndexOf('/') is >= 0 and var at ? (judge[..at], new JudgeId(judge[(at + 1)..])) : (competition?.Value, new JudgeId(judge));
        return competition is { } here && contest == here.Value && Desk.Competitions.Find(here)?.Read(s => s.Judges.ContainsKey(id)) == true
            ? new(id) : null;
    }

    private void Load()
    {
        var known = accounts.All();
        var all = Offered(known.Select(a => a.Competition).OfType<CompetitionId>().ToHashSet());
        var named = all.ToDictionary(c => c.Id, c => all.Count(o => o.Name == c.Name) > 1 ? $"{c.Name}（{c.Id}）" : c.Name);
        Scopes =
        [
            .. all.SelectMany(c => c.Trades.Select(t => new Choice($"{c.Id}/{t.Id}", t.Name, named[c.Id]))
                .Prepend(new Choice($"{c.Id}/", $"全部{TradeWord}", named[c.Id]))),
        ];
        Judges = [.. all.SelectMany(c => c.Judges.Select(j => new Choice($"{c.Id}/{j.Id}", j.Name, named[c.Id])))];
        Rows = [.. known.Select(a => new Row(a, ScopeOf(a)))];

        string ScopeOf(Account account)
        {
            if (account.Competition is not { } competition)
            {
                return account.Role == Role.Admin ? "全部比赛" : "没有比赛，不能签字";
            }

            var trades = all.FirstOrDefault(c => c.Id == competition)?.Trades;
            var within = account.Trades.Count == 0 ? $"全部{TradeWord}"
                : string.Join('、', account.Trades.Select(t => trades?.FirstOrDefault(x => x.Id == t)?.Name ?? t.Value));
            return all.Count > 1 ? $"{named.GetValueOrDefault(competition, competition.Value)}：{within}" : within;
        }
    }

    // The one in use, those somebody has an account for, and the newest that are not over: of thousands nobody chooses in one list.
    private List<ShelfCard> Offered(IReadOnlySet<CompetitionId> taken)
    {
        var current = Desk.Competitions.Current?.Id;
        var (chosen, others) = (Desk.Cards.All.ToLookup(c => c.Id == current || taken.Contains(c.Id)) is var all ? (all[true], all[false])
            : default);
        return [.. chosen, .. others.OrderBy(c => c.IsOver).ThenByDescending(c => c.Public?.Date).Take(MostOffered)];
    }

    private static (CompetitionId? Competition, IReadOnlyList<TradeId> Trades) ParseScope(string? scope) => scope?.Split('/') switch
    {
        [{ Length: > 0 } competition, { Length: > 0 } trade] => (new CompetitionId(competition), [new TradeId(trade)]),
        [{ Length: > 0 } competition, ..] => (new CompetitionId(competition), []),
        _ => (null, []),
    };
}
