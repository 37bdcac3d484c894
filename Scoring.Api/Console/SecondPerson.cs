using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.People;

namespace Scoring.Api.Console;

/// <summary>The second of two people signs with the own account and password, in the same form, and with the phone where the account asks for it
/// (R-A5, R-D1, R-D5): who knows only its password could otherwise sign what they cannot even read.</summary>
public sealed class SecondPerson(PasswordDoor door, SecondFactor factor, Accounts accounts, IHttpContextAccessor http)
{
    /// <summary>Name of the field for the six digits of a phone; never kept with a form that is shown again.</summary>
    public const string CodeField = "secondCode";

    /// <summary>Whether the form has that field: somebody switched it on.</summary>
    public bool AsksForCode => accounts.All().Any(account => factor.IsOn(account.Login));

    /// <param name="first">Who asks; wrong passwords are counted by them, so that nobody else's stand in the way.</param>
    /// <returns>Who signed, or what is wrong in words for the first person.</returns>
    public async Task<(Actor? Signed, string? Fault)> Check(SignedIn first, OpenCompetition open, string? login, string? password, TradeId trade, params Role[] roles)
    {
        var name = login?.Trim() ?? "";
        if (name.Length == 0)
        {
            return (null, "请第二人填写账号和密码签名。");
        }

        var from = $"by {first.Login}";
        var address = http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "";
        var answer = await door.Try(name, password ?? "", from, address, known: true);
        if (answer.Account is not { } account)
        {
            return (null, answer.TooMany ? $"第二人：{answer.Fault}" : "第二人的账号或密码不对，请重新签名。");
        }

        if (!roles.Contains(account.Role) || !account.Office.Covers(account.Role, open.Id, trade))
        {
            return (null, $"{account.Name}（{account.Role.Chinese()}）不能为这场比赛的{open.Read(s => s.Trade(trade)?.Definition.Name)}签这一步。");
        }

        // Last, so that no code is used up by a signature that is refused anyway.
        return factor.Fault(account.Login, http.HttpContext?.Request.Form[CodeField], from) is { } fault
            ? (null, $"第二人：{fault}")
            : (new Actor(account.Role, account.Id, account.Office), null);
    }
}
