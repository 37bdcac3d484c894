using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.People;

namespace Scoring.Api.Console;

/// <summary>The second of two people signs with the own account and password, in the same form (R-A5, R-D1, R-D5).</summary>
public sealed class SecondPerson(Accounts accounts, LoginGuard guard)
{
    /// <returns>Who signed, or what is wrong in words for the first person.</returns>
    public (Actor? Signed, string? Fault) Check(string? login, string? password, TradeId trade, params ReadOnlySpan<Role> roles)
    {
        var name = login?.Trim() ?? "";
        if (name.Length == 0 || guard.IsClosed(name))
        {
            return (null, name.Length == 0 ? "请第二人填写账号和密码签名。" : "第二人的密码连续输错，账号锁 5 分钟。");
        }

        if (accounts.SignIn(name, password ?? "") is not { } account)
        {
            guard.Wrong(name);
            return (null, "第二人的账号或密码不对，请重新签名。");
        }

        guard.Right(name);
        return roles.Contains(account.Role) && account.HoldsFor(trade)
            ? (new Actor(account.Role, account.Id), null)
            : (null, $"{account.Name}（{account.Role.Chinese()}）不能为这个工种签这一步。");
    }
}
