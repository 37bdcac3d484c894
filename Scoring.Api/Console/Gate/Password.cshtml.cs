using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Gate;

[Authorize(Policy = Policies.Console)]
[EnableRateLimiting(SecurityServices.LoginRate)]
public sealed class PasswordModel(Desk desk, Accounts accounts, PasswordDoor door, SecondFactor factor) : ConsolePage(desk)
{
    /// <summary>Only the admin may have one.</summary>
    public bool MayHaveFactor => Me.May(Policies.Administer);

    public bool FactorOn => factor.IsOn(Me.Login);

    /// <summary>The secret just made, to be scanned or written down; null: none is being switched on.</summary>
    public string? Secret { get; private set; }

    public string SecretAddress => SecondFactor.Address(Me.Login, Secret ?? "");

    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostFactor(string? current)
    {
        if (await Refused(current) is { } fault)
        {
            Say(fault, bad: true);
            return LocalRedirect("/console/password");
        }

        Response.Headers.CacheControl = "no-store";
        Secret = factor.Begin(Me.Login);
        return Page();
    }

    [Needs(Policies.Administer)]
    public IActionResult OnPostConfirm(string? code)
    {
        var done = factor.Confirm(Me.Login, code);
        if (done)
        {
            Desk.Access.Write(Me, null, "开通动态口令");
        }

        Say(done ? "动态口令已开通：以后登录除了密码还要手机上的 6 位数字。" : "数字不对，没有开通。请再开通一次，扫新的二维码；手机的时间也要对。", bad: !done);
        return LocalRedirect("/console/password");
    }

    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostFactorOff(string? current)
    {
        var fault = await Refused(current);
        if (fault is null)
        {
            factor.Off(Me.Login);
            Desk.Access.Write(Me, null, "关闭动态口令");
        }

        Say(fault ?? "动态口令已关闭。", bad: fault is not null);
        return LocalRedirect("/console/password");
    }

    private async Task<string?> Refused(string? current) =>
        await door.Try(Me.Login, current ?? "", $"by {Me.Login}", HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", known: true) is { Account: null } wrong
            ? wrong.TooMany ? wrong.Fault : "现在的密码不对。" : null;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(string? current, string? password, string? again)
    {
        var fault = NewPassword.Fault(password, again) ?? await Refused(current);
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
