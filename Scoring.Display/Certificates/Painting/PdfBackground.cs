using PdfSharp.Pdf;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Certificates.Painting;

/// <summary>What all certificates of a template have in common, drawn and compressed once and put into each document as a form.</summary>
internal sealed class PdfBackground
{
    private readonly double width;
    private readonly double height;
    private readonly byte[] content;
    private readonly List<(string Name, byte[] Content)> motifs = [];
    private readonly List<PlacedImage> images = [];

    public PdfBackground(CertificateTemplate template)
    {
        (width, height) = (template.Width, template.Height);
        var drawing = new PdfContent();
        foreach (var item in CertificateLayout.Background(template))
        {
            switch (item)
            {
                case PlacedPath path: drawing.Path(path.Path, path.Fill, path.Stroke, path.StrokeWidth); break;
                case PlacedMotif motif: Repeat(drawing, motif); break;
                case PlacedImage image:
                    drawing.Image($"I{images.Count}", null, image.Box);
                    images.Add(image);
                    break;
                default: break;
            }
        }

        content = PdfObjects.Deflate(drawing.Bytes);
    }

    /// <summary>The form, to be drawn in mm from the top left corner.</summary>
    public PdfDictionary AddTo(PdfDocument document)
    {
        var drawn = new PdfDictionary();
        foreach (var (name, motif) in motifs)
        {
            drawn.Elements.SetReference("/" + name, Form(document, motif));
        }

        for (var i = 0; i < images.Count; i++)
        {
            drawn.Elements.SetReference($"/I{i}", PdfPicture.AddTo(document, images[i].Picture));
        }

        var form = Form(document, content);
        var resources = new PdfDictionary();
        resources.Elements["/XObject"] = drawn;
        form.Elements["/Resources"] = resources;
        return form;
    }

    private void Repeat(PdfContent drawing, PlacedMotif motif)
    {
        var name = $"M{motifs.Count}";
        motifs.Add((name, PdfObjects.Deflate(new PdfContent().Path(motif.Path, motif.Fill, motif.Stroke, motif.StrokeWidth).Bytes)));
        drawing.Forms(name, motif.At);
    }

    private PdfDictionary Form(PdfDocument document, byte[] deflated)
    {
        var form = PdfObjects.AddDeflated(document, deflated);
        form.Elements.SetName("/Type", "/XObject");
        form.Elements.SetName("/Subtype", "/Form");
        form.Elements["/BBox"] = PdfObjects.Array([-width, -height, 2 * width, 2 * height]);
        return form;
    }
}
