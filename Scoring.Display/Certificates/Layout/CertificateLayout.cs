using Scoring.Core.Certificates;
using Scoring.Display.Certificates.Fonts;

namespace Scoring.Display.Certificates.Layout;

/// <summary>Template and facts become a page of placed elements; the one step that both painters, preview and PDF, stand on.</summary>
public static class CertificateLayout
{
    /// <param name="qrText">What the QR carries (R-H6); null: the place stays empty, as in a preview.</param>
    public static PlacedPage Lay(CertificateTemplate template, CertificateFacts facts, string? qrText, FontBook fonts)
    {
        var typesetter = new Typesetter(template, fonts);
        var text = new CertificateText(template, facts);
        var foreground = template.Elements.SelectMany(element => Foreground(element, facts, text, qrText, typesetter)).ToList();
        return new(template.Width, template.Height, Background(template), foreground, typesetter.Missing, typesetter.Overflowing);
    }

    /// <summary>What is the same on every certificate of the template.</summary>
    public static IReadOnlyList<Placed> Background(CertificateTemplate template) => [.. template.Elements.SelectMany(element => element switch
    {
        FrameElement { Style: FrameStyle.Festive } frame => Ornaments.Festive(frame.Id, template.Width, template.Height),
        FrameElement frame => Ornaments.Plain(frame.Id, template.Width, template.Height),
        GuillocheElement rose => Ornaments.Guilloche(rose.Id, rose.X, rose.Y, Colour(template, rose.Colour), rose.Scale),
        ImageElement image => [new PlacedImage(image.Id, image.Box, image.Picture)],
        LineElement line => [new PlacedPath(line.Id, new PathData().Move(line.X1, line.Y1).Line(line.X2, line.Y2), null, Colour(template, line.Colour), line.Stroke)],
        _ => Enumerable.Empty<Placed>(),
    })];

    private static IEnumerable<Placed> Foreground(CertificateElement element, CertificateFacts facts, CertificateText text, string? qrText, Typesetter typesetter) => element switch
    {
        TextElement block => typesetter.Set(block, Filled(block, text)),
        IssuersElement issuers => IssuersLayout.Set(issuers, facts, typesetter),
        QrElement qr when qrText is not null => [new PlacedQr(qr.Id, new QrModules(qrText), qr.X, qr.Y, qr.Size, typesetter.Colour(qr.Colour))],
        _ => [],
    };

    /// <summary>A span that has nothing to say takes no room either.</summary>
    private static IReadOnlyList<TextSpan> Filled(TextElement block, CertificateText text)
    {
        List<TextSpan> spans = [.. block.Spans.Select(span => span with { Text = text.Fill(span.Text) })];
        return spans.FindAll(span => span.Text.Length > 0) is { Count: > 0 } said ? said : spans;
    }

    private static string Colour(CertificateTemplate template, string name) => template.Colours.GetValueOrDefault(name, name);
}
