using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PdfSharp;
using Scoring.Core.Certificates;
using Scoring.Display.Certificates.Fonts;
using Scoring.Display.Certificates.Layout;
using Scoring.Display.Certificates.Painting;

namespace Scoring.Display.Certificates;

/// <summary>Certificates as PDF (R-H1 to R-H3): embedded fonts cut to what is shown, text that reads back, the same bytes for the same facts.</summary>
public sealed class CertificatePainter(FontBook fonts)
{
    private readonly ConditionalWeakTable<CertificateTemplate, PdfBackground> backgrounds = [];

    static CertificatePainter() => PdfSharpLicense.SetAgplLicense();

    /// <summary>One certificate as a file of its own.</summary>
    /// <param name="qrText">What its QR carries, as signed when it was issued (R-H6).</param>
    /// <exception cref="InvalidOperationException">A character has no glyph in any font: <see cref="CertificatePreflight"/> was not asked first (R-H2).</exception>
    public byte[] Paint(CertificateTemplate template, CertificateFacts facts, string qrText, PrintOffset offset = default)
    {
        using var file = new MemoryStream();
        PaintAll(template, [new(facts, qrText)], file, $"{facts.Title} {facts.Name}", offset);
        return file.ToArray();
    }

    /// <summary>One certificate, signed with the organization's own key (R-H4). Unlike the others it is never the same bytes twice: the signature holds its time.</summary>
    /// <param name="seal">From the organization's PKCS#12 file, with its private key.</param>
    public byte[] PaintSigned(CertificateTemplate template, CertificateFacts facts, string qrText, X509Certificate2 seal)
    {
        using var pages = new PdfSheets();
        pages.Add(Complete(CertificateLayout.Lay(template, facts, qrText, fonts), facts), Background(template), default);
        Describe(pages.Document, facts, $"{facts.Title} {facts.Name}");
        using var file = new MemoryStream();
        pages.SaveSigned(file, seal, facts.Title);
        return file.ToArray();
    }

    /// <summary>Certificates as the pages of one file, in the order given.</summary>
    /// <param name="title">Of the file, as its reader shows it.</param>
    /// <exception cref="InvalidOperationException">As <see cref="Paint"/>.</exception>
    public void PaintAll(CertificateTemplate template, IEnumerable<CertificateToPrint> certificates, Stream file, string title, PrintOffset offset = default)
    {
        using var pages = new PdfSheets();
        using var identity = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var background = Background(template);
        CertificateFacts? first = null;
        foreach (var (facts, qrText) in certificates)
        {
            first ??= facts;
            identity.AppendData(Encoding.UTF8.GetBytes($"{facts.Number}\n{qrText}\n"));
            pages.Add(Complete(CertificateLayout.Lay(template, facts, qrText, fonts), facts), background, offset);
        }

        if (first is null)
        {
            throw new InvalidOperationException("There is no certificate to paint.");
        }

        Describe(pages.Document, first, title);
        pages.Save(file, identity.GetHashAndReset());
    }

    /// <summary>A page to hold against the pre-printed paper (R-H3): the text without its ground, rulers and crosses; what is off is the offset to set.</summary>
    public byte[] PaintTestPage(CertificateTemplate template, CertificateFacts sample, string qrText, PrintOffset offset = default)
    {
        using var pages = new PdfSheets();
        var page = Complete(CertificateLayout.Lay(template, sample, qrText, fonts), sample);
        pages.Add(page with { Foreground = [.. page.Foreground, .. TestMarks.For(template)] }, background: null, offset);
        Describe(pages.Document, sample, "套打测试页");
        using var file = new MemoryStream();
        pages.Save(file, SHA256.HashData(Encoding.UTF8.GetBytes(qrText)));
        return file.ToArray();
    }

    private PdfBackground Background(CertificateTemplate template) => backgrounds.GetValue(template, made => new PdfBackground(made));

    private static PlacedPage Complete(PlacedPage page, CertificateFacts facts) => page.Missing.Count == 0 ? page
        : throw new InvalidOperationException($"Certificate {facts.Number} has characters no font has: {string.Join(' ', page.Missing.Select(missing => missing.Character))}");

    private static void Describe(PdfSharp.Pdf.PdfDocument document, CertificateFacts facts, string title)
    {
        var date = facts.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        document.Info.Title = title;
        document.Info.Author = string.Join('、', facts.Issuers);
        document.Info.Subject = facts.Competition;
        document.Info.Creator = "Scoring";
        document.Info.CreationDate = date;
        document.Info.ModificationDate = date;
        document.Language = "zh-CN";
        document.ViewerPreferences.DisplayDocTitle = true;
    }
}

/// <param name="QrText">What its QR carries.</param>
public sealed record CertificateToPrint(CertificateFacts Facts, string QrText);

/// <summary>Everything is moved by so many mm, right and down, to suit a printer (R-H3).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PrintOffset(double X, double Y);
