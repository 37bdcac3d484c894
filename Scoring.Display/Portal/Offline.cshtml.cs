using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Core.Contracts;
using Scoring.Display.Certificates.Offline;

namespace Scoring.Display.Portal;

/// <summary>The verification page to keep: works without this server and without a network (R-H6).</summary>
[AllowAnonymous]
public sealed class OfflineModel(IResultsFeed feed, TimeProvider time) : PageModel
{
    public IActionResult OnGet()
    {
        Response.Headers.ContentSecurityPolicy = OfflineVerifier.Policy + "; frame-ancestors 'none'"; // a header only: a page cannot say it of itself
        Response.Headers.CacheControl = "no-cache";
        var today = TimeZoneInfo.ConvertTime(time.GetUtcNow(), time.LocalTimeZone);
        return Content(OfflineVerifier.Write(feed.CertificateKeys, today.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)), "text/html; charset=utf-8");
    }
}
