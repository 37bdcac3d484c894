using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Gate;

/// <summary>Where the link from the accounts' sheet leads: the own password, set once.</summary>
[AllowAnonymous]
[EnableRateLimiting(SecurityServices.LoginRate)]
public sealed class WelcomeModel(AccountLinks links) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    /// <summary>Whose link it is; null: it cannot be used.</summary>
    public Account? Account { get; private set; }

    public string? Wrong { get; private set; }

    public void OnGet()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Account = links.Of(Token);
    }

    public async Task<IActionResult> OnPost(string? password, string? again)
    {
        Account = links.Of(Token);
        Wrong = NewPassword.Fault(password, again);
        if (Account is null || Wrong is not null)
        {
            return Page();
        }

        Account = links.Use(Token, password!); // no fault: it is there
        if (Account is null)
        {
            return Page();
        }

        await HttpContext.SignInAsync(ConsoleCookie.Scheme, SignedIn.Principal(Account));
        return LocalRedirect("/console");
    }
}
