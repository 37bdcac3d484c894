using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Certificates.Painting;

/// <summary>Pictures inside a PDF, to be drawn into the unit square.</summary>
internal static class PdfPicture
{
    /// <param name="picture">PNG or JPEG.</param>
    public static PdfDictionary AddTo(PdfDocument document, byte[] picture)
    {
        using var stream = new MemoryStream(picture);
        using var image = XImage.FromStream(stream);
        return PdfObjects.Add(document, new PdfImage(document, image));
    }

    /// <summary>A QR as a stencil of one bit a dot, eight by eight dots a module: a fifth of the size of rectangles, and edges stay sharp in readers that smooth pictures.</summary>
    public static PdfDictionary AddTo(PdfDocument document, QrModules modules)
    {
        const int Dots = 8; // a module of a row is one byte
        var side = modules.Side * Dots;
        var stencil = new byte[side * modules.Side];
        Array.Fill(stencil, byte.MaxValue);
        foreach (var (column, row, length) in modules.Runs())
        {
            for (var line = row * Dots; line < (row + 1) * Dots; line++)
            {
                stencil.AsSpan((line * modules.Side) + column, length).Clear();
            }
        }

        var image = PdfObjects.AddStream(document, stencil);
        image.Elements.SetName("/Type", "/XObject");
        image.Elements.SetName("/Subtype", "/Image");
        image.Elements.SetInteger("/Width", side);
        image.Elements.SetInteger("/Height", side);
        image.Elements.SetBoolean("/ImageMask", true);
        image.Elements.SetInteger("/BitsPerComponent", 1);
        return image;
    }
}
