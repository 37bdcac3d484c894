using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Core.Contracts;
using Scoring.Display.Certificates;

namespace Scoring.Display.Portal;

/// <summary>The own certificate as PDF, for whoever holds the token from the result page.</summary>
[AllowAnonymous]
public sealed class CertificateModel(IResultsFeed feed, CertificatePainter painter, PortalGuard guard) : PageModel
{
    public async Task<IActionResult> OnGet(string token, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        if (!guard.Allows(HttpContext.Connection.RemoteIpAddress?.ToString() ?? ""))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (await feed.Printable(token, cancel) is not { } certificate)
        {
            return LocalRedirect("/portal"); // the token's two hours are over: find again
        }

        var pdf = painter.Paint(CertificateTemplates.Festive, certificate.Facts, certificate.Qr);
        return File(pdf, "application/pdf", $"{certificate.Facts.Number}.pdf");
    }
}
