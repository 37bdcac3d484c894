using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Scoring.Api.Hosting.Front;

/// <summary>What an address that leads nowhere shows, and every answer that would be an empty page.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // nothing is done
public sealed class MissingModel : PageModel
{
    public const string Path = "/Hosting/Front/Missing";

    /// <summary>Where it answers for what came to nothing elsewhere.</summary>
    public const string Address = "/missing";

    /// <summary>What the answer was; an address nobody has is 404.</summary>
    public int Code =>
        int.TryParse(Request.Query["answered"], out var code) && code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;

    public void OnGet()
    {
    }
}
