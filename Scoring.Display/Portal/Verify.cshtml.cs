using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Core.Certificates;
using Scoring.Core.Contracts;
using Scoring.Display.Certificates;

namespace Scoring.Display.Portal;

/// <summary>Is this certificate what it says (R-H6)? From the QR by its own signature, or by number from the register.</summary>
[AllowAnonymous]
public sealed class VerifyModel(IResultsFeed feed, PortalGuard guard, TimeProvider time) : PageModel
{
    public string? Number { get; private set; }

    public string? Message { get; private set; }

    public Verdict? Shown { get; private set; }

    /// <param name="payload">What the QR carries; the address printed on it leads here.</param>
    public async Task OnGet(string? payload, string? number, CancellationToken cancel)
    {
        Number = number is null ? null : CertificateNumber.AsTyped(number);
        var asked = TimeZoneInfo.ConvertTime(time.GetUtcNow(), time.LocalTimeZone);
        if (payload is not null)
        {
            var code = VerificationLink.PayloadOf(payload);
            var check = SignedCertificate.Verify(code, feed.CertificateKeys, out var certificate, P256.Empty);
            var standing = check is SignatureCheck.Genuine or SignatureCheck.UnknownKey ? await feed.Certificate(certificate!.Number, cancel) : null; // both: it was read
            Shown = Verdict.OfScan(check, certificate, standing, asked, registered: standing?.Print is { } print && print == SignedCertificate.PrintOf(code));
            return;
        }

        if (string.IsNullOrEmpty(Number))
        {
            return;
        }

        if (!guard.Allows(HttpContext.Connection.RemoteIpAddress?.ToString() ?? ""))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Message = "查询太频繁，请过几分钟再试。";
        }
        else if (await feed.Certificate(Number, cancel) is { } known)
        {
            Shown = Verdict.OfNumber(known, asked);
        }
        else
        {
            Message = "登记里没有这个编号。请核对后再输，或扫证书上的二维码。";
        }
    }

    public static string Word(CertificateState state) => state switch
    {
        CertificateState.Valid => "有效",
        CertificateState.Reissued => "已换发",
        _ => "已撤销",
    };
}
