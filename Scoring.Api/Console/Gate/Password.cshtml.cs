using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Gate;

[Authorize(Policy = Policies.Console)]
[EnableRateLimiting(SecurityServices.LoginRate)]
public sealed class PasswordModel(Desk desk, Accounts accounts, PasswordDoor door) : ConsolePage(desk)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(string? current, string? password, string? again)
    {
        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        var fault = NewPassword.Fault(password, again)
            ?? (await door.Try(Me.Login, current ?? "", $"by {Me.Login}", address, known: true) is { Account: null } wrong ? wrong.TooMany ? wrong.Fault : "现在的密码不对。" : null);
        if (fault is not null)
        {
            Say(fault, bad: true);
            return LocalRedirect("/console/password");
        }

        accounts.SetPassword(Me.Login, password!); // checked above
        await HttpContext.SignInAsync(ConsoleCookie.Scheme, SignedIn.Principal(accounts.Find(Me.Login)!)); // signed in with it
        Say("密码已修改，其他地方的登录已失效。");
        return LocalRedirect("/console/password");
    }
}
