using System.IO.Compression;
using System.Text;

namespace Scoring.Api.Lists;

public enum FileKind { Empty, TooLarge, Xlsx, Xls, Csv, Html, Xml2003, OpenDocument, Xlsb, SignedList, Unknown }

/// <summary>What a file is by its bytes; the name is only believed for CSV.</summary>
public static class FileKinds
{
    public static FileKind Of(byte[] file, string fileName)
    {
        if (file.Length == 0)
        {
            return FileKind.Empty;
        }

        if (file.Length > SpreadsheetReader.LargestFile)
        {
            return FileKind.TooLarge;
        }

        if (file.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return InZip(file);
        }

        if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return FileKind.Xls; // or an encrypted .xlsx, which the reader tells apart
        }

        var start = Encoding.UTF8.GetString(file, 0, Math.Min(file.Length, 512)).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return start switch
        {
            _ when start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
                && start.Contains("spreadsheet", StringComparison.OrdinalIgnoreCase) => FileKind.Xml2003,
            _ when SignedList.Begins(start) => FileKind.SignedList,
            _ when start.StartsWith('<') => FileKind.Html,
            _ when Path.GetExtension(fileName).ToUpperInvariant() is ".CSV" or ".TXT" or ".TSV" && IsText(file) => FileKind.Csv,
            _ => FileKind.Unknown,
        };
    }

    // UTF-16, which Excel calls Unicode text, has zeros; it says what it is in its first two bytes.
    private static bool IsText(byte[] file) =>
        file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
        || !file.AsSpan(0, Math.Min(file.Length, 512)).Contains((byte)0);

    private static FileKind InZip(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false));
            return zip.GetEntry("xl/workbook.bin") is not null ? FileKind.Xlsb
                : zip.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) ? FileKind.Xlsx
                : zip.GetEntry("content.xml") is not null ? FileKind.OpenDocument
                : FileKind.Unknown;
        }
        catch (InvalidDataException)
        {
            return FileKind.Xlsx; // cut short; the reader's message fits
        }
    }
}
