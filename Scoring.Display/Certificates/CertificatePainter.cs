using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PdfSharp.Pdf.IO;
using PdfSharp.Pdf.Signatures;
using Scoring.Core.Certificates;
using Scoring.Display.Certificates.Fonts;
using Scoring.Display.Certificates.Layout;
using Scoring.Display.Certificates.Painting;

namespace Scoring.Display.Certificates;

/// <summary>Certificates as PDF (R-H1 to R-H3): embedded fonts cut to what is shown, text that reads back, the same bytes for the same facts.</summary>
public sealed class CertificatePainter(FontBook fonts)
{
    private readonly ConditionalWeakTable<CertificateTemplate, PdfBackground> backgrounds = [];

    /// <summary>What the pages of a file are painted with.</summary>
    internal Func<Stream, Sheets> Make { get; init; } =
#if QUESTPDF
        stream => new Quest.QuestPdfSheets(stream);
#else
        stream => new PdfSheets(stream);
#endif

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
        using var painted = new MemoryStream(Paint(template, facts, qrText));
        using var document = PdfReader.Open(painted, PdfDocumentOpenMode.Modify);
        DigitalSignatureHandler.ForDocument(
            document, new PdfSharpDefaultSigner(seal, PdfMessageDigestType.SHA256), new DigitalSignatureOptions { Reason = facts.Title, AppName = "Scoring" });
        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        return file.ToArray();
    }

    /// <summary>Certificates as the pages of one file, in the order given; each is written before the next is asked for.</summary>
    /// <param name="title">Of the file, as its reader shows it.</param>
    /// <exception cref="InvalidOperationException">As <see cref="Paint"/>.</exception>
    public void PaintAll(CertificateTemplate template, IEnumerable<CertificateToPrint> certificates, Stream file, string title, PrintOffset offset = default) =>
        PaintAll(certificates.Select(certificate => (template, certificate)), file, title, offset);

    /// <summary>The same with a template for each.</summary>
    public void PaintAll(IEnumerable<(CertificateTemplate Template, CertificateToPrint Certificate)> certificates, Stream file, string title, PrintOffset offset = default)
    {
        using var identity = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Sheets? pages = null;
        CertificateFacts? first = null;
        foreach (var (template, (facts, qrText)) in certificates)
        {
            pages ??= Make(file);
            first ??= facts;
            identity.AppendData(Encoding.UTF8.GetBytes($"{facts.Number}\n{qrText}\n"));
            pages.Add(Complete(CertificateLayout.Lay(template, facts, qrText, fonts), facts), Background(template), offset, $"{facts.Number} {facts.Name}");
        }

        if (first is null || pages is null)
        {
            throw new InvalidOperationException("There is no certificate to paint.");
        }

        pages.Finish(first, title, identity.GetHashAndReset());
    }

    /// <summary>A page to hold against the pre-printed paper (R-H3): the text without its ground, rulers and crosses; what is off is the offset to set.</summary>
    public byte[] PaintTestPage(CertificateTemplate template, CertificateFacts sample, string qrText, PrintOffset offset = default)
    {
        using var file = new MemoryStream();
        var pages = Make(file);
        var page = Complete(CertificateLayout.Lay(template, sample, qrText, fonts), sample);
        pages.Add(page with { Foreground = [.. page.Foreground, .. TestMarks.For(template)] }, background: null, offset);
        pages.Finish(sample, "套打测试页", SHA256.HashData(Encoding.UTF8.GetBytes(qrText)));
        return file.ToArray();
    }

    private PdfBackground Background(CertificateTemplate template) => backgrounds.GetValue(template, made => new PdfBackground(made));

    private static PlacedPage Complete(PlacedPage page, CertificateFacts facts) => page.Missing.Count == 0 ? page
        : throw new InvalidOperationException($"Certificate {facts.Number} has characters no font has: {string.Join(' ', page.Missing.Select(missing => missing.Character))}");
}

/// <param name="QrText">What its QR carries.</param>
public sealed record CertificateToPrint(CertificateFacts Facts, string QrText);

/// <summary>Everything is moved by so many mm, right and down, to suit a printer (R-H3).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PrintOffset(double X, double Y);
