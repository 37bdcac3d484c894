using System.Globalization;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Certificates.Painting;

/// <summary>Pictures inside a PDF, to be drawn into the unit square. PDFsharp reads them.</summary>
internal sealed class PdfPicture
{
    private readonly PdfDictionary image;

    private PdfPicture(PdfDictionary image) => this.image = image;

    /// <param name="picture">PNG or JPEG.</param>
    /// <exception cref="InvalidOperationException">It is neither.</exception>
    public static PdfPicture Read(byte[] picture)
    {
        using var stream = new MemoryStream(picture);
        using var read = XImage.FromStream(stream);
        return new(new PdfImage(new PdfDocument(), read));
    }

    public int AddTo(PdfFile file) => Copy(file, image);

    /// <summary>A QR as a stencil of one bit a dot, eight by eight dots a module: a fifth of the size of rectangles, and edges stay sharp in readers that smooth pictures.</summary>
    public static int AddTo(PdfFile file, QrModules modules)
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

        return file.PutStream($"/Type/XObject/Subtype/Image/Width {side}/Height {side}/ImageMask true/BitsPerComponent 1", stencil);
    }

    private static int Copy(PdfFile file, PdfDictionary dictionary)
    {
        var entries = string.Concat(dictionary.Elements.Where(entry => entry.Key is not "/Length").Select(entry => entry.Key + " " + Value(file, entry.Value)));
        return dictionary.Stream is { } stream ? file.PutRaw(entries, stream.Value) : file.Put($"<<{entries}>>");
    }

    private static string Value(PdfFile file, PdfItem? item) => item switch
    {
        PdfReference { Value: PdfDictionary other } => $"{Copy(file, other)} 0 R",
        PdfReference { Value: PdfArray other } => $"{file.Put(Value(file, other))} 0 R",
        PdfArray array => $"[{string.Join(' ', array.Elements.Select(element => Value(file, element)))}]",
        PdfDictionary inner => $"<<{string.Concat(inner.Elements.Select(entry => entry.Key + " " + Value(file, entry.Value)))}>>",
        PdfString text => $"<{Convert.ToHexString(Encoding.Latin1.GetBytes(text.Value))}>",
        PdfReal real => real.Value.ToString("0.######", CultureInfo.InvariantCulture),
        PdfBoolean truth => truth.Value ? "true" : "false",
        null => "null",
        _ => item.ToString() ?? "null",
    };
}
