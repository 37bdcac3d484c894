using System.Globalization;
using System.IO.Compression;
using System.Text;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Certificates.Painting;

/// <summary>What all certificates of a template have in common, drawn and compressed once and put into each file as a form.</summary>
internal sealed class PdfBackground
{
    private readonly string box;
    private readonly byte[] content;
    private readonly List<(string Name, byte[] Content)> motifs = [];
    private readonly List<PdfPicture> pictures = [];

    public PdfBackground(CertificateTemplate template)
    {
        box = string.Create(CultureInfo.InvariantCulture, $"/BBox[{-template.Width} {-template.Height} {2 * template.Width} {2 * template.Height}]");
        var drawing = new PdfContent();
        foreach (var item in CertificateLayout.Background(template))
        {
            switch (item)
            {
                case PlacedPath path: drawing.Path(path.Path, path.Fill, path.Stroke, path.StrokeWidth); break;
                case PlacedMotif motif: Repeat(drawing, motif); break;
                case PlacedImage image:
                    drawing.Image($"I{pictures.Count}", null, image.Box);
                    pictures.Add(PdfPicture.Read(image.Picture));
                    break;
                default: break;
            }
        }

        content = PdfFile.Deflate(drawing.Bytes, CompressionLevel.SmallestSize);
    }

    /// <summary>The form, to be drawn in mm from the top left corner.</summary>
    public int AddTo(PdfFile file)
    {
        var drawn = new StringBuilder();
        foreach (var (name, motif) in motifs)
        {
            drawn.Append(CultureInfo.InvariantCulture, $"/{name} {Form(file, motif)} 0 R");
        }

        foreach (var (i, picture) in pictures.Index())
        {
            drawn.Append(CultureInfo.InvariantCulture, $"/I{i} {picture.AddTo(file)} 0 R");
        }

        return Form(file, content, $"/Resources<</XObject<<{drawn}>>>>");
    }

    private void Repeat(PdfContent drawing, PlacedMotif motif)
    {
        var name = $"M{motifs.Count}";
        motifs.Add((name, PdfFile.Deflate(new PdfContent().Path(motif.Path, motif.Fill, motif.Stroke, motif.StrokeWidth).Bytes, CompressionLevel.SmallestSize)));
        drawing.Forms(name, motif.At);
    }

    private int Form(PdfFile file, byte[] deflated, string resources = "") => file.PutDeflated($"/Type/XObject/Subtype/Form{box}{resources}", deflated);
}
