using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Console.AccountPages;

/// <summary>Who may sign in, as what, for which trades (R-A4).</summary>
[Authorize(Policy = Policies.Administer)]
public sealed class AccountsModel(Desk desk, Accounts accounts) : ConsolePage(desk)
{
    public sealed record Row(Account Account, string Scope);

    public sealed record Choice(string Key, string Name);

    public sealed record Handover(string Login, string Password);

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
        var password = NewPassword.Generate();
        var (competition, trades) = role == Role.Admin ? (null, []) : ParseScope(scope);
        if (login.Length is 0 or > 40 || string.IsNullOrWhiteSpace(name) || !Roles.Contains(role))
        {
            Say("请填写账号、姓名和角色。", bad: true);
        }
        else if (accounts.Find(login) is not null)
        {
            Say($"账号“{login}”已经有了，请换一个。", bad: true);
        }
        else if (await Written(new Account(login, name.Trim(), role, competition, string.IsNullOrEmpty(judge) ? null : new JudgeId(judge), trades, false, ""), AccountChange.Created) is { } refused)
        {
            Say(refused, bad: true);
        }
        else if (!accounts.Create(new NewAccount(login, name.Trim(), role, competition, string.IsNullOrEmpty(judge) ? null : new JudgeId(judge), trades), password))
        {
            Say($"账号“{login}”已经有了，请换一个。", bad: true);
        }
        else
        {
            Handed = new Handover(login, password);
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

        if (await Written(account, AccountChange.PasswordReset) is { } refused)
        {
            Say(refused, bad: true);
            return LocalRedirect("/console/accounts");
        }

        var password = NewPassword.Generate();
        accounts.SetPassword(login, password);
        Handed = new Handover(login, password);
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
        else if (accounts.Find(login) is { } account && await Written(account, AccountChange.Disabled) is { } unwritten)
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

        if (await Written(account, AccountChange.Enabled) is { } refused)
        {
            Say(refused, bad: true);
        }
        else
        {
            accounts.SetDisabled(login, disabled: false);
        }

        return LocalRedirect("/console/accounts");
    }

    /// <summary>Into the ledger of every contest the account reaches, before it can be used; whoever holds the same office already is named beside it.</summary>
    /// <returns>Why it was not written, in Chinese; null: it was.</returns>
    private async Task<string?> Written(Account account, AccountChange change)
    {
        var beside = change is AccountChange.Disabled ? [] : accounts.All()
            .Where(a => !a.Disabled && a.Login != account.Login && a.Competition == account.Competition && (account.Judge is not null && a.Judge == account.Judge || Same(a, account)))
            .Select(a => a.Login).ToList();
        foreach (var open in Desk.Competitions.All.Where(c => c.Problem is null && (account.Competition is null || c.Id == account.Competition)))
        {
            var entry = new AccountChanged(account.Login, change, account.Role, account.Trades, account.Judge, beside.Count == 0 ? null : beside);
            // No power changes without an entry of its own: a form that comes back after its entry does nothing.
            var first = false;
            var outcome = await open.Execute(EntryFor(open.Id.Value), Me.Actor.ToString(), _ =>
            {
                first = true;
                return Decision.Of(entry);
            }, HttpContext.RequestAborted, via: Me.Via);
            if (outcome is Outcome.NotStored || !first)
            {
                return (outcome as Outcome.NotStored)?.Message ?? SentForms.Before;
            }
        }

        if (beside.Count > 0)
        {
            Say($"注意：这个职务或这个人已有账号 {string.Join('、', beside)}。已记入台账。", bad: true);
        }

        return null;

        static bool Same(Account one, Account other) => one.Role == other.Role && one.Role is Role.HeadJudge or Role.Supervisor
            && (one.Trades.Count == 0 || other.Trades.Count == 0 || one.Trades.Intersect(other.Trades).Any());
    }

    private void Load()
    {
        var contests = Desk.Competitions.All.Select(c => c.Read(state => (
            c.Id,
            Name: state.Competition?.Name ?? c.Id.Value,
            Trades: state.TradesInOrder.Select(t => new TradeChoice(t.Definition.Id, t.Definition.Name)).ToList(),
            Judges: state.Judges.Values.Select(j => new Choice(j.Id.Value, j.Name)).ToList()))).ToList();
        Scopes = [.. contests.SelectMany(c => c.Trades.Select(t => new Choice($"{c.Id}/{t.Id}", $"{t.Name}，{c.Name}")).Prepend(new Choice($"{c.Id}/", $"全部{TradeWord}，{c.Name}")))];
        Judges = [.. contests.SelectMany(c => c.Judges).DistinctBy(j => j.Key)];
        Rows = [.. accounts.All().Select(a => new Row(a, ScopeOf(a)))];

        string ScopeOf(Account account)
        {
            var contest = contests.FirstOrDefault(c => c.Id == account.Competition);
            return account.Competition is null ? "全部比赛"
                : account.Trades.Count == 0 ? $"全部{TradeWord}"
                : string.Join('、', account.Trades.Select(t => contest.Trades?.FirstOrDefault(x => x.Id == t)?.Name ?? t.Value));
        }
    }

    private static (CompetitionId? Competition, IReadOnlyList<TradeId> Trades) ParseScope(string? scope) => scope?.Split('/') switch
    {
        [{ Length: > 0 } competition, { Length: > 0 } trade] => (new CompetitionId(competition), [new TradeId(trade)]),
        [{ Length: > 0 } competition, ..] => (new CompetitionId(competition), []),
        _ => (null, []),
    };
}
