using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Gate;

[Authorize(Policy = Policies.Console)]
public sealed class LogoutModel(ConsoleSessions sessions) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/console");

    public async Task<IActionResult> OnPost()
    {
        sessions.End(User);
        await HttpContext.SignOutAsync(ConsoleCookie.Scheme);
        return LocalRedirect("/console/login");
    }
}
