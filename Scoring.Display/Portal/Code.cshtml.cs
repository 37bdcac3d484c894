using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Core.Contracts;

namespace Scoring.Display.Portal;

/// <summary>The certificate's QR on the phone, to be shown to somebody who wants to verify it.</summary>
[AllowAnonymous]
public sealed class CodeModel(IResultsFeed feed) : PageModel
{
    public PrintableCertificate? Certificate { get; private set; }

    public async Task<IActionResult> OnGet(string token, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        Certificate = await feed.Printable(token, cancel);
        return Certificate is null ? LocalRedirect("/portal") : Page();
    }
}
