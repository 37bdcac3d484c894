using System.Text.RegularExpressions;
using Scoring.Core.Certificates;

namespace Scoring.Display.Certificates.Layout;

/// <summary>Whether a template somebody edited can be painted at all, in words that say what to mend.</summary>
public static partial class TemplateCheck
{
    private const double SmallestPage = 50, LargestPage = 1200;
    private const int MostElements = 60, LargestPicture = 6 * 1024 * 1024;

    /// <returns>Null: it can.</returns>
    public static string? Problem(CertificateTemplate template)
    {
        if (!Between(template.Width, SmallestPage, LargestPage) || !Between(template.Height, SmallestPage, LargestPage))
        {
            return $"纸张的宽和高应在 {SmallestPage} 到 {LargestPage} 毫米之间。";
        }

        if (template.Elements.Count is 0 or > MostElements)
        {
            return $"版面元素应有 1 到 {MostElements} 个。";
        }

        if (template.Elements.GroupBy(element => element.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return $"有两个元素都叫 {twice.Key}，请改名。";
        }

        if (template.Colours.FirstOrDefault(colour => !Colour().IsMatch(colour.Value)) is { Key: { } wrong })
        {
            return $"颜色 {wrong} 应写成 #rrggbb。";
        }

        return !template.Wordings.ContainsKey(CertificateKind.Award) ? "缺少获奖证书的文字（wordings.award）。" : template.Elements.Select(element => Problem(template, element)).FirstOrDefault(problem => problem is not null);
    }

    private static string? Problem(CertificateTemplate template, CertificateElement element)
    {
        var (lengths, colours, fonts) = element switch
        {
            TextElement text => ((double[])[.. Sides(text.Box), text.Baseline, text.LineHeight, text.Indent, .. text.Spans.SelectMany(span => (double[])[span.Size, span.Spacing])],
                text.Spans.Select(span => span.Colour), text.Spans.Select(span => span.Font)),
            IssuersElement issuers => ([.. Sides(issuers.Box), issuers.Baseline, issuers.Size, issuers.LineHeight, issuers.DateBaseline, issuers.DateSize, issuers.Seal, issuers.SealY], [issuers.Colour], [issuers.Font]),
            QrElement qr => ([qr.X, qr.Y, qr.Size], [qr.Colour], []),
            ImageElement image => (Sides(image.Box), [], []),
            LineElement line => ([line.X1, line.Y1, line.X2, line.Y2, line.Stroke], [line.Colour], []),
            GuillocheElement rose => ([rose.X, rose.Y, rose.Scale], [rose.Colour], []),
            _ => ((double[])[], Enumerable.Empty<string>(), Enumerable.Empty<string>()),
        };
        return !Identifier().IsMatch(element.Id) ? "元素名只能用字母、数字和连字符。"
            : lengths.Any(length => !Between(length, -LargestPage, LargestPage)) ? $"元素 {element.Id} 的尺寸超出纸张太多。"
            : colours.FirstOrDefault(colour => !template.Colours.ContainsKey(colour) && !Colour().IsMatch(colour)) is { } unknown ? $"元素 {element.Id} 用了没有定义的颜色 {unknown}。"
            : fonts.FirstOrDefault(font => !template.Fonts.ContainsKey(font)) is { } font ? $"元素 {element.Id} 用了没有定义的字体 {font}。"
            : element switch
            {
                TextElement { Spans.Count: 0 } => $"元素 {element.Id} 没有文字。",
                TextElement text when text.Box.Width <= 0 || text.Box.Height <= 0 || text.LineHeight <= 0 || text.Spans.Any(span => span.Size <= 0) => $"元素 {element.Id} 的宽、高、行高和字号都要大于 0。",
                IssuersElement issuers when issuers.Box.Width <= 0 || issuers.Size <= 0 || issuers.DateSize <= 0 || issuers.LineHeight <= 0 => $"元素 {element.Id} 的宽、行高和字号都要大于 0。",
                QrElement { Size: < 15 } => "二维码小于 15 毫米扫不出来，请放大；建议 25.4 毫米。",
                ImageElement image => PictureProblem(image),
                _ => null,
            };
    }

    private static string? PictureProblem(ImageElement image)
    {
        if (image.Picture.Length > LargestPicture)
        {
            return "图片太大，请压缩到 6 MB 以内。";
        }

        try
        {
            Painting.PdfPicture.Read(image.Picture);
            return image.Box.Width > 0 && image.Box.Height > 0 ? null : $"图片 {image.Id} 的宽和高要大于 0。";
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NotSupportedException)
        {
            return $"图片 {image.Id} 读不出来，请用 PNG 或 JPEG。";
        }
    }

    private static double[] Sides(Box box) => [box.X, box.Y, box.Width, box.Height];

    private static bool Between(double value, double least, double most) => value >= least && value <= most;

    [GeneratedRegex(@"^#[0-9a-fA-F]{6}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Colour();

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,40}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Identifier();
}
