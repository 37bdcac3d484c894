using System.IO.Compression;
using PdfSharp.Pdf;

namespace Scoring.Display.Certificates.Painting;

/// <summary>Objects of a PDF file, made of PDFsharp's.</summary>
internal static class PdfObjects
{
    /// <summary>Gives an object a number of its own in the document.</summary>
    public static PdfDictionary Add(PdfDocument document, PdfDictionary dictionary)
    {
        document.Internals.AddObject(dictionary);
        return dictionary;
    }

    public static PdfDictionary AddStream(PdfDocument document, byte[] content) => AddDeflated(document, Deflate(content));

    public static PdfDictionary AddDeflated(PdfDocument document, byte[] deflated)
    {
        var dictionary = Add(document, new PdfDictionary(document));
        dictionary.CreateStream(deflated);
        dictionary.Elements.SetName("/Filter", "/FlateDecode");
        return dictionary;
    }

    public static byte[] Deflate(byte[] content)
    {
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.Optimal))
        {
            zlib.Write(content);
        }

        return deflated.ToArray();
    }

    public static PdfArray Array(ReadOnlySpan<double> numbers)
    {
        var array = new PdfArray();
        foreach (var number in numbers)
        {
            array.Elements.Add(number == Math.Truncate(number) ? new PdfInteger((int)number) : new PdfReal(number));
        }

        return array;
    }
}
