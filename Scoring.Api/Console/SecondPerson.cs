using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.People;

namespace Scoring.Api.Console;

/// <summary>The second of two people signs with the own account and password, in the same form (R-A5, R-D1, R-D5).</summary>
public sealed class SecondPerson(PasswordDoor door, IHttpContextAccessor http)
{
    /// <param name="first">Who asks; wrong passwords are counted by them, so that nobody else's stand in the way.</param>
    /// <returns>Who signed, or what is wrong in words for the first person.</returns>
    public async Task<(Actor? Signed, string? Fault)> Check(SignedIn first, OpenCompetition open, string? login, string? password, TradeId trade, params Role[] roles)
    {
        var name = login?.Trim() ?? "";
        if (name.Length == 0)
        {
            return (null, "请第二人填写账号和密码签名。");
        }

        var address = http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "";
        var answer = await door.Try(name, password ?? "", $"by {first.Login}", address, known: true);
        if (answer.Account is not { } account)
        {
            return (null, answer.TooMany ? $"第二人：{answer.Fault}" : "第二人的账号或密码不对，请重新签名。");
        }

        return roles.Contains(account.Role) && account.Office.Covers(account.Role, open.Id, trade)
            ? (new Actor(account.Role, account.Id, account.Office), null)
            : (null, $"{account.Name}（{account.Role.Chinese()}）不能为这场比赛的{open.Read(s => s.Trade(trade)?.Definition.Name)}签这一步。");
    }
}
