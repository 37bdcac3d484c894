using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Scoring.Api.Hosting.Front;

/// <summary>What an address that leads nowhere shows.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // nothing is done
public sealed class MissingModel : PageModel
{
    public const string Path = "/Hosting/Front/Missing";

    public void OnGet()
    {
    }
}
