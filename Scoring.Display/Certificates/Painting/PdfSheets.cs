using System.Globalization;
using System.Text;
using Scoring.Core.Certificates;
using Scoring.Display.Certificates.Fonts;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Certificates.Painting;

/// <summary>A PDF being painted sheet by sheet; each sheet is written at once, fonts and backgrounds are in the file once, however many pages show them.</summary>
internal sealed class PdfSheets : Sheets
{
    private const int Branch = 100; // pages of one node of the page tree
    private const double Point = 72 / 25.4;
    private readonly PdfFile file;
    private readonly Dictionary<FontFace, PdfFont> fonts = [];
    private readonly Dictionary<PdfBackground, int> backgrounds = [];
    private readonly List<int> branches = [];
    private readonly List<int> pages = [];
    private readonly List<(string Title, int Page)> bookmarks = [];
    private readonly int root;
    private readonly int fontResources;

    public PdfSheets(Stream stream)
    {
        file = new(stream);
        (root, fontResources) = (file.Reserve(), file.Reserve());
    }

    public int Count { get; private set; }

    public override void Add(PlacedPage placed, PdfBackground? background, PrintOffset offset, string? bookmark = null)
    {
        var content = new PdfContent().Millimetres(placed.Height, offset.X, offset.Y);
        var drawn = new StringBuilder();
        if (background is not null)
        {
            content.Form("B");
            drawn.Append(CultureInfo.InvariantCulture, $"/B {Number(background)} 0 R");
        }

        foreach (var (i, item) in placed.Foreground.Where(item => !item.ScreenOnly).Index())
        {
            switch (item)
            {
                case PlacedText text: Show(content, text); break;
                case PlacedPath path: content.Path(path.Path, path.Fill, path.Stroke, path.StrokeWidth); break;
                case PlacedQr qr:
                    content.Image($"Q{i}", qr.Colour, new(qr.X, qr.Y, qr.Size, qr.Size));
                    drawn.Append(CultureInfo.InvariantCulture, $"/Q{i} {PdfPicture.AddTo(file, qr.Modules)} 0 R");
                    break;
                default: break;
            }
        }

        if (pages.Count == Branch)
        {
            CloseBranch();
        }

        if (pages.Count == 0)
        {
            branches.Add(file.Reserve());
        }

        var shown = file.PutStream("", content.Bytes);
        pages.Add(file.Put(
            $"<</Type/Page/Parent {branches[^1]} 0 R/MediaBox[0 0 {PdfFile.Number(placed.Width * Point)} {PdfFile.Number(placed.Height * Point)}]"
            + $"/Contents {shown} 0 R/Resources<</Font {fontResources} 0 R/XObject<<{drawn}>>>>>>"));
        if (bookmark is not null)
        {
            bookmarks.Add((bookmark, pages[^1]));
        }

        Count++;
    }

    public override void Finish(CertificateFacts first, string title, ReadOnlySpan<byte> identity)
    {
        CloseBranch();
        var counts = branches.Select((_, i) => i < branches.Count - 1 ? Branch : ((Count - 1) % Branch) + 1);
        file.Put(root, $"<</Type/Pages/Count {counts.Sum()}/Kids[{Refer(branches)}]>>");
        file.Put(fontResources, $"<<{string.Concat(fonts.Values.Select(font => $"/{font.Name} {font.Finish(file)} 0 R"))}>>");
        var author = string.Join('、', first.Issuers);
        var metadata = file.PutRaw("/Type/Metadata/Subtype/XML", ArchiveFacts.Properties(title, author, first.Competition, first.Date, Convert.ToHexStringLower(identity[..16])));
        var profile = file.PutStream("/N 3", ArchiveFacts.ColourProfile());
        var catalog = file.Put(
            $"<</Type/Catalog/Pages {root} 0 R/Metadata {metadata} 0 R/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile {profile} 0 R>>]"
            + $"{Outlines()}/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>>>");
        var date = first.Date.ToString("'(D:'yyyyMMdd'000000Z)'", CultureInfo.InvariantCulture);
        var information = file.Put(
            $"<</Title {PdfFile.Text(title)}/Author {PdfFile.Text(author)}/Subject {PdfFile.Text(first.Competition)}"
            + $"/Creator(Scoring)/CreationDate{date}/ModDate{date}>>");
        file.Finish(catalog, information, identity);
    }

    private string Outlines()
    {
        if (bookmarks.Count < 2)
        {
            return "";
        }

        var outline = file.Reserve();
        var items = bookmarks.ConvertAll(_ => file.Reserve());
        foreach (var (i, (title, page)) in bookmarks.Index())
        {
            file.Put(items[i], $"<</Title {PdfFile.Text(title)}/Parent {outline} 0 R/Dest[{page} 0 R/Fit]"
                + (i > 0 ? $"/Prev {items[i - 1]} 0 R" : "") + (i < items.Count - 1 ? $"/Next {items[i + 1]} 0 R" : "") + ">>");
        }

        file.Put(outline, $"<</Type/Outlines/First {items[0]} 0 R/Last {items[^1]} 0 R/Count {items.Count}>>");
        return $"/Outlines {outline} 0 R/PageMode/UseOutlines";
    }

    private void CloseBranch()
    {
        file.Put(branches[^1], $"<</Type/Pages/Parent {root} 0 R/Count {pages.Count}/Kids[{Refer(pages)}]>>");
        pages.Clear();
    }

    private static string Refer(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(number => $"{number} 0 R"));

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
            fonts[face] = font = new PdfFont(face, $"F{fonts.Count}");
        }

        return font;
    }

    private int Number(PdfBackground background)
    {
        if (!backgrounds.TryGetValue(background, out var number))
        {
            backgrounds[background] = number = background.AddTo(file);
        }

        return number;
    }
}
