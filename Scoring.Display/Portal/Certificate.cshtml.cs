using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using Scoring.Core.Contracts;
using Scoring.Display.Certificates;

namespace Scoring.Display.Portal;

/// <summary>The own certificate as PDF, for whoever holds the token from the result page.</summary>
[AllowAnonymous]
public sealed class CertificateModel(IResultsFeed feed, TemplateShelf shelf, CertificateFiles files, PortalGuard guard) : PageModel
{
    public async Task<IActionResult> OnGet(string token, CancellationToken cancel)
    {
        if (await feed.Printable(token, cancel) is not { } certificate)
        {
            Response.Headers.CacheControl = "no-store";
            return guard.Allows(HttpContext.Connection.RemoteIpAddress?.ToString() ?? "")
                ? LocalRedirect("/portal") // the token's two hours are over: find again
                : StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var (bytes, hash) = await files.Read(shelf.For(certificate.Competition, certificate.Facts.Kind), new(certificate.Facts, certificate.Qr), cancel);
        Response.Headers.CacheControl = "private, max-age=7200"; // as long as the token
        return new FileContentResult(bytes, "application/pdf")
        {
            FileDownloadName = $"{certificate.Facts.Number}.pdf",
            EntityTag = new EntityTagHeaderValue($"\"{hash}\""),
            EnableRangeProcessing = true, // a bad line goes on where it broke
        };
    }
}
