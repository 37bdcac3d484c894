using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Api.Console;

namespace Scoring.Api.Hosting.Https;

/// <summary>How a tablet comes to trust the venue's authority; served over http, where nothing is trusted yet.</summary>
[AllowAnonymous]
public sealed class TrustModel(ScoringOptions options, VenueAddress venue, IServiceProvider services) : PageModel
{
    /// <summary>Address to scan; null: https is off.</summary>
    public string? Https => HttpContext.HttpsAddress(options, venue);

    public string Here => $"{venue.For(HttpContext)}/trust";

    public bool Trusted => Request.IsHttps;

    public string Fingerprint => services.GetRequiredService<VenueCertificate>().Authority.Fingerprint;

    public void OnGet()
    {
    }
}
