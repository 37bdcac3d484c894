using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Gate;

[AllowAnonymous]
[EnableRateLimiting(SecurityServices.LoginRate)]
public sealed class LoginModel(Accounts accounts, PasswordDoor door, KnownBrowsers browsers, SecondFactor factor, IDataProtectionProvider protection) : PageModel
{
    [BindProperty(Name = "login")]
    public string Login { get; set; } = "";

    [BindProperty(Name = "password")]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    /// <summary>A form that was sent after the session had ended, sealed; null: none.</summary>
    [BindProperty(Name = "resume")]
    public string? Resume { get; set; }

    /// <summary>That form, once its sender is signed in again; null: none.</summary>
    public Resumed? Waiting { get; private set; }

    public string? Wrong { get; private set; }

    /// <summary>Whether the six digits of a phone are asked for.</summary>
    public bool NeedsCode { get; private set; }

    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    public bool NeedsSetup { get; private set; }

    public IActionResult OnGet()
    {
        NeedsSetup = !accounts.HasAdmin();
        return SignedIn.From(User) is null ? Page() : LocalRedirect("/console");
    }

    public async Task<IActionResult> OnPost()
    {
        var login = (Login ?? "").Trim();
        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        var known = browsers.Of(HttpContext, login);
        var answer = await door.Try(login, Password ?? "", known ?? address, address, known is not null);
        if (answer.Account is not { } account)
        {
            Wrong = answer.Fault;
            Response.StatusCode = answer.TooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status401Unauthorized;
            return Page();
        }

        if (factor.Fault(account.Login, Code, known ?? address) is { } fault)
        {
            (Wrong, NeedsCode) = (fault, true);
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Page();
        }

        browsers.Remember(HttpContext, account.Login);
        var principal = SignedIn.Principal(account);
        await HttpContext.SignInAsync(ConsoleCookie.Scheme, principal);
        if (Resumed.Open(protection, Resume) is { } waiting)
        {
            HttpContext.User = principal; // the form's new token is theirs
            Waiting = waiting;
            return Page();
        }

        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/console");
    }
}
