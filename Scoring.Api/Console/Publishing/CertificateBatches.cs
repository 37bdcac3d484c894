using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Certificates;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Issuing;
using Scoring.Display.Certificates;

namespace Scoring.Api.Console.Publishing;

/// <summary>What the pages that issue certificates share: trying a batch before it is signed, signing, printing one again.</summary>
public sealed class CertificateBatches(CertificateKeys keys, TemplateShelf shelf, CertificateFiles files, CertificatePreflight preflight)
{
    /// <param name="Date">Printed on the certificates.</param>
    /// <param name="Sign">Facts to the address their QR holds.</param>
    public sealed record Ready(DateOnly Date, Func<CertificateFacts, string> Sign);

    public IReadOnlyList<CertificateProblem> Check(CompetitionId contest, IReadOnlyList<PlannedCertificate> planned) =>
        [.. planned.Select(p => p.Facts).GroupBy(f => f.Kind).SelectMany(kind => preflight.Check(shelf.For(contest, kind.Key), [.. kind]))];

    /// <summary>All at once or none: a glyph that no font has blocks the batch (R-H2).</summary>
    /// <param name="plan">What that date would issue.</param>
    /// <param name="fault">What is wrong, in the organizer's words.</param>
    /// <returns>Null with a fault.</returns>
    public Ready? Try(CompetitionId contest, string? date, string? address, Func<DateOnly, IReadOnlyList<PlannedCertificate>> plan, out string? fault)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            fault = "日期请写成 2026-04-23 的样子。";
            return null;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var portal) || portal.Scheme is not ("http" or "https"))
        {
            fault = "核验地址不对，应以 http:// 或 https:// 开头。";
            return null;
        }

        fault = Check(contest, plan(day)).Count > 0 ? "有证书印不出来，见下面的清单。没有签发。" : null;
        return fault is null ? new(day, facts => VerificationLink.Write(portal, keys.Sign(facts))) : null;
    }

    /// <summary>One certificate that holds again, the same bytes as before (R-H3).</summary>
    public async Task<IActionResult> Print(CompetitionId contest, CertificateIssue? issue, CancellationToken cancel)
    {
        if (issue is not { RevokedBecause: null, Certificate: var issued })
        {
            return new NotFoundResult();
        }

        var file = await files.Of(shelf.For(contest, issued.Facts.Kind), new(issued.Facts, issued.Qr), cancel: cancel);
        return new PhysicalFileResult(file.Path, "application/pdf") { FileDownloadName = $"{issued.Facts.Number}.pdf" };
    }
}
