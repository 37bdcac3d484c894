using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace Scoring.Display.Certificates.Painting;

/// <summary>A PNG or JPEG inside a PDF.</summary>
internal static class PdfPicture
{
    /// <summary>An image to be drawn into the unit square.</summary>
    public static PdfDictionary AddTo(PdfDocument document, byte[] picture)
    {
        using var stream = new MemoryStream(picture);
        using var image = XImage.FromStream(stream);
        return PdfObjects.Add(document, new PdfImage(document, image));
    }
}
