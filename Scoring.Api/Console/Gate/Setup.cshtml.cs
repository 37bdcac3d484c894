using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Gate;

[AllowAnonymous]
[EnableRateLimiting(SecurityServices.LoginRate)]
public sealed class SetupModel(SetupLink link, Accounts accounts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    [BindProperty(Name = "login")]
    public string? Login { get; set; }

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    public bool Valid { get; private set; }

    public string? Wrong { get; private set; }

    public void OnGet() => Valid = link.Accepts(Token);

    public async Task<IActionResult> OnPost(string? password, string? again)
    {
        Valid = link.Accepts(Token);
        var login = Login?.Trim();
        var name = Name?.Trim();
        Wrong = login is null or "" || name is null or "" ? "请填写账号和姓名。" : NewPassword.Fault(password, again);
        if (!Valid || Wrong is not null)
        {
            return Page();
        }

        if (!link.Use(Token, login!, name!, password!))
        {
            Valid = false;
            return Page();
        }

        await HttpContext.SignInAsync(ConsoleCookie.Scheme, SignedIn.Principal(accounts.Find(login!)!)); // made one line above
        return LocalRedirect("/console");
    }
}
