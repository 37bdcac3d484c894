using System.Security.Cryptography.X509Certificates;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Signatures;
using Scoring.Display.Certificates.Fonts;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Certificates.Painting;

/// <summary>A PDF being painted sheet by sheet; fonts and backgrounds are in it once, however many pages show them.</summary>
internal sealed class PdfSheets : IDisposable
{
    private const double Point = 72 / 25.4;
    private readonly PdfDocument document = new();
    private readonly Dictionary<FontFace, PdfFont> fonts = [];
    private readonly Dictionary<PdfBackground, string> backgrounds = [];
    private readonly PdfDictionary resources;
    private readonly PdfDictionary fontResources = new();
    private readonly PdfDictionary formResources = new();

    public PdfSheets()
    {
        resources = PdfObjects.Add(document, new PdfDictionary(document));
        resources.Elements["/Font"] = fontResources;
        resources.Elements["/XObject"] = formResources;
    }

    public PdfDocument Document => document;

    /// <param name="background">The page's ground; null: paper only.</param>
    public void Add(PlacedPage placed, PdfBackground? background, PrintOffset offset)
    {
        var page = document.AddPage();
        page.Width = XUnit.FromMillimeter(placed.Width);
        page.Height = XUnit.FromMillimeter(placed.Height);
        var content = new PdfContent().Millimetres(placed.Height, offset.X, offset.Y);
        if (background is not null)
        {
            content.Form(NameOf(background));
        }

        foreach (var item in placed.Foreground.Where(item => !item.ScreenOnly))
        {
            switch (item)
            {
                case PlacedText text: Show(content, text); break;
                case PlacedPath path: content.Path(path.Path, path.Fill, path.Stroke, path.StrokeWidth); break;
                case PlacedQr qr: content.Image(NameOf(qr.Modules), qr.Colour, new(qr.X, qr.Y, qr.Size, qr.Size)); break;
                default: break;
            }
        }

        page.Elements.SetReference("/Contents", PdfObjects.AddStream(document, content.Bytes));
        page.Elements.SetReference("/Resources", resources);
    }

    /// <param name="identity">At least 16 bytes that stand for what the document says.</param>
    public void Save(Stream stream, byte[] identity)
    {
        FinishFonts();
        document.Internals.FirstDocumentID = document.Internals.SecondDocumentID = Encoding.Latin1.GetString(identity, 0, 16);
        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        FixMetadataIds(file.GetBuffer().AsSpan(0, (int)file.Length), new Guid(identity.AsSpan(0, 16)));
        file.Position = 0;
        file.CopyTo(stream);
    }

    /// <param name="reason">What the signature says it is for.</param>
    public void SaveSigned(Stream stream, X509Certificate2 seal, string reason)
    {
        FinishFonts();
        DigitalSignatureHandler.ForDocument(
            document,
            new PdfSharpDefaultSigner(seal, PdfMessageDigestType.SHA256),
            new DigitalSignatureOptions { Reason = reason, AppName = document.Info.Creator });
        document.Save(stream, closeStream: false);
    }

    public void Dispose() => document.Dispose();

    private void FinishFonts()
    {
        foreach (var font in fonts.Values)
        {
            font.Finish(document);
        }
    }

    /// <summary>PDFsharp draws the ids in the metadata by chance; of the same length, ours take their place, so that the same certificate is the same bytes.</summary>
    private static void FixMetadataIds(Span<byte> file, Guid id)
    {
        var prefix = "uuid:"u8;
        for (var i = 0; i < 2; i++)
        {
            var at = file.LastIndexOf(prefix);
            Encoding.ASCII.GetBytes(id.ToString(), file[(at + prefix.Length)..]);
            file = file[..at];
        }
    }

    private void Show(PdfContent content, PlacedText text)
    {
        if (text.Spaced)
        {
            content.BeginActualText(text.Text);
        }

        for (var i = 0; i < text.Glyphs.Count;)
        {
            var face = text.Glyphs[i].Face;
            var run = text.Glyphs.Skip(i).TakeWhile(glyph => glyph.Face == face).ToList();
            var font = Font(face);
            content.Glyphs(font.Name, text.Size, text.Baseline, text.Colour, [.. run.Select(glyph => (font.Code(glyph.CodePoint, text.Size), glyph.X, face.Width(glyph.Glyph)))]);
            i += run.Count;
        }

        if (text.Spaced)
        {
            content.EndActualText();
        }
    }

    private PdfFont Font(FontFace face)
    {
        if (!fonts.TryGetValue(face, out var font))
        {
            fonts[face] = font = new PdfFont(document, face, $"F{fonts.Count}");
            fontResources.Elements.SetReference("/" + font.Name, font.Dictionary);
        }

        return font;
    }

    private string NameOf(QrModules modules)
    {
        var name = $"Q{document.PageCount}";
        formResources.Elements.SetReference("/" + name, PdfPicture.AddTo(document, modules));
        return name;
    }

    private string NameOf(PdfBackground background)
    {
        if (!backgrounds.TryGetValue(background, out var name))
        {
            backgrounds[background] = name = $"B{backgrounds.Count}";
            formResources.Elements.SetReference("/" + name, background.AddTo(document));
        }

        return name;
    }
}
