using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Gate;

[AllowAnonymous]
[EnableRateLimiting(SecurityServices.LoginRate)]
public sealed class LoginModel(Accounts accounts, LoginGuard guard) : PageModel
{
    [BindProperty(Name = "login")]
    public string Login { get; set; } = "";

    [BindProperty(Name = "password")]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public string? Wrong { get; private set; }

    public bool NeedsSetup { get; private set; }

    public IActionResult OnGet()
    {
        NeedsSetup = !accounts.HasAdmin();
        return SignedIn.From(User) is null ? Page() : LocalRedirect("/console");
    }

    public async Task<IActionResult> OnPost()
    {
        var login = (Login ?? "").Trim();
        if (guard.IsClosed(login))
        {
            Wrong = "密码连续输错，这个账号锁 5 分钟。请稍后再试，或请管理员重设密码。";
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        if (accounts.SignIn(login, Password ?? "") is not { } account)
        {
            guard.Wrong(login);
            Wrong = "账号或密码不对，请重新输入。";
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Page();
        }

        guard.Right(login);
        await HttpContext.SignInAsync(ConsoleCookie.Scheme, SignedIn.Principal(account));
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/console");
    }
}
