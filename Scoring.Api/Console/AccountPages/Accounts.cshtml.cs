using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Security;
using Scoring.Core.Definition;
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

    public IActionResult OnPostCreate(string? login, string? name, Role role, string? scope, string? judge)
    {
        login = login?.Trim() ?? "";
        var password = NewPassword.Generate();
        var (competition, trades) = role == Role.Admin ? (null, []) : ParseScope(scope);
        if (login.Length is 0 or > 40 || string.IsNullOrWhiteSpace(name) || !Roles.Contains(role))
        {
            Say("请填写账号、姓名和角色。", bad: true);
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

    public IActionResult OnPostReset(string login)
    {
        if (accounts.Find(login) is null)
        {
            return NotFound();
        }

        var password = NewPassword.Generate();
        accounts.SetPassword(login, password);
        Handed = new Handover(login, password);
        Load();
        return Page();
    }

    public IActionResult OnPostDisable(string login)
    {
        if (login == Me.Login)
        {
            Say("不能停用正在使用的账号。", bad: true);
        }
        else if (!accounts.SetDisabled(login, disabled: true))
        {
            Say("至少要留一个可用的管理员。", bad: true);
        }

        return LocalRedirect("/console/accounts");
    }

    public IActionResult OnPostEnable(string login)
    {
        accounts.SetDisabled(login, disabled: false);
        return LocalRedirect("/console/accounts");
    }

    private void Load()
    {
        var contests = Desk.Competitions.All.Select(c => c.Read(state => (
            c.Id,
            Name: state.Competition?.Name ?? c.Id.Value,
            Trades: state.TradesInOrder.Select(t => new TradeChoice(t.Definition.Id, t.Definition.Name)).ToList(),
            Judges: state.Judges.Values.Select(j => new Choice(j.Id.Value, j.Name)).ToList()))).ToList();
        Scopes = [.. contests.SelectMany(c => c.Trades.Select(t => new Choice($"{c.Id}/{t.Id}", $"{t.Name}，{c.Name}")).Prepend(new Choice($"{c.Id}/", $"全部工种，{c.Name}")))];
        Judges = [.. contests.SelectMany(c => c.Judges).DistinctBy(j => j.Key)];
        Rows = [.. accounts.All().Select(a => new Row(a, ScopeOf(a)))];

        string ScopeOf(Account account)
        {
            var contest = contests.FirstOrDefault(c => c.Id == account.Competition);
            return account.Competition is null ? "全部比赛"
                : account.Trades.Count == 0 ? "全部工种"
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
