using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Core.Contracts;
using Scoring.Display.Certificates;

namespace Scoring.Display.Portal;

/// <summary>The own certificate as a picture: WeChat on many phones keeps no PDF.</summary>
[AllowAnonymous]
public sealed class PictureModel(IResultsFeed feed, TemplateShelf shelf, SvgPainter painter, PortalGuard guard) : PageModel
{
    public PrintableCertificate? Certificate { get; private set; }

    public string Token { get; private set; } = "";

    /// <param name="as"><c>svg</c>: the picture itself; else the page around it.</param>
    public async Task<IActionResult> OnGet(string token, string? @as, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        if (await feed.Printable(token, cancel) is not { } certificate)
        {
            return guard.Allows(HttpContext.Connection.RemoteIpAddress?.ToString() ?? "")
                ? LocalRedirect("/portal") // the token's two hours are over: find again
                : StatusCode(StatusCodes.Status429TooManyRequests);
        }

        (Certificate, Token) = (certificate, token);
        return @as == "svg"
            ? Content(painter.Paint(shelf.For(certificate.Competition, certificate.Facts.Kind), certificate.Facts, certificate.Qr, SvgPainter.PictureWidth), "image/svg+xml; charset=utf-8")
            : Page();
    }
}
