using Scoring.Core.Certificates;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Certificates.Painting;

/// <summary>A PDF being painted sheet by sheet from placed pages.</summary>
internal abstract class Sheets
{
    /// <param name="background">The page's ground; null: paper only.</param>
    /// <param name="bookmark">What a file of many pages is searched by; null: none.</param>
    public abstract void Add(PlacedPage placed, PdfBackground? background, PrintOffset offset, string? bookmark = null);

    /// <summary>Completes the file.</summary>
    /// <param name="first">The document's properties are taken from its first certificate.</param>
    /// <param name="identity">At least 16 bytes that stand for what the document says.</param>
    public abstract void Finish(CertificateFacts first, string title, ReadOnlySpan<byte> identity);
}
